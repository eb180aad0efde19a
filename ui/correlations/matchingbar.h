// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/gateway/systemgateway.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

class JobWatcher;

/// Starts matching and tells how far it is, while everybody goes on working.
class MatchingBar final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    MatchingBar(CorrelationsGateway *gateway, SystemGateway *system, QWidget *parent = nullptr);

    void setScope(const Scope &scope) { m_scope = scope; }
    void start();
    /// Learns the weights from all stations, then matches all of them.
    void startLearning();

signals:
    void started();
    /// It is over: the outcome in one sentence.
    void finished(const QString &text);
    void cancelled(const QString &text);
    void failed(const QString &text);

private:
    void ask(const MatchingRequest &request);
    void showProgress(const Job &job);
    void showIdle();

    CorrelationsGateway *m_gateway;
    Scope m_scope;
    JobWatcher *m_watcher;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_start;
    bool m_startHadFocus = false; ///< before it was disabled
};

} // namespace renewal::ui
