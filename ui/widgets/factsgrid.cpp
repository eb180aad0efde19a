// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factsgrid.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

FactsGrid::FactsGrid(int labelWidth, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(this, 10));
    m_grid->setVerticalSpacing(scaled(this, 4));
    m_grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    m_grid->setColumnStretch(1, 1);
    constexpr int belowAll = 64; // extra height goes below the facts, not between them
    m_grid->setRowStretch(belowAll, 1);
}

void FactsGrid::setFacts(const QVector<Fact> &facts)
{
    m_facts = facts;
    m_facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    while (m_rows.size() < m_facts.size()) {
        const int row = static_cast<int>(m_rows.size());
        Row labels{makeQuietLabel({}, u"factLabel"_s, FontRole::Body, this),
                   makeLabel({}, u"factValueLabel"_s, FontRole::Body, this)};
        labels.label->setWordWrap(false);
        labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(labels.label, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(labels.value, row, 1, Qt::AlignTop);
        m_rows.append(labels);
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool used = row < m_facts.size();
        m_rows[row].label->setVisible(used);
        m_rows[row].value->setVisible(used);
        if (!used)
            continue;
        m_rows[row].label->setText(m_facts[row].label);
        m_rows[row].value->setText(m_facts[row].value);
        m_rows[row].value->setAccessibleName(m_facts[row].label + u": "_s + m_facts[row].value);
    }
}

void FactsGrid::setCopyable(const QString &accessibleName)
{
    m_name = accessibleName;
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_name);
    setAccessibleDescription(tr("Arrow keys go from fact to fact, Ctrl+C copies one"));
}

void FactsGrid::moveTo(qsizetype row)
{
    m_current = std::clamp<qsizetype>(row, 0, std::max<qsizetype>(m_facts.size() - 1, 0));
    update();
    if (m_current < m_facts.size())
        announce(this, m_facts[m_current].label + u": "_s + m_facts[m_current].value);
}

void FactsGrid::copy()
{
    if (m_current < 0 || m_current >= m_facts.size())
        return;
    QGuiApplication::clipboard()->setText(m_facts[m_current].value);
    announce(this, tr("Copied: %1", "label of a fact").arg(m_facts[m_current].label));
}

void FactsGrid::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Down && m_current + 1 < m_facts.size())
        moveTo(m_current + 1);
    else if (event->key() == Qt::Key_Up && m_current > 0)
        moveTo(m_current - 1);
    else
        QWidget::keyPressEvent(event);
}

void FactsGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    moveTo(0);
}

void FactsGrid::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_current = -1;
    setAccessibleName(m_name); // while one goes from fact to fact, the fact is told there
    update();
}

void FactsGrid::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_current < 0 || m_current >= m_facts.size() || m_current >= m_rows.size())
        return;
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    const Row &row = m_rows[m_current];
    const QRect place = row.label->geometry().united(row.value->geometry()).adjusted(-2, -1, 2, 1);
    painter.fillRect(place, theme.selection);
    paintFocusRing(&painter, place, 3, theme);
}

} // namespace renewal::ui
