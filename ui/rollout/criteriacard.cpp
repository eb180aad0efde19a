// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/criteriacard.h"

#include "models/items/criteriamodel.h"
#include "ui/widgets/columnfitter.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CriteriaCard::CriteriaCard(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_model(new items::CriteriaModel(this))
{
    setObjectName(u"criteriaCard"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_table->setObjectName(u"criteriaTable"_s);
    m_table->setAccessibleName(tr("Success criteria"));
    m_table->setAccessibleDescription(tr("Enter shows the chart behind a criterion."));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    using Model = items::CriteriaModel;
    setColumnWidths(m_table, Model::VerdictColumn,
                    {{Model::CriterionColumn, 206},
                     {Model::MustBeColumn, 150},
                     {Model::NowColumn, 94},
                     {Model::RangeColumn, 150},
                     {Model::CountedColumn, 124}});
    new ColumnFitter(m_table, Model::VerdictColumn, 110, {Model::CountedColumn, Model::RangeColumn});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_table);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const QString metric = m_model->criterion(index.row()).metric; !metric.isEmpty())
            emit metricWanted(metric);
    });
    fitHeight();
}

void CriteriaCard::setCriteria(const QVector<CriterionResult> &criteria)
{
    m_model->setCriteria(criteria);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->clearSelection(); // the table is read, nothing is chosen in it
    setVisible(!criteria.isEmpty());
    fitHeight();
}

void CriteriaCard::fitHeight()
{
    const int frame = 2 * m_table->frameWidth();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + frame +
                            m_model->rowCount() * m_table->verticalHeader()->defaultSectionSize());
}

void CriteriaCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is little room the verdict needs it more than what is asked for.
    const bool isWide = width() >= scaled(this, 900);
    m_table->horizontalHeader()->resizeSection(items::CriteriaModel::MustBeColumn,
                                               scaled(this, isWide ? 212 : 150));
}

void CriteriaCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void CriteriaCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

} // namespace renewal::ui
