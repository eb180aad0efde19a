// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/cutovergateway.h"

#include <QObject>

#include <optional>

namespace renewal::ui {

/// What the screen "Cut-over" knows and does, without a widget: the cut-overs, the review of one of them, and
/// one change at a time. Lives in the thread of the user interface.
class CutOverController final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive it.
    explicit CutOverController(CutOverGateway *gateway, QObject *parent = nullptr);

    /// Fetches the list, and with it the review of the chosen one.
    void load();
    void choose(CutOverId id);
    const QVector<CutOver> &cutOvers() const { return m_cutOvers; }
    CutOverId current() const { return m_current; }
    /// Of the chosen one; nullopt while it is fetched, and without any.
    const std::optional<CutOverReview> &review() const { return m_review; }
    bool isLoaded() const { return m_loaded; }
    bool isBusy() const { return m_busy; }
    bool isSettled() const { return m_waiting == 0; }

    void preview(const CutOverEntry &entry);
    void enter(const CutOverEntry &entry);
    void withdraw(const QString &reason);
    void giveCrosswalk(const QByteArray &file);
    void confirm(const QVector<PoolChoice> &choices);
    void takeBack(const QVector<TriageTeamId> &oldTeams);
    /// Takes back what was confirmed last on this screen, if that can be.
    void undo();
    bool canUndo() const { return !m_lastConfirmed.isEmpty(); }

signals:
    void listChanged();
    void listFailed(const QString &text);
    void reviewChanged();
    void reviewFailed(const QString &text);
    void previewed(const renewal::CutOverEntry &entry, const renewal::Result<renewal::CutOverEffect> &effect);
    void entered(const renewal::CutOver &cutOver);
    void busyChanged();
    /// A change came through; `left` tells that somebody stayed as he or she is.
    void done(const QString &text, bool left);
    void failed(const QString &text);
    void crosswalkAnswered(const renewal::CrosswalkReport &report);
    void settledChanged();

private:
    template <class T, class Taken>
    void change(QFuture<Result<T>> future, Taken taken);
    void takeList(const Result<QVector<CutOver>> &list);
    void loadReview();
    void setBusy(bool busy);
    void settle();
    QString newKey() const;

    CutOverGateway *m_gateway;
    QVector<CutOver> m_cutOvers;
    std::optional<CutOverReview> m_review;
    CutOverId m_current;
    QVector<TriageTeamId> m_lastConfirmed;
    bool m_loaded = false;
    bool m_busy = false;
    int m_waiting = 0;
    quint64 m_listGeneration = 0;
    quint64 m_reviewGeneration = 0;
};

} // namespace renewal::ui
