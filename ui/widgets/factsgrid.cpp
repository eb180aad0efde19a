// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factsgrid.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLabel>

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

} // namespace renewal::ui
