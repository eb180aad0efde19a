// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlegend.h"

#include "ui/charts/serieslook.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// A check box (so it is spoken and works like one) that looks like an entry of a legend.
class LegendEntry final : public QCheckBox
{
public:
    LegendEntry(const QString &title, int series, QWidget *parent)
        : QCheckBox(title, parent)
        , m_series(series)
    {
        setFont(roleFont(FontRole::Small));
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(text()) + swatch() + scaled(this, 16),
                metrics.height() + scaled(this, 6)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &pos) const override { return rect().contains(pos); }

    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = scaled(this, 5);
        const double middle = height() / 2.0;
        QPen pen = seriesPen(m_series, theme);
        pen.setWidthF(pen.widthF() + 0.4);
        if (!isChecked())
            pen.setColor(theme.line);
        painter.setPen(pen);
        painter.drawLine(QPointF(side, middle), QPointF(side + swatch(), middle));
        QFont own = font();
        own.setStrikeOut(!isChecked());
        painter.setFont(own);
        painter.setPen(isChecked() ? theme.text : theme.textQuiet);
        painter.drawText(rect().adjusted(side + swatch() + side, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         text());
        if (hasFocus())
            paintFocusRing(&painter, rect(), 4, theme);
    }

private:
    int swatch() const { return scaled(this, 14); }

    int m_series;
};
} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"chartLegend"_s);
    setAccessibleName(tr("Legend"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    hide();
}

void ChartLegend::setTitles(const QStringList &titles)
{
    if (titles == m_titles)
        return;
    m_titles = titles;
    qDeleteAll(m_entries);
    m_entries.clear();
    for (int i = 0; i < titles.size() && titles.size() > 1; ++i) {
        auto *entry = new LegendEntry(titles[i], i, this);
        entry->setObjectName(u"legendEntry%1Check"_s.arg(i));
        entry->setAccessibleName(tr("Show %1", "a line of a chart").arg(titles[i]));
        entry->setToolTip(tr("Hide or show this line"));
        entry->setChecked(true);
        connect(entry, &QCheckBox::toggled, this, [this, i](bool shown) { emit lineToggled(i, shown); });
        m_row->addWidget(entry);
        m_entries.append(entry);
    }
    setVisible(!m_entries.isEmpty());
}

QVector<bool> ChartLegend::shown() const
{
    QVector<bool> shown(m_titles.size(), true);
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        shown[i] = m_entries[i]->isChecked();
    return shown;
}

void ChartLegend::showAll()
{
    for (QCheckBox *entry : std::as_const(m_entries))
        entry->setChecked(true);
}

} // namespace renewal::ui
