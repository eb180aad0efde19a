// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace renewal::operations {

/// One sheet as an XLSX file: a heading that stays in sight, and rows. Texts are texts, whatever they begin
/// with: none becomes a formula. Write to a file of one's own and close(); one that is not closed is not
/// there. Lives on one thread.
class Workbook
{
public:
    enum class Kind
    {
        Text,
        Whole,   ///< a whole number
        Share,   ///< 0 to 1, shown as per cent
        Instant, ///< date and time, UTC
    };
    struct Column
    {
        QString name;
        Kind kind = Kind::Text;
        int width = 12;           ///< characters
        QStringList choices = {}; ///< the only words that may be filled in
    };

    /// Constant: rows go to a file of the system's as they come, and must come in order.
    enum class Memory
    {
        Whole,
        Constant,
    };

    /// The most rows below the heading that the format takes.
    static constexpr qint64 mostRows = 1'048'575;

    Workbook(const QString &path, const QString &sheet, const QVector<Column> &columns,
             Memory memory = Memory::Whole);
    ~Workbook();
    Workbook(const Workbook &) = delete;
    Workbook &operator=(const Workbook &) = delete;

    /// A cell for each column; an invalid QVariant leaves it empty. Longer texts than a cell takes are cut.
    void add(const QVariantList &cells);
    qint64 rows() const { return m_rows; }
    /// Writes the file. TooLarge when there were over mostRows.
    Done close();

private:
    void addHeading();
    void addCell(quint32 row, quint16 column, const QVariant &value);

    QString m_path;
    QVector<Column> m_columns;
    lxw_workbook *m_book = nullptr; ///< null once closed, and when there is no memory
    lxw_worksheet *m_sheet = nullptr;
    QVector<lxw_format *> m_formats; ///< of the columns
    qint64 m_rows = 0;
    int m_fault = 0; ///< the first one of the library's
};

} // namespace renewal::operations
