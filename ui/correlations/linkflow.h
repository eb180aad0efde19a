// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QObject>

#include <functional>
#include <optional>

class QDialog;
class QWidget;

namespace renewal::ui {

class CorrelationController;

/// The steps from "Link" to a decision: choosing another team where that is wanted, and the question that
/// comes first when several people share the name or the candidate is more likely wrong than right.
class LinkFlow final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the flow; dialogs open over `window`.
    LinkFlow(CorrelationController *controller, CorrelationsGateway *gateway, QWidget *window);

    /// To the chosen candidate.
    void linkChosen(const QString &note);
    /// To a team of the station, chosen in a dialog.
    void linkOther(const QString &note);
    /// Somebody else was faster: the two decisions side by side.
    void chooseBetween(const Decision &mine);

private:
    struct Link
    {
        TriageTeamId team;
        QString teamName;
        std::optional<qint64> releases;    ///< renewals that follow at once; nullopt while that is not known
        std::optional<double> probability; ///< that nobody looked at yet; nullopt asks nothing about it
    };
    void link(const Link &link, const QString &note);
    void askAboutSharedName(const Link &link, const QString &note);
    void askAboutDoubt(const Link &link, const QString &note);
    void open(QDialog *dialog, const std::function<void()> &accepted);
    /// The list may have moved on below a dialog; its answer belongs to whom it was asked for.
    bool isStillAbout(PrescriberId prescriber) const;

    CorrelationController *m_controller;
    CorrelationsGateway *m_gateway;
    QWidget *m_window;
};

} // namespace renewal::ui
