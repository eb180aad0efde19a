// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/steeringoptions.h"
#include "app/upstream/flipperclient.h"
#include "models/base/clock.h"
#include "models/domain/steering.h"

#include <QHash>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Carries out the steps that wait and looks at the toggles in Flipper. A step is marked before Flipper is
/// told, so that a death in between is known afterwards: it is then looked up by reading, and never made
/// again. Lives in one thread; only interrupt() of the client may come from elsewhere, queued.
class Steerer
{
public:
    Steerer(const SteeringOptions &options, const Clock &clock);

    /// All that waits, and a look when it is time. Waits for Flipper, and handles the thread's events
    /// meanwhile.
    Done work(store::Connection &connection);
    /// Until the next look.
    std::chrono::milliseconds rest() const;
    upstream::FlipperClient &client() { return m_client; }
    /// Why Flipper could not be read, a sentence; empty when it could.
    QString problem() const { return m_problem; }

private:
    using Gates = QVector<exchange::FlipperGates>;

    Done workSteps(store::Connection &connection);
    Done carryOut(store::Connection &connection, RolloutStep step);
    upstream::FlipperOutcome bring(const RolloutStep &step, StepToggle &toggle, bool &lostActors);
    void lookUp(RolloutStep &step);
    Done look(store::Connection &connection);

    const SteeringOptions m_options;
    const Clock &m_clock;
    upstream::FlipperClient m_client;
    QHash<qint64, Gates> m_before; ///< whole gates by step, for restoring; in memory only: actors are in them
    QString m_problem;
    std::chrono::milliseconds m_nextLook{0}; ///< steady
    int m_failures = 0;                      ///< in a row
};

} // namespace renewal::operations
