// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/truthfile.h"

#include "models/exchange/csv.h"

#include <QCoreApplication>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TruthFile)
};

class TruthColumns
{
public:
    explicit TruthColumns(const QStringList &header)
        : m_header(header)
    {
    }

    QString missing() const
    {
        for (const QString &name : {u"prescriberId"_s, u"stationNumber"_s, u"triageTeamId"_s, u"kind"_s}) {
            if (!m_header.contains(name))
                return name;
        }
        return {};
    }

    /// False when the row names nobody, or a team by something else than a number.
    bool read(const QStringList &fields, TruthRow &row) const
    {
        const auto cell = [&](const QString &name) { return fields.value(m_header.indexOf(name)).trimmed(); };
        row.prescriberId = cell(u"prescriberId"_s);
        row.station = StationNumber(cell(u"stationNumber"_s));
        row.ambiguous = cell(u"ambiguous"_s) == "1"_L1;
        row.kind = cell(u"kind"_s);
        row.trap = cell(u"trap"_s);
        row.patients = std::max<qint64>(1, cell(u"patients"_s).toLongLong());
        bool good = !row.prescriberId.isEmpty() && row.station.isValid();
        const QString teams = cell(u"triageTeamId"_s) + u';' + cell(u"alsoAcceptable"_s);
        for (const QString &id : teams.split(u';', Qt::SkipEmptyParts)) {
            bool isNumber = false;
            row.right.insert(id.toLongLong(&isNumber));
            good = good && isNumber;
        }
        return good;
    }

private:
    QStringList m_header;
};

} // namespace

Result<QVector<TruthRow>> readTruth(const QByteArray &csv)
{
    std::optional<TruthColumns> columns;
    QVector<TruthRow> rows;
    Error error;
    const auto take = [&](const CsvRow &row) {
        if (!columns) {
            columns.emplace(row.fields);
            if (const QString name = columns->missing(); !name.isEmpty())
                error = {ErrorCode::InvalidInput,
                         Texts::tr(
                             "The header row has no column \"%1\"; a truth.csv of a simulated region has it.")
                             .arg(name),
                         {}};
            return error.text.isEmpty();
        }
        TruthRow truth;
        if (!columns->read(row.fields, truth)) {
            error = {ErrorCode::InvalidInput,
                     Texts::tr("Line %1 names no prescriber with a station, or a care team without a number.")
                         .arg(row.line),
                     {}};
            return false;
        }
        rows.append(truth);
        return true;
    };
    CsvParser parser(',');
    if (!parser.feed(csv, take) || !parser.finish(take))
        return failure(error);
    return rows;
}

} // namespace renewal::exchange
