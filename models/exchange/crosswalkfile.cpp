// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/crosswalkfile.h"

#include "models/exchange/csv.h"
#include "models/exchange/spreadsheettext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QUtf8StringView>

#include <array>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostRows = 20'000;
constexpr qsizetype longestName = 200;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CrosswalkFile)
};

/// The members of a row, in the order of CrosswalkRow.
enum Cell
{
    OldTeam,
    OldName,
    Pool,
    PoolName,
    CellCount,
};

/// What a column, or a member in JSON, may be called: letters only, in lower case.
std::optional<Cell> cellOf(const QString &column)
{
    static const QMap<QString, Cell> cells{
        {u"old"_s, OldTeam},
        {u"oldteam"_s, OldTeam},
        {u"oldcareteam"_s, OldTeam},
        {u"from"_s, OldTeam},
        {u"vista"_s, OldTeam},
        {u"vistatriagegroupid"_s, OldTeam},
        {u"oldname"_s, OldName},
        {u"vistatriagegroupname"_s, OldName},
        {u"new"_s, Pool},
        {u"newpool"_s, Pool},
        {u"newteam"_s, Pool},
        {u"pool"_s, Pool},
        {u"to"_s, Pool},
        {u"oraclehealth"_s, Pool},
        {u"ohtriagegroupid"_s, Pool},
        {u"newname"_s, PoolName},
        {u"poolname"_s, PoolName},
        {u"ohtriagegroupname"_s, PoolName},
    };
    QString word;
    for (const QChar c : column) {
        if (c.isLetter())
            word += c.toLower();
    }
    const auto found = cells.constFind(word);
    return found == cells.cend() ? std::nullopt : std::optional(*found);
}

CrosswalkRow rowOf(qint64 number, std::array<QString, CellCount> cells)
{
    for (QString &cell : cells)
        cell = cell.trimmed().left(longestName);
    // Where one side has only a name, that is what it is called by.
    for (const auto &[id, name] : {std::pair(OldTeam, OldName), std::pair(Pool, PoolName)}) {
        if (cells.at(id).isEmpty())
            std::swap(cells.at(id), cells.at(name));
    }
    CrosswalkRow row{number, cells.at(OldTeam), cells.at(OldName), cells.at(Pool), cells.at(PoolName), {}};
    if (row.oldTeam.isEmpty())
        row.problem = Texts::tr("The old care team is missing.");
    else if (row.pool.isEmpty())
        row.problem = Texts::tr("The new pool is missing.");
    return row;
}

tl::unexpected<Error> tooMany()
{
    return failure(ErrorCode::TooLarge,
                   Texts::tr("The crosswalk has more than 20,000 rows; give only those of one station."));
}

Result<QVector<CrosswalkRow>> readJson(QByteArrayView file)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(file.toByteArray(), &problem);
    const QJsonValue data = document.isObject() ? document.object().value("data"_L1) : QJsonValue();
    if (!document.isArray() && !data.isArray()) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The file is no crosswalk: neither CSV nor a list of JSON entries."),
                       problem.errorString());
    }
    const QJsonArray entries = document.isArray() ? document.array() : data.toArray();
    if (entries.size() > mostRows)
        return tooMany();
    QVector<CrosswalkRow> rows;
    for (const auto &entry : entries) {
        const QJsonObject whole = entry.toObject();
        const QJsonObject members =
            whole.contains("attributes"_L1) ? whole.value("attributes"_L1).toObject() : whole;
        std::array<QString, CellCount> cells;
        for (auto member = members.begin(); member != members.end(); ++member) {
            if (const auto cell = cellOf(member.key()))
                cells.at(*cell) = member.value().toVariant().toString();
        }
        rows.append(rowOf(rows.size() + 1, cells));
    }
    return rows;
}

/// Which column is which; two columns that say nothing are a file without a header row.
class Columns
{
public:
    explicit Columns(const QStringList &first)
        : m_width(first.size())
    {
        for (qsizetype i = 0; i < first.size(); ++i) {
            if (const auto cell = cellOf(first.at(i)))
                m_cells.insert(i, *cell);
        }
        m_hasHeader = !m_cells.isEmpty();
        if (!m_hasHeader && m_width == 2)
            m_cells = {{0, OldTeam}, {1, Pool}};
    }

    bool hasHeader() const { return m_hasHeader; }
    bool isCrosswalk() const
    {
        const QList<Cell> cells = m_cells.values();
        return (cells.contains(OldTeam) || cells.contains(OldName)) &&
               (cells.contains(Pool) || cells.contains(PoolName));
    }

    CrosswalkRow read(const CsvRow &row) const
    {
        std::array<QString, CellCount> cells;
        for (auto cell = m_cells.cbegin(); cell != m_cells.cend(); ++cell)
            cells.at(*cell) = fromSpreadsheet(row.fields.value(cell.key()).trimmed());
        CrosswalkRow read = rowOf(row.line, cells);
        if (row.unterminated || row.fields.size() > m_width) {
            read.problem = Texts::tr("The row has other cells than the first row; look for a quotation mark "
                                     "or a separator too many.");
        }
        return read;
    }

private:
    qsizetype m_width;
    QMap<qsizetype, Cell> m_cells;
    bool m_hasHeader = false;
};

Result<QVector<CrosswalkRow>> readCsv(QByteArrayView file)
{
    QVector<CrosswalkRow> rows;
    std::optional<Columns> columns;
    const auto take = [&](const CsvRow &row) {
        const bool isFirst = !columns;
        if (isFirst)
            columns.emplace(row.fields);
        if (!columns->isCrosswalk())
            return false;
        if (!isFirst || !columns->hasHeader())
            rows.append(columns->read(row));
        return rows.size() <= mostRows;
    };
    CsvParser parser(CsvParser::delimiterOf(file));
    if (parser.feed(file, take))
        parser.finish(take);
    if (!columns || !columns->isCrosswalk()) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The file is no crosswalk: it needs two columns, the old care team and the "
                                 "new pool."));
    }
    if (rows.size() > mostRows)
        return tooMany();
    return rows;
}
} // namespace

Result<QVector<CrosswalkRow>> readCrosswalk(QByteArrayView file)
{
    if (!QUtf8StringView(file).isValidUtf8())
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The file is not in UTF-8; save it again as \"CSV UTF-8\"."));
    const QByteArray beginning = file.first(std::min<qsizetype>(file.size(), 64)).toByteArray().trimmed();
    const bool isJson = beginning.startsWith('{') || beginning.startsWith('[');
    return isJson ? readJson(file) : readCsv(file);
}

} // namespace renewal::exchange
