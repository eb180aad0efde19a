// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/poolspane.h"

#include "models/correlation/evidencestory.h"
#include "models/items/cutovertexts.h"
#include "models/items/datetexts.h"
#include "models/items/poolsmodel.h"
#include "ui/charts/evidencechart.h"
#include "ui/correlations/candidatedelegate.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownRows = 8; ///< of the pools; the list scrolls beyond
}

PoolsPane::PoolsPane(QWidget *parent)
    : QWidget(parent)
    , m_pools(new items::PoolsModel(this))
    , m_title(makeLabel({}, u"poolsTitleLabel"_s, FontRole::Heading, this))
    , m_facts(makeQuietLabel({}, u"poolsFactsLabel"_s, FontRole::Body, this))
    , m_evidenceCard(new Card({}, u"poolEvidenceCard"_s, this))
    , m_evidence(new EvidenceChart(u"poolEvidenceChart"_s, this))
{
    setObjectName(u"poolsPane"_s);
    auto *content = new QWidget;
    content->setObjectName(u"poolsContent"_s);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 10));
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    setupList(layout);
    m_evidenceCard->add(m_evidence);
    layout->addWidget(m_evidenceCard);
    layout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"poolsArea"_s);
    area->setAccessibleName(tr("Pools for the old care team"));
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
    setTeam(nullptr, {}, {});
}

void PoolsPane::setupList(QVBoxLayout *layout)
{
    m_listCard = new Card(tr("Pools, at most one is chosen"), u"poolsCard"_s, this);
    m_list = new QListView(this);
    m_list->setObjectName(u"poolsList"_s);
    m_list->setAccessibleName(tr("Pools, at most one is chosen"));
    m_list->setAccessibleDescription(tr("The keys 1 to 9 choose one from anywhere, N chooses none."));
    m_list->setModel(m_pools);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_listCard->add(m_list);
    layout->addWidget(m_listCard);
    // To be at a row is to choose it, as with radio buttons; not while somebody else fills the list.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_filling)
                    choose(current.row());
            });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

void PoolsPane::setTeam(const CutOverTeam *team, const QVector<CareTeam> &pools,
                        const std::optional<TriageTeamId> &chosen)
{
    m_filling = true;
    m_oldTeam = team ? team->careTeam : TriageTeamId();
    for (QWidget *part : {static_cast<QWidget *>(m_listCard), static_cast<QWidget *>(m_evidenceCard),
                          static_cast<QWidget *>(m_facts)})
        part->setVisible(team);
    m_title->setText(team ? team->name : QString());
    if (team) {
        m_facts->setText(items::prescribersText(*team) + u'\n' + team->proposal.why);
        m_pools->setTeam(*team, pools, chosen);
        const int rows = std::min(m_pools->rowCount(), shownRows);
        m_list->setFixedHeight(rows * CandidateDelegate::rowHeight(m_list));
        const int row = std::max(m_pools->chosenRow(), 0);
        m_list->selectionModel()->setCurrentIndex(m_pools->index(row), QItemSelectionModel::ClearAndSelect);
        showEvidence(row);
    } else {
        m_pools->clear();
    }
    m_filling = false;
}

void PoolsPane::showEvidence(int row)
{
    const correlation::EvidenceStory story = correlation::evidenceStory(m_pools->set(), row);
    m_evidence->setStory(story);
    m_evidenceCard->setVisible(!story.steps.isEmpty());
    m_evidenceCard->setTitle(
        tr("Why %1: %2, in bits", "percentage, pool")
            .arg(items::percent(story.probability), m_pools->index(row).data().toString()));
}

void PoolsPane::choose(int row)
{
    if (!m_oldTeam.isValid() || row < 0 || row >= m_pools->rowCount())
        return;
    showEvidence(row);
    if (row != m_pools->chosenRow())
        emit poolChosen(m_oldTeam, m_pools->pool(row));
}

void PoolsPane::chooseNone()
{
    choose(m_pools->rowCount() - 1);
}

void PoolsPane::step(int by)
{
    choose(m_pools->chosenRow() + by);
}

} // namespace renewal::ui
