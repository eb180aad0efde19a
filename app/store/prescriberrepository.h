// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/prescriber.h"
#include "models/gateway/correlationsgateway.h"

namespace renewal::store {

class Connection;

/// Prescribers, their extract ids, and the work list over them.
class PrescriberRepository
{
public:
    explicit PrescriberRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// One page, most waiting renewals first. The search takes prefixes of words in the name.
    Result<Page<PrescriberSummary>> page(const PrescriberQuery &query);
    Result<PrescriberSummary> summary(PrescriberId id);
    Result<Prescriber> find(PrescriberId id);
    Result<std::optional<Prescriber>> find(const PrescriberKey &key);
    /// Inserts by key, or fills the empty fields of the stored one; the result carries the id. `extract` and
    /// extractId, when filled, are recorded; homonyms is recounted.
    Result<Prescriber> upsert(const Prescriber &prescriber, const QString &extract);
    /// All of a parent station in ascending id order: matching's input.
    Result<QVector<Prescriber>> ofStation(const QString &parentStation);
    /// By team number: who is linked to each of these teams today, but for one prescriber; teams without
    /// anybody are left out.
    Result<QMap<qint64, TeamPrescribers>> linkedTo(const QString &parentStation,
                                                   const QVector<TriageTeamId> &teams, PrescriberId but);
    /// Where the prescriptions of one prescriber come from, in the order of the divisions.
    Result<QVector<DivisionWork>> divisions(PrescriberId id);
    /// Sets homonyms from prescriber_source for a whole parent station, or everywhere when it is empty.
    Done recountHomonyms(const QString &parentStation);
    /// (extract, extract id) pairs of one prescriber.
    Result<QVector<std::pair<QString, QString>>> sources(PrescriberId id);
    Result<qint64> total();

private:
    Connection &m_connection;
};

} // namespace renewal::store
