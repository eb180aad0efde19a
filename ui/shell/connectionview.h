// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/connectionstate.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace renewal::ui {

class Banner;
class StatusLine;

/// Shows whether the service answers and how old the data is: in the status line always, in a banner and by
/// faded text while it is away.
class ConnectionView final : public QObject
{
    Q_OBJECT

public:
    /// Where it shows it; all must outlive the view.
    struct Places
    {
        Banner *banner = nullptr;
        StatusLine *status = nullptr;
        QWidget *content = nullptr;
    };
    ConnectionView(ConnectionState *connection, const Clock *clock, const Places &places,
                   QObject *parent = nullptr);

    /// Lets the age run on by itself, looked at every second.
    void keepCounting();
    /// Also after a change of theme.
    void show();

signals:
    /// The service is back, or somebody wants to know now.
    void refreshWanted();

private:
    void showAway();
    void showAge();

    ConnectionState *m_connection;
    const Clock *m_clock;
    Places m_places;
    QTimer m_timer;
    bool m_wasAway = false;
};

} // namespace renewal::ui
