// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace renewal::ui {

class RenewalDetailPane;
class TriageController;

/// After an action another patient comes to where one has just pressed. Until that one is shown, and a moment
/// longer, nothing can be done: the second half of a double click must not be for somebody else.
class ActionPause final : public QObject
{
    Q_OBJECT

public:
    /// Longer than a double click takes.
    static constexpr std::chrono::milliseconds usual{600};

    /// Both must outlive it.
    ActionPause(TriageController *controller, RenewalDetailPane *detail, QObject *parent = nullptr);

    bool isOn() const { return m_isOn; }
    /// From the end of an action; 0 waits only for what is shown.
    void setLength(std::chrono::milliseconds length) { m_timer.setInterval(length); }

signals:
    void changed();

private:
    void follow();
    void endIfShown();

    TriageController *m_controller;
    RenewalDetailPane *m_detail;
    QTimer m_timer;
    bool m_isOn = false;
};

} // namespace renewal::ui
