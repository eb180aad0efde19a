// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Paper)
};

constexpr double margin = 15;      ///< millimetres
constexpr double footPoints = 8;   ///< size of the foot's text
constexpr double bodyPoints = 9;   ///< and of the rest
constexpr double headPoints = 11;  ///< of headings
constexpr double titlePoints = 15; ///< of the title
constexpr int dotsPerInch = 300;
constexpr int anyHeight = 1'000'000;
const QColor quiet(0x50, 0x55, 0x5c);
const QColor line(0xb0, 0xb4, 0xba);

/// Goes down the pages line by line. First it only counts the pages, then it paints them with their number.
class Press
{
public:
    Press(QPagedPaintDevice *device, QPainter *painter, const QString &foot, int pages)
        : m_device(device)
        , m_painter(painter)
        , m_foot(foot)
        , m_pages(pages)
    {
        setLook(footPoints, false);
        m_footHeight = 2 * metrics().height();
        m_body = QRect(QPoint(0, 0), m_painter->viewport().size());
        m_body.setHeight(m_body.height() - m_footHeight);
    }

    int pages() const { return m_page; }
    void text(const QString &text, double points, bool isBold, double above)
    {
        setLook(points, isBold);
        const int gap = dots(above);
        // Each line by itself: a long letter goes on on the next page.
        for (const QString &part : text.split(u'\n')) {
            const int height = heightOf(part, m_body.width());
            need(height + gap);
            m_y += part == text.section(u'\n', 0, 0) ? gap : 0;
            draw(QRect(0, m_y, m_body.width(), height), part);
            m_y += height;
        }
    }
    void table(const PaperTable &table)
    {
        m_y += dots(6);
        QVector<int> widths;
        for (qsizetype i = 0; i < table.head.size(); ++i)
            widths.append(m_body.width() * table.widths.value(i, 100 / int(table.head.size())) / 100);
        row(table.head, widths, true);
        for (const QStringList &cells : table.rows) {
            if (m_y + rowHeight(cells, widths, false) > m_body.height()) {
                endPage();
                row(table.head, widths, true);
            }
            row(cells, widths, false);
        }
    }
    void finish() { paintFoot(); }

private:
    QFontMetrics metrics() const { return QFontMetrics(m_font, m_device); }
    int dots(double points) const { return int(points * m_device->logicalDpiY() / 72); }
    void setLook(double points, bool isBold)
    {
        m_font = QFont();
        m_font.setPointSizeF(points);
        m_font.setBold(isBold);
    }
    /// Between words; within one only where it is wider than its place.
    int wrapOf(const QString &text, int width) const
    {
        const QStringList words = text.split(u' ');
        const bool fits = std::ranges::all_of(
            words, [&](const QString &word) { return metrics().horizontalAdvance(word) <= width; });
        return fits ? Qt::TextWordWrap : Qt::TextWordWrap | Qt::TextWrapAnywhere;
    }
    int heightOf(const QString &text, int width) const
    {
        const QRect room(0, 0, std::max(width, 1), anyHeight);
        return std::max(metrics().height(), metrics().boundingRect(room, wrapOf(text, width), text).height());
    }
    int rowHeight(const QStringList &cells, const QVector<int> &widths, bool isHead)
    {
        setLook(bodyPoints, isHead);
        int height = metrics().height();
        for (qsizetype i = 0; i < cells.size() && i < widths.size(); ++i)
            height = std::max(height, heightOf(cells[i], widths[i] - 2 * dots(3)));
        return height + 2 * dots(3);
    }
    void row(const QStringList &cells, const QVector<int> &widths, bool isHead)
    {
        const int height = rowHeight(cells, widths, isHead);
        int x = 0;
        for (qsizetype i = 0; i < cells.size() && i < widths.size(); ++i) {
            draw(QRect(x, m_y, widths[i], height).adjusted(dots(3), dots(3), -dots(3), -dots(3)), cells[i]);
            x += widths[i];
        }
        m_y += height;
        if (m_pages > 0) {
            m_painter->setPen(QPen(line, dots(0.5)));
            m_painter->drawLine(0, m_y, x, m_y);
        }
    }
    void draw(const QRect &place, const QString &text)
    {
        if (m_pages == 0)
            return;
        m_painter->setFont(m_font);
        m_painter->setPen(Qt::black); // also from a dark window
        m_painter->drawText(place, wrapOf(text, place.width()), text);
    }
    /// A page that is begun holds at least one line, however large it is.
    void need(int height)
    {
        if (m_y > 0 && m_y + height > m_body.height())
            endPage();
    }
    void endPage()
    {
        const QFont font = m_font;
        paintFoot();
        if (m_pages > 0)
            m_device->newPage();
        m_font = font;
        ++m_page;
        m_y = 0;
    }
    void paintFoot()
    {
        if (m_pages == 0)
            return;
        setLook(footPoints, false);
        m_painter->setFont(m_font);
        m_painter->setPen(quiet);
        const QRect place(0, m_body.height(), m_body.width(), m_footHeight);
        m_painter->drawText(place, Qt::AlignLeft | Qt::AlignBottom, m_foot);
        m_painter->drawText(place, Qt::AlignRight | Qt::AlignBottom,
                            Texts::tr("Page %1 of %2", "numbers").arg(m_page).arg(m_pages));
    }

    QPagedPaintDevice *m_device;
    QPainter *m_painter;
    QString m_foot;
    int m_pages; ///< 0: only counts
    QFont m_font;
    QRect m_body;
    int m_footHeight = 0;
    int m_page = 1;
    int m_y = 0;
};

void print(Press &press, const Paper &paper)
{
    press.text(paper.title, titlePoints, true, 0);
    if (!paper.subtitle.isEmpty())
        press.text(paper.subtitle, bodyPoints, false, 2);
    for (const PaperSection &section : paper.sections) {
        if (!section.heading.isEmpty())
            press.text(section.heading, headPoints, true, 14);
        for (const auto &[label, value] : section.facts) {
            if (!value.isEmpty())
                press.text(label + u": "_s + value, bodyPoints, false, 2);
        }
        if (!section.text.isEmpty())
            press.text(section.text, bodyPoints, false, 4);
        if (!section.table.head.isEmpty())
            press.table(section.table);
    }
    press.finish();
}
} // namespace

int paintPaper(const Paper &paper, QPagedPaintDevice *device)
{
    device->setPageOrientation(paper.isWide ? QPageLayout::Landscape : QPageLayout::Portrait);
    device->setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    QPainter painter(device);
    if (!painter.isActive())
        return 0;
    Press counting(device, &painter, paper.foot, 0);
    print(counting, paper);
    Press press(device, &painter, paper.foot, counting.pages());
    print(press, paper);
    return press.pages();
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
