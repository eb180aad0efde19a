// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/correlationsgateway.h"
#include "models/gateway/cutovergateway.h"
#include "models/gateway/qualitygateway.h"
#include "models/gateway/systemgateway.h"
#include "ui/widgets/workspace.h"

namespace renewal::ui {

class Banner;
class CorrelationController;
class CorrelationPages;
class DecidePane;
class EvidencePane;
class LinkFlow;
class ManyDecisionsFlow;
class MatchingBar;
class PrescriberList;
class TransferBar;

/// Which care team do a prescriber's renewals go to: the work list, the evidence, the decision.
class CorrelationsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    /// All must outlive the workspace. Without `quality` there is neither blind review nor its screen.
    CorrelationsWorkspace(CorrelationsGateway *gateway, SystemGateway *system, const Clock *clock,
                          QualityGateway *quality, QWidget *parent = nullptr);

    /// Adds the screen "Cut-over"; the gateway must outlive the workspace.
    void addCutOvers(CutOverGateway *gateway, const Clock *clock);

    void setScope(const Scope &scope) override;
    void setSearch(const QString &words) override;
    void setStations(const items::StationDirectory &stations) override;
    void refresh() override;
    bool isSettled() const override;
    QList<QWidget *> topBarWidgets() const override;
    QWidget *mainView() const override;
    void open(const FindHit &hit) override { openPrescriber({hit.id}); }
    QVariantMap layoutState() const override;
    void restoreLayoutState(const QVariantMap &state) override;

    CorrelationController *controller() const { return m_controller; }
    /// The first case of the scope that needs a person.
    void showOpenCases();
    /// Shows this prescriber, wherever in the list he or she stands; from find-anything and from a renewal.
    void openPrescriber(PrescriberId id);

signals:
    /// How many prescribers wait for a person.
    void openCountArrived(qint64 count);
    /// The import is wanted: it belongs to the window.
    void importWanted();

private:
    void setupLayout();
    QWidget *makeManyArea();
    void setupKeys();
    void setupCandidateKeys();
    void setupReports();
    void setupMatching();
    void setupMany();
    void decidedMany(const DecisionsReport &report, const QString &what);
    void setupFocus();
    void tell(const QString &text, items::Tone tone);
    void setupTransfer();
    void linkChosen();
    void refuse();
    void markExternal();
    void chooseOtherTeam();
    void chooseCandidate(int row);
    void stepCandidate(int step);
    void fetchNext();
    void setupPages(QualityGateway *quality);
    void moveSelection(int step);

    CorrelationPages *m_pages;
    CorrelationController *m_controller;
    PrescriberList *m_list;
    EvidencePane *m_evidence;
    DecidePane *m_decide;
    MatchingBar *m_matching;
    TransferBar *m_transfer;
    LinkFlow *m_links;
    ManyDecisionsFlow *m_many;
    Banner *m_result;
    Scope m_scope;
};

} // namespace renewal::ui
