// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/decisionsfile.h"

#include "models/exchange/csv.h"
#include "models/exchange/spreadsheettext.h"

#include <QCoreApplication>
#include <QHash>
#include <QUtf8StringView>

#include <utility>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestNote = 2000;
constexpr qsizetype longestName = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("DecisionsFile", text);
}

/// What stands where, and how a row becomes a decision.
class Columns
{
public:
    static Result<Columns> fromHeader(const QStringList &header)
    {
        Columns columns;
        for (qsizetype i = 0; i < header.size(); ++i) {
            const QString name = folded(header.at(i));
            if (columns.m_places.contains(name) && !name.isEmpty())
                return failure(
                    ErrorCode::InvalidInput,
                    tr("The header row names the column \"%1\" twice.").arg(header.at(i).left(40)));
            columns.m_places.insert(name, i);
        }
        columns.m_width = header.size();
        for (const QString &name : {u"id"_s, u"station"_s, u"prescriber"_s, u"decision"_s}) {
            if (!columns.m_places.contains(name))
                return failure(ErrorCode::InvalidInput,
                               tr("The header row has no column \"%1\"; begin with 'renewal-service export "
                                  "decisions', or Export in the window, and fill in its column \"decision\".")
                                   .arg(name));
        }
        return columns;
    }

    QString cell(const QStringList &fields, const QString &column) const
    {
        return fromSpreadsheet(fields.value(m_places.value(folded(column), -1)).trimmed());
    }

    IntendedDecision read(const CsvRow &row) const
    {
        IntendedDecision intended;
        intended.row = row.line;
        intended.station = StationNumber(cell(row.fields, u"station"_s).left(longestName));
        intended.name = cell(row.fields, u"prescriber"_s).left(longestName);
        intended.decision.note = cell(row.fields, u"note"_s);
        // A spreadsheet may leave out empty cells at the end, but it adds none.
        if (row.unterminated || row.fields.size() > m_width)
            intended.problem =
                tr("The row has other cells than the header row; look for a quotation mark or a "
                   "separator too many.");
        else if (intended.decision.note.size() > longestNote)
            intended.problem = tr("The note is longer than 2,000 characters; shorten it.");
        else
            intended.problem = readNumbers(row.fields, intended);
        return intended;
    }

private:
    static QString folded(const QString &column)
    {
        QString name;
        for (const QChar c : column) {
            if (c.isLetterOrNumber())
                name += c.toLower();
        }
        return name;
    }

    /// A whole number of at least `smallest`; nullopt when the cell is something else.
    std::optional<qint64> number(const QStringList &fields, const QString &column, qint64 smallest) const
    {
        bool isNumber = false;
        const qint64 value = cell(fields, column).toLongLong(&isNumber);
        return isNumber && value >= smallest ? std::optional(value) : std::nullopt;
    }

    /// The problem, or nothing.
    QString readNumbers(const QStringList &fields, IntendedDecision &intended) const
    {
        const auto notNumber = [&](const QString &column) {
            return tr("The column \"%1\" has no number: \"%2\". Copy it from the export.")
                .arg(column, cell(fields, column).left(40));
        };
        const auto id = number(fields, u"id"_s, 1);
        if (!id)
            return notNumber(u"id"_s);
        intended.decision.prescriberId.value = *id;
        const QString word = cell(fields, u"decision"_s);
        const auto kind = decisionKindFromString(word);
        if (!kind)
            return tr("\"%1\" is no decision; write link, refuse or external.").arg(word.left(40));
        intended.decision.kind = *kind;
        intended.checksVersion = !cell(fields, u"version"_s).isEmpty();
        const auto version = number(fields, u"version"_s, 0);
        if (intended.checksVersion && !version)
            return notNumber(u"version"_s);
        intended.decision.version = version.value_or(0);
        if (*kind != DecisionKind::Link)
            return {};
        const auto team = number(fields, u"triageTeamId"_s, 1);
        if (!team)
            return tr("The column \"triageTeamId\" has no number: a link needs the one of a care team.");
        intended.decision.careTeam.value = *team;
        return {};
    }

    QHash<QString, qsizetype> m_places; ///< folded name -> index
    qsizetype m_width = 0;
};

tl::unexpected<Error> tooMany()
{
    return failure(
        ErrorCode::TooLarge,
        tr("The file decides about more than %1 prescribers; split it, and take one part after the "
           "other.")
            .arg(mostDecisions));
}

QByteArray lineOf(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells)
        quoted.append(csvField(cell));
    return quoted.join(u',').toUtf8() + '\n';
}

QString idText(qint64 id)
{
    return id > 0 ? QString::number(id) : QString();
}
} // namespace

Result<DecisionRows> readDecisions(QByteArrayView csv)
{
    if (csv.startsWith("PK\x03\x04"))
        return failure(ErrorCode::InvalidInput,
                       tr("The file is an Excel workbook; save it as \"CSV UTF-8\" first."));
    if (!QUtf8StringView(csv).isValidUtf8())
        return failure(ErrorCode::InvalidInput,
                       tr("The file is not in UTF-8; save it again as \"CSV UTF-8\"."));
    DecisionRows found;
    std::optional<Result<Columns>> columns;
    const auto take = [&](const CsvRow &row) {
        if (!columns) {
            columns = Columns::fromHeader(row.fields);
            return columns->has_value();
        }
        if (row.unterminated || !(*columns)->cell(row.fields, u"decision"_s).isEmpty())
            found.rows.append((*columns)->read(row));
        else
            ++found.undecided;
        return found.rows.size() <= mostDecisions;
    };
    CsvParser parser(CsvParser::delimiterOf(csv));
    if (parser.feed(csv, take))
        parser.finish(take);
    if (!columns)
        return failure(ErrorCode::InvalidInput, tr("The file is empty; choose one with a header row."));
    if (!columns->has_value())
        return failure(columns->error());
    if (found.rows.size() > mostDecisions)
        return tooMany();
    return found;
}

QByteArray decisionsCsv(const QVector<IntendedDecision> &rows)
{
    QByteArray csv = "id,station,prescriber,version,decision,triageTeamId,note\n";
    for (const IntendedDecision &row : rows) {
        csv += lineOf({QString::number(row.decision.prescriberId.value), row.station.text(),
                       toSpreadsheet(row.name),
                       row.checksVersion ? QString::number(row.decision.version) : QString(),
                       toString(row.decision.kind), idText(row.decision.careTeam.value),
                       toSpreadsheet(row.decision.note)});
    }
    return csv;
}

QByteArray reportCsv(const DecisionsReport &report)
{
    QByteArray csv = "row,id,station,prescriber,decision,triageTeamId,careTeam,result,becomeReady,"
                     "becomeNeedsTeam,becomeExternal,unchanged,problem\n";
    for (const ReportedDecision &row : report.rows) {
        csv += lineOf({QString::number(row.row), idText(row.prescriberId.value), row.station,
                       toSpreadsheet(row.prescriber), row.kind ? toString(*row.kind) : QString(),
                       idText(row.careTeam.value), toSpreadsheet(row.careTeamName), toString(row.result),
                       QString::number(row.effect.becomeReady), QString::number(row.effect.becomeNeedsTeam),
                       QString::number(row.effect.becomeExternal), QString::number(row.effect.unchanged),
                       toSpreadsheet(row.text)});
    }
    return csv;
}

} // namespace renewal::exchange
