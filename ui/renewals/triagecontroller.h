// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace renewal::ui {

/// What came of an action on renewals, or of taking one back.
struct TriageReport
{
    QString text;         ///< one sentence for the user
    QStringList subjects; ///< whom and which medications; for the window only
    QVector<Renewal> changed;
    QVector<TriageRefusal> refused;
    QVector<Renewal> asked;     ///< all that it was asked for
    QStringList notes = {};     ///< what a person has to do beside it
    std::optional<Error> error; ///< it stopped here; what is in `changed` stays done
    bool isUndo = false;
    qsizetype left = 0; ///< that it did not reach; goOn() does
};

/// Carries actions on renewals out, without any widget: large selections go in several requests, one after
/// the other; the last actions can be taken back.
class TriageController final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the controller.
    explicit TriageController(RenewalsGateway *gateway, QObject *parent = nullptr);

    RenewalsGateway *gateway() const { return m_gateway; }
    bool isBusy() const { return m_busy; }
    bool canUndo() const { return !m_busy && !m_done.isEmpty(); }
    /// What undo() would take back: "2 routed to Blue team (Patient •••• 4821: LISINOPRIL, SERTRALINE)".
    QString undoText() const;

    /// Everything of `request` but its renewals and its key. `teamName` for the sentence about a reroute.
    void run(const TriageRequest &request, const QVector<Renewal> &renewals, const QString &teamName = {});
    /// Stops after the request that is on its way.
    void cancel();
    /// Does with what the last action did not reach what it did with the others.
    void goOn();
    /// Takes back the newest action that is not taken back yet.
    void undo();

signals:
    /// isBusy() or canUndo() changed.
    void stateChanged();
    /// Told before each further request of an action that takes several.
    void progressed(const QString &text);
    /// A part of an action is done: the renewals as they are now.
    void taken(const QVector<renewal::Renewal> &renewals);
    void finished(const renewal::ui::TriageReport &report);

private:
    struct Action
    {
        QStringList batches;
        QString text;
        QStringList subjects;
    };

    void sendNext();
    void takeAnswer(const Result<TriageOutcome> &answer);
    void undoNext();
    void finish(const std::optional<Error> &error);
    QString keyFor(const TriageRequest &request);

    RenewalsGateway *m_gateway;
    bool m_busy = false;
    bool m_cancelled = false;
    TriageRequest m_request; ///< the words of the present action
    QString m_teamName;
    qsizetype m_sent = 0;
    qsizetype m_answered = 0; ///< of those sent
    QVector<Renewal> m_left;  ///< that the last action did not reach
    TriageReport m_report;
    QStringList m_batches; ///< of the present action, or still to be taken back
    QVector<Action> m_done;
    QString m_lostIntent; ///< of a request whose answer never came, so that a repeat has no second effect
    QString m_lostKey;
};

} // namespace renewal::ui
