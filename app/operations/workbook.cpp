// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/workbook.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <xlsxwriter.h>

#include <utility>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestText = 32'767; ///< of a cell
constexpr qint64 secondsOfDay = 86'400;

const char *numberFormat(Workbook::Kind kind)
{
    switch (kind) {
    case Workbook::Kind::Whole:
        return "0";
    case Workbook::Kind::Share:
        return "0.0%";
    case Workbook::Kind::Instant:
        return "yyyy-mm-dd hh:mm:ss";
    case Workbook::Kind::Text:
        break;
    }
    return "@"; // what is typed there stays text too
}

/// Days since the epoch of spreadsheets.
double serialDay(const QDateTime &instant)
{
    static const QDateTime epoch(QDate(1899, 12, 30), QTime(0, 0), Qt::UTC);
    return static_cast<double>(epoch.secsTo(instant)) / secondsOfDay;
}
} // namespace

Workbook::Workbook(const QString &path, const QString &sheet, const QVector<Column> &columns, Memory memory)
    : m_path(path)
    , m_columns(columns)
{
    lxw_workbook_options options = {};
    options.constant_memory = memory == Memory::Constant ? LXW_TRUE : LXW_FALSE;
    m_book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!m_book)
        return;
    m_sheet = workbook_add_worksheet(m_book, sheet.toUtf8().constData());
    for (const Column &column : columns) {
        lxw_format *format = workbook_add_format(m_book);
        format_set_num_format(format, numberFormat(column.kind));
        m_formats.append(format);
    }
    addHeading();
}

Workbook::~Workbook()
{
    lxw_workbook_free(m_book);
}

void Workbook::addHeading()
{
    lxw_format *bold = workbook_add_format(m_book);
    format_set_bold(bold);
    const auto last = static_cast<quint16>(m_columns.size() - 1);
    for (quint16 i = 0; i <= last; ++i) {
        worksheet_set_column(m_sheet, i, i, m_columns[i].width, m_formats[i]);
        worksheet_write_string(m_sheet, 0, i, m_columns[i].name.toUtf8().constData(), bold);
        if (m_columns[i].choices.isEmpty())
            continue;
        QVector<QByteArray> words;
        for (const QString &choice : std::as_const(m_columns[i].choices))
            words.append(choice.toUtf8());
        QVector<char *> list;
        for (QByteArray &word : words)
            list.append(word.data());
        list.append(nullptr);
        lxw_data_validation validation = {};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
        worksheet_data_validation_range(m_sheet, 1, i, static_cast<quint32>(mostRows), i, &validation);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
}

void Workbook::add(const QVariantList &cells)
{
    if (!m_book || ++m_rows > mostRows)
        return;
    for (qsizetype i = 0; i < cells.size() && i < m_columns.size(); ++i) {
        if (cells[i].isValid())
            addCell(static_cast<quint32>(m_rows), static_cast<quint16>(i), cells[i]);
    }
}

void Workbook::addCell(quint32 row, quint16 column, const QVariant &value)
{
    lxw_format *format = m_formats[column];
    lxw_error fault = LXW_NO_ERROR;
    switch (m_columns[column].kind) {
    case Kind::Text: {
        const QByteArray text = value.toString().left(longestText).toUtf8();
        if (!text.isEmpty())
            fault = worksheet_write_string(m_sheet, row, column, text.constData(), format);
        break;
    }
    case Kind::Instant:
        fault = worksheet_write_number(m_sheet, row, column, serialDay(value.toDateTime()), format);
        break;
    case Kind::Whole:
    case Kind::Share:
        fault = worksheet_write_number(m_sheet, row, column, value.toDouble(), format);
        break;
    }
    if (m_fault == 0)
        m_fault = fault;
}

Done Workbook::close()
{
    if (!m_book)
        m_fault = m_fault != 0 ? m_fault : LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (m_rows > mostRows)
        return failure(
            ErrorCode::TooLarge,
            QCoreApplication::translate("Workbook", "A workbook takes %1 rows; choose a station, or CSV.")
                .arg(mostRows));
    if (m_fault == 0) {
        worksheet_autofilter(m_sheet, 0, 0, static_cast<quint32>(m_rows),
                             static_cast<quint16>(m_columns.size() - 1));
        m_fault = workbook_close(std::exchange(m_book, nullptr));
    }
    if (m_fault != 0)
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate(
                           "Workbook", "The workbook could not be written; check the folder and its space."),
                       QString::fromUtf8(lxw_strerror(static_cast<lxw_error>(m_fault))));
    return ok();
}

} // namespace renewal::operations
