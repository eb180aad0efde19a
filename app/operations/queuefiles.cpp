// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/queuefiles.h"

#include "app/operations/workbook.h"
#include "models/exchange/csv.h"
#include "models/exchange/spreadsheettext.h"
#include "models/rest/restrenewals.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
using Kind = Workbook::Kind;

/// Names end where no people read them: programs do. The order is that of the screen.
QVector<Workbook::Column> columns()
{
    return {{u"station"_s, Kind::Text, 9},
            {u"system"_s, Kind::Text, 16},
            {u"patientKey"_s, Kind::Text, 16},
            {u"medication"_s, Kind::Text, 34},
            {u"rxNumber"_s, Kind::Text, 14},
            {u"quantity"_s, Kind::Text, 9},
            {u"instructions"_s, Kind::Text, 40},
            {u"refillsLeft"_s, Kind::Whole, 11},
            {u"lastFillUtc"_s, Kind::Instant, 19},
            {u"expiresUtc"_s, Kind::Instant, 19},
            {u"requestedUtc"_s, Kind::Instant, 19},
            {u"replyDueUtc"_s, Kind::Instant, 19},
            {u"state"_s, Kind::Text, 15},
            {u"stateReason"_s, Kind::Text, 30},
            {u"prescriber"_s, Kind::Text, 26},
            {u"careTeam"_s, Kind::Text, 34},
            {u"probability"_s, Kind::Share, 11},
            {u"chosenTeamId"_s, Kind::Whole, 13},
            {u"renewable"_s, Kind::Text, 10},
            {u"ruleVersion"_s, Kind::Text, 22},
            {u"gate"_s, Kind::Text, 20},
            {u"assignee"_s, Kind::Text, 18},
            {u"outcome"_s, Kind::Text, 14},
            {u"outcomeReason"_s, Kind::Text, 20},
            {u"id"_s, Kind::Whole, 10}};
}

QVariant instant(const QDateTime &at)
{
    return at.isValid() ? QVariant(at.toUTC()) : QVariant();
}

template <class T>
QVariant cell(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

/// Only where a rule was applied is there an answer.
QString renewable(const StoredVerdict &verdict)
{
    if (verdict.ruleVersion.isEmpty())
        return {};
    return verdict.renewable ? u"yes"_s : u"no"_s;
}

QVariantList cellsOf(const Renewal &renewal)
{
    return {renewal.station.text(),
            toString(renewal.ehr),
            renewal.patientKey,
            renewal.drug,
            renewal.prescriptionNumber,
            renewal.quantity,
            renewal.sig,
            cell(renewal.refillRemaining),
            instant(renewal.lastFilled),
            instant(renewal.expires),
            instant(renewal.requestedAt),
            instant(renewal.dueAt),
            toString(renewal.state),
            renewal.stateReason,
            renewal.prescriberShown,
            renewal.careTeamName,
            cell(renewal.careTeamProbability),
            renewal.sentTo.isValid() ? QVariant(renewal.sentTo.value) : QVariant(),
            renewable(renewal.verdict),
            renewal.verdict.ruleVersion,
            renewal.verdict.gate,
            renewal.assignee,
            renewal.outcome,
            renewal.outcomeReason,
            renewal.id.value};
}

QString csvCell(Kind kind, const QVariant &value)
{
    if (!value.isValid())
        return {};
    switch (kind) {
    case Kind::Instant:
        return value.toDateTime().toString(Qt::ISODate);
    case Kind::Share:
        return QString::number(value.toDouble(), 'g', 3);
    case Kind::Whole:
        return value.toString();
    case Kind::Text:
        break;
    }
    return exchange::csvField(exchange::toSpreadsheet(value.toString()));
}

Error notWritten(const QString &detail)
{
    return {
        ErrorCode::Internal,
        QCoreApplication::translate("QueueExport", "The file could not be written; there may be no room."),
        detail};
}

/// Bytes that are written as they come.
class PlainFile : public QueueFile
{
public:
    explicit PlainFile(const QString &path)
        : m_file(path)
    {
        m_isWell = m_file.open(QIODevice::WriteOnly);
    }

protected:
    void write(const QByteArray &bytes) { m_isWell = m_isWell && m_file.write(bytes) == bytes.size(); }
    Done end()
    {
        if (m_isWell && m_file.flush())
            return ok();
        return failure(notWritten(m_file.errorString()));
    }

private:
    QFile m_file;
    bool m_isWell = false;
};

/// With the byte order mark that spreadsheets need to read it as UTF-8.
class CsvQueueFile final : public PlainFile
{
public:
    explicit CsvQueueFile(const QString &path)
        : PlainFile(path)
    {
        QStringList names;
        for (const Workbook::Column &column : std::as_const(m_columns))
            names.append(column.name);
        write("\xEF\xBB\xBF" + names.join(u',').toUtf8() + "\r\n");
    }

    void add(const Renewal &renewal) override
    {
        const QVariantList cells = cellsOf(renewal);
        QStringList fields;
        for (qsizetype i = 0; i < cells.size(); ++i)
            fields.append(csvCell(m_columns[i].kind, cells[i]));
        write(fields.join(u',').toUtf8() + "\r\n");
    }
    Done close() override { return end(); }

private:
    QVector<Workbook::Column> m_columns = columns();
};

class XlsxQueueFile final : public QueueFile
{
public:
    explicit XlsxQueueFile(const QString &path)
        : m_book(path, QCoreApplication::translate("QueueExport", "Renewals"), columns(),
                 Workbook::Memory::Constant)
    {
    }

    qint64 most() const override { return Workbook::mostRows; }
    void add(const Renewal &renewal) override { m_book.add(cellsOf(renewal)); }
    Done close() override { return m_book.close(); }

private:
    Workbook m_book;
};

/// The renewals as the REST contract writes them, for paper.
class RowsFile final : public PlainFile
{
public:
    explicit RowsFile(const QString &path)
        : PlainFile(path)
    {
    }

    qint64 most() const override { return mostRows; }
    void setTotal(qint64 total) override { m_page.total = total; }
    void add(const Renewal &renewal) override { m_page.items.append(renewal); }
    Done close() override
    {
        write(QJsonDocument(rest::pageJson(m_page)).toJson(QJsonDocument::Compact));
        return end();
    }

private:
    Page<Renewal> m_page;
};
} // namespace

std::unique_ptr<QueueFile> QueueFile::open(ExportFormat format, const QString &path)
{
    switch (format) {
    case ExportFormat::Workbook:
        return std::make_unique<XlsxQueueFile>(path);
    case ExportFormat::Rows:
        return std::make_unique<RowsFile>(path);
    case ExportFormat::Csv:
        break;
    }
    return std::make_unique<CsvQueueFile>(path);
}

} // namespace renewal::operations
