// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/rolloutreport.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Gives a discipline's word for the next stage of the rollout, or takes it back: the sign-off, the change
/// log and the audit entry stand or fall together. Lives on the connection's thread; cheap to make.
class SignOffs
{
public:
    SignOffs(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// `signOff` says discipline, stage, given and note; the rest is filled in. NotFound for an unknown
    /// discipline; Conflict, when the stage is not the next one. To say again what stands changes nothing.
    Result<SignOff> set(const SignOff &signOff, const QString &actor);

private:
    Result<QString> nextStage();
    Result<SignOff> present(const SignOff &wanted);
    Done record(const SignOff &before, const SignOff &after, const QString &actor);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
