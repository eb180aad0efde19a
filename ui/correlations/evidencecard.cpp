// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/evidencecard.h"

#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "models/items/evidencemodel.h"
#include "ui/charts/evidencechart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tablesetup.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

EvidenceCard::EvidenceCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card({}, u"evidenceCard"_s, this))
    , m_chart(new EvidenceChart(u"evidenceChart"_s, this))
    , m_model(new items::EvidenceModel(this))
    , m_table(new QTableView(this))
    , m_toggle(makeButton({}, u"evidenceTableButton"_s, ButtonKind::Link, this))
    , m_explanation(makeQuietLabel({}, u"explanationLabel"_s, FontRole::Body, this))
    , m_change(makeLabel({}, u"counterfactualLabel"_s, FontRole::Body, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    setupTable();
    m_toggle->setToolTip(tr("Chart or table (T)"));
    m_card->setCorner(m_toggle);
    m_card->add(m_chart);
    m_card->add(m_table);
    m_card->add(m_change);
    m_card->add(m_explanation);
    connect(m_toggle, &QPushButton::clicked, this, &EvidenceCard::toggleTable);
    showAs(false);
}

void EvidenceCard::setupTable()
{
    m_table->setObjectName(u"evidenceTable"_s);
    m_table->setAccessibleName(tr("Evidence as a table"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    setColumnWidths(m_table, items::EvidenceModel::EvidenceColumn,
                    {{items::EvidenceModel::BitsColumn, 64}, {items::EvidenceModel::SureColumn, 96}});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EvidenceCard::fitTable);
}

void EvidenceCard::fitTable()
{
    const int rows = m_model->rowCount() * RowDelegate::rowHeight(RowDelegate::Height::OneLine, m_table);
    m_table->setFixedHeight(rows + m_table->horizontalHeader()->sizeHint().height());
}

void EvidenceCard::toggleTable()
{
    if (m_model->rowCount() > 0)
        showAs(!m_asTable);
}

void EvidenceCard::showAs(bool table)
{
    const bool wasFocused = m_table->hasFocus();
    m_asTable = table;
    const bool any = m_model->rowCount() > 0;
    m_chart->setVisible(any && !table);
    m_table->setVisible(any && table);
    m_toggle->setVisible(any);
    m_toggle->setText(table ? tr("Show as chart") : tr("Show as table"));
    if (wasFocused && !table)
        m_toggle->setFocus();
}

void EvidenceCard::setCandidate(const CandidateSet &set, int candidate)
{
    const correlation::EvidenceStory story = correlation::evidenceStory(set, candidate);
    m_chart->setStory(story);
    m_model->setStory(story);
    const bool any = !story.steps.isEmpty();
    const QString change = items::counterfactualText(set, candidate);
    m_change->setText(change);
    m_change->setVisible(!change.isEmpty());
    m_explanation->setText(set.explanation);
    m_explanation->setVisible(!set.explanation.isEmpty());
    m_card->setTitle(any ? tr("Why %1: each piece of evidence, in bits", "a percentage")
                               .arg(items::percent(story.probability))
                         : tr("What matching says"));
    setVisible(any || !set.explanation.isEmpty());
    showAs(m_asTable);
}

} // namespace renewal::ui
