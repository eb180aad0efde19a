// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/cutover.h"

#include <QVector>

#include <optional>

namespace renewal::store {

class Connection;

/// A link of a VistA prescriber to a VistA care team.
struct VistaLink
{
    PrescriberId prescriber;
    TriageTeamId careTeam;
    QDateTime validTo; ///< invalid: open-ended
    qint64 waiting = 0;
};

/// What a cut-over keeps of one prescriber.
struct CutOverLink
{
    PrescriberId prescriber;
    TriageTeamId careTeam; ///< the old one
    bool stamped = false;  ///< the cut-over set the end of the link
    QDateTime formerValidTo;
    std::optional<qint64> confirmedVersion; ///< of the decision that linked it to a pool
};

/// A prescriber to be carried over: linked to an old care team, or of the same name on the Oracle Health
/// side.
struct CutOverMember
{
    PrescriberId prescriber;
    QString name; ///< as shown
    QString station;
    qint64 waiting = 0;
    TriageTeamId oldTeam;
    bool isOpen = false; ///< goes to no pool yet, and nobody decided otherwise
    qint64 version = 0;  ///< of the correlation
};

/// Cut-overs with all that belongs to them. Lives on the connection's thread.
class CutOverRepository
{
public:
    explicit CutOverRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Those in force, by day and station; counts of teams are not filled.
    Result<QVector<CutOver>> inForce();
    /// ErrorCode::NotFound when there is none, or it was withdrawn.
    Result<CutOver> find(CutOverId id);
    /// ErrorCode::Conflict when the station has one in force.
    Result<CutOver> add(const CutOver &cutOver);
    /// The next version, unless somebody was here since `cutOver` was read: ErrorCode::PreconditionFailed.
    Result<CutOver> touch(const CutOver &cutOver);
    Done withdraw(const CutOver &cutOver, const QDateTime &at);
    /// Notes for those whose day has come that it has; their parent stations.
    Result<QStringList> beginDue(const QDateTime &now);

    Result<QVector<VistaLink>> vistaLinks(const QString &parentStation);
    Result<QVector<CutOverLink>> links(const CutOver &cutOver);
    Done addLink(const CutOver &cutOver, const CutOverLink &link);
    /// Prescribers of the station whose link the day ended, and no other reason did.
    Result<QVector<PrescriberId>> endedByDay(const QString &parentStation);
    /// The link as it was before it ended last; nullopt when it never did.
    Result<std::optional<Correlation>> beforeItEnded(PrescriberId prescriber, const QString &parentStation);
    /// By waiting renewals, most first.
    Result<QVector<CutOverMember>> members(const CutOver &cutOver);

    Result<QVector<CrosswalkPair>> crosswalk(const CutOver &cutOver);
    Done setCrosswalk(const CutOver &cutOver, const QVector<CrosswalkPair> &pairs);
    Result<QVector<PoolChoice>> choices(const CutOver &cutOver);
    Done setChoice(const CutOver &cutOver, const PoolChoice &choice);
    Done dropChoice(const CutOver &cutOver, TriageTeamId oldTeam);

private:
    Connection &m_connection;
};

} // namespace renewal::store
