// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/cutover.h"

#include <QByteArray>
#include <QFuture>

namespace renewal {

/// What the screen "Cut-over" needs from the world. Futures finish exactly once; a repeat of a write with the
/// same key has no second effect.
class CutOverGateway
{
public:
    virtual ~CutOverGateway() = default;

    /// Those in force, by day.
    virtual QFuture<Result<QVector<CutOver>>> cutOvers() = 0;
    virtual QFuture<Result<CutOverReview>> review(CutOverId id) = 0;
    /// What enter() would do; changes nothing.
    virtual QFuture<Result<CutOverEffect>> preview(const CutOverEntry &entry) = 0;
    virtual QFuture<Result<CutOver>> enter(const CutOverEntry &entry, const QString &idempotencyKey) = 0;
    /// Takes all of the cut-over back; `cutOver` is the one that was seen.
    virtual QFuture<Result<CutOverOutcome>> withdraw(const CutOver &cutOver, const QString &reason,
                                                     const QString &idempotencyKey) = 0;
    /// `file` is what exchange::readCrosswalk() reads. With a bad row nothing is taken.
    virtual QFuture<Result<CrosswalkReport>> giveCrosswalk(CutOverId id, const QByteArray &file,
                                                           const QString &idempotencyKey) = 0;
    /// Old team and pool of each choice count.
    virtual QFuture<Result<CutOverOutcome>>
    confirm(const CutOver &cutOver, const QVector<PoolChoice> &choices, const QString &idempotencyKey) = 0;
    /// Takes the choices for these old teams back.
    virtual QFuture<Result<CutOverOutcome>> takeBack(const CutOver &cutOver,
                                                     const QVector<TriageTeamId> &oldTeams,
                                                     const QString &idempotencyKey) = 0;
};

} // namespace renewal
