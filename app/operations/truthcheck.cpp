// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/truthcheck.h"

#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "models/exchange/truthfile.h"

#include <QCoreApplication>
#include <QFile>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using correlation::MatchingCheck;
using correlation::Truth;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TruthCheck)
};

using SourceKey = std::pair<QString, QString>; ///< parent station, extract id

Result<QHash<SourceKey, qint64>> prescribersByExtract(store::Connection &connection)
{
    QHash<SourceKey, qint64> ids;
    const Done done =
        connection.each(u"SELECT parent_station, extract_id, prescriber_id FROM prescriber_source"_s, {},
                        [&](const store::Row &row) {
                            ids.insert({row.text(0), row.text(1)}, row.number(2));
                            return true;
                        });
    if (!done)
        return failure(done.error());
    return ids;
}

/// By prescriber, in ascending order.
QMap<qint64, Truth> truthsOf(const QVector<exchange::TruthRow> &rows, const QHash<SourceKey, qint64> &ids,
                             const QString &parentStation)
{
    QMap<qint64, Truth> truths;
    for (const exchange::TruthRow &row : rows) {
        const QString parent = row.station.parent();
        const auto id = ids.constFind({parent, row.prescriberId});
        if (id == ids.cend() || (!parentStation.isEmpty() && parent != parentStation))
            continue;
        const bool second = truths.contains(*id);
        Truth &truth = truths[*id];
        truth.right |= row.right;
        truth.ambiguous = truth.ambiguous || row.ambiguous || second;
        truth.kind = second ? truth.kind : row.kind;
        truth.trap = second ? truth.trap : row.trap;
        truth.patients = second ? truth.patients + row.patients : row.patients;
    }
    return truths;
}

} // namespace

Result<MatchingCheck> checkAgainstTruth(store::Connection &connection, const QString &path,
                                        const QString &parentStation)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, Texts::tr("%1 can't be read: %2").arg(path, file.errorString()));
    const auto rows = exchange::readTruth(file.readAll());
    if (!rows)
        return failure(rows.error().code, path + u": "_s + rows.error().text);
    const auto ids = prescribersByExtract(connection);
    if (!ids)
        return failure(ids.error());
    const QMap<qint64, Truth> truths = truthsOf(*rows, *ids, parentStation);
    if (truths.isEmpty())
        return failure(
            ErrorCode::InvalidInput,
            Texts::tr("%1 is about none of the prescribers here; import its region first.").arg(path));
    MatchingCheck check;
    for (auto truth = truths.cbegin(); truth != truths.cend(); ++truth) {
        const auto set = store::CorrelationRepository(connection).candidates(PrescriberId{truth.key()});
        if (!set)
            return failure(set.error());
        check.add(*set, *truth);
    }
    return check;
}

} // namespace renewal::operations
