// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/historylist.h"

#include "models/items/datetexts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>
#include <QStringList>

namespace renewal::ui {

using namespace Qt::StringLiterals;

HistoryList::HistoryList(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void HistoryList::setEntries(const QVector<HistoryEntry> &entries, const QTimeZone &zone, int limit)
{
    m_lines.clear();
    QStringList spoken;
    QVector<HistoryEntry> ordered = entries;
    std::ranges::stable_sort(ordered, {}, &HistoryEntry::at);
    if (ordered.size() > limit)
        ordered = ordered.last(limit);
    for (const HistoryEntry &entry : std::as_const(ordered)) {
        m_lines.append(
            {items::historyTime(entry.at, zone) + u' ' + items::zoneName(entry.at, zone), entry.text});
        spoken += m_lines.last().time + u' ' + entry.text;
    }
    if (m_lines.isEmpty())
        m_lines.append({{}, tr("Nothing has happened yet.")});
    setAccessibleName(spoken.isEmpty() ? m_lines.first().text : spoken.join(u". "));
    updateGeometry();
    update();
}

QRect HistoryList::textRect(const Line &line, int width) const
{
    int indent = 0; // the same for all, so that the sentences stand in line
    for (const Line &other : m_lines)
        indent = std::max(indent,
                          other.time.isEmpty() ? 0 : fontMetrics().horizontalAdvance(other.time + u"  "_s));
    const QRect room(0, 0, std::max(width - indent, 40), 100000);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, line.text).translated(indent, 0);
}

int HistoryList::heightForWidth(int width) const
{
    int height = 0;
    for (const Line &line : m_lines)
        height += textRect(line, width).height() + scaled(this, 2);
    return height;
}

QSize HistoryList::sizeHint() const
{
    const int wide = scaled(this, 220);
    return {wide, heightForWidth(width() > 0 ? std::max(width(), 100) : wide)};
}

void HistoryList::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    int top = 0;
    for (const Line &line : m_lines) {
        QRect text = textRect(line, width());
        text.moveTop(top);
        painter.setPen(theme.textQuiet);
        painter.drawText(QRect(0, top, text.left(), fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
                         line.time);
        painter.setPen(line.time.isEmpty() ? theme.textQuiet : theme.text);
        painter.drawText(QRect(text.left(), top, width() - text.left(), text.height()), Qt::TextWordWrap,
                         line.text);
        top += text.height() + scaled(this, 2);
    }
}

} // namespace renewal::ui
