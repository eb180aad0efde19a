// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Paper)
};

constexpr double margin = 15;    ///< millimetres
constexpr double footPoints = 8; ///< size of the foot's text
constexpr double bodyPoints = 9; ///< and of the rest
constexpr int dotsPerInch = 300;

QTextCharFormat characters(double points, bool isBold, const QColor &colour = Qt::black)
{
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(isBold ? QFont::Bold : QFont::Normal);
    format.setForeground(colour);
    return format;
}

/// A paragraph that stays on one page.
QTextBlockFormat block(double above = 0)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setNonBreakableLines(true);
    return format;
}

void addTable(QTextCursor &cursor, const PaperTable &table)
{
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setCellPadding(4);
    format.setCellSpacing(0);
    format.setBorderCollapse(true);
    format.setBorder(0.5);
    format.setBorderBrush(QColor(0xb0, 0xb4, 0xba));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QVector<QTextLength> widths;
    for (const int width : table.widths)
        widths.append(QTextLength(QTextLength::PercentageLength, width));
    format.setColumnWidthConstraints(widths);
    QTextTable *grid = cursor.insertTable(int(table.rows.size()) + 1, int(table.head.size()), format);
    const auto fill = [&](int row, const QStringList &cells, const QTextCharFormat &look) {
        for (int column = 0; column < cells.size() && column < table.head.size(); ++column) {
            QTextCursor cell = grid->cellAt(row, column).firstCursorPosition();
            cell.setBlockFormat(block());
            cell.insertText(cells[column], look);
        }
    };
    fill(0, table.head, characters(bodyPoints, true));
    for (int row = 0; row < table.rows.size(); ++row)
        fill(row + 1, table.rows[row], characters(bodyPoints, false));
    cursor.movePosition(QTextCursor::End);
}

void addSection(QTextCursor &cursor, const PaperSection &section)
{
    if (!section.heading.isEmpty()) {
        QTextBlockFormat heading = block(14);
        heading.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        cursor.insertBlock(heading);
        cursor.insertText(section.heading, characters(11, true));
    }
    for (const auto &[label, value] : section.facts) {
        if (value.isEmpty())
            continue;
        cursor.insertBlock(block(2));
        cursor.insertText(label + u": "_s, characters(bodyPoints, false, QColor(0x50, 0x55, 0x5c)));
        cursor.insertText(value, characters(bodyPoints, false));
    }
    if (!section.text.isEmpty()) {
        QTextBlockFormat text = block(4);
        text.setNonBreakableLines(false); // a long letter may go on on the next page
        cursor.insertBlock(text);
        cursor.insertText(section.text, characters(bodyPoints, false));
    }
    if (!section.table.head.isEmpty()) {
        cursor.insertBlock(block(6));
        addTable(cursor, section.table);
    }
}

void fill(QTextDocument &document, const Paper &paper)
{
    QTextCursor cursor(&document);
    cursor.setBlockFormat(block());
    cursor.insertText(paper.title, characters(15, true));
    if (!paper.subtitle.isEmpty()) {
        cursor.insertBlock(block(2));
        cursor.insertText(paper.subtitle, characters(bodyPoints, false));
    }
    for (const PaperSection &section : paper.sections)
        addSection(cursor, section);
}
} // namespace

int paintPaper(const Paper &paper, QPagedPaintDevice *device)
{
    device->setPageOrientation(paper.isWide ? QPageLayout::Landscape : QPageLayout::Portrait);
    device->setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    QPainter painter(device);
    if (!painter.isActive())
        return 0;
    const QRect page = painter.viewport();
    QFont footFont = painter.font();
    footFont.setPointSizeF(footPoints);
    const int footHeight = QFontMetrics(footFont, device).height() * 2;
    const QSizeF body(page.width(), page.height() - footHeight);
    QTextDocument document;
    document.setDocumentMargin(0);
    document.documentLayout()->setPaintDevice(device);
    fill(document, paper);
    document.setPageSize(body);
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            device->newPage();
        painter.save();
        painter.translate(0, -i * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, i * body.height(), body.width(), body.height());
        context.palette.setColor(QPalette::Text, Qt::black); // also from a dark window
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(footFont);
        painter.setPen(QColor(0x50, 0x55, 0x5c));
        const QRectF foot(0, body.height(), page.width(), footHeight);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, paper.foot);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                         Texts::tr("Page %1 of %2", "numbers").arg(i + 1).arg(pages));
    }
    return pages;
}

Result<int> savePaper(const Paper &paper, const QString &path)
{
    QSaveFile file(path);
    const auto notWritten = [&] {
        return failure(
            ErrorCode::InvalidInput,
            Texts::tr("The file cannot be written there: %1. Choose another place.").arg(file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return notWritten();
    int pages = 0;
    {
        QPdfWriter writer(&file);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::Letter));
        writer.setTitle(Texts::tr("Renewals")); // names no patient
        writer.setCreator(u"Renewal Console"_s);
        pages = paintPaper(paper, &writer);
    }
    if (pages == 0 || !file.commit())
        return notWritten();
    return pages;
}

} // namespace renewal::ui
