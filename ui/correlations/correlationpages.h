// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/cutovergateway.h"
#include "models/gateway/qualitygateway.h"
#include "models/items/roles.h"
#include "models/items/stationdirectory.h"

#include <QStackedWidget>

namespace renewal::ui {

class BlindReviewPage;
class CutOverPage;
class QualityPage;

/// The pages of the correlations workspace: the desk, and beside it blind review, the quality of matching,
/// and cut-overs.
class CorrelationPages final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit CorrelationPages(QWidget *parent = nullptr);

    void setDesk(QWidget *desk);
    /// Without a call there is only the desk. The gateway must outlive the pages.
    void addReviewPages(QualityGateway *gateway);
    /// Both must outlive the pages.
    void addCutOverPage(CutOverGateway *gateway, const Clock *clock);

    void setScope(const Scope &scope);
    void setStations(const items::StationDirectory &stations);
    void refresh();
    bool isSettled() const;

    bool isAtDesk() const { return currentWidget() == m_desk; }
    /// The page, if it is in sight; else nullptr.
    BlindReviewPage *reviewInSight() const;
    QualityPage *qualityInSight() const;
    CutOverPage *cutOverInSight() const;
    /// Where the keyboard should be; nullptr at the desk.
    QWidget *mainView() const;

    void showDesk();
    void toggleReview();
    void toggleQuality();
    void toggleCutOver();
    /// Matching began: the offer to run it goes.
    void takeStartOfMatching();

signals:
    void pageChanged();
    void openReviewsArrived(qint64 count);
    void resultReported(const QString &text);
    void messageRaised(const QString &text, renewal::items::Tone tone);
    /// A verdict ended a link.
    void linkEnded();
    /// A cut-over changed links.
    void linksChanged();
    void matchingRequested();
    void learningRequested();
    void settledChanged();

private:
    void showPage(QWidget *page);
    void connectReview();
    void connectQuality();

    QWidget *m_desk = nullptr;
    BlindReviewPage *m_review = nullptr;
    QualityPage *m_quality = nullptr;
    CutOverPage *m_cutOver = nullptr;
};

} // namespace renewal::ui
