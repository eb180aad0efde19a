// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queuetable.h"

#include "models/items/renewalsmodel.h"
#include "ui/renewals/queuecolumns.h"
#include "ui/renewals/queuedelegate.h"
#include "ui/renewals/queueheader.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/typography.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using items::RenewalsModel;

namespace {
/// So many rows before the end the next page is asked for, so that scrolling does not reach the end.
constexpr int rowsAhead = 120;
} // namespace

QueueTable::QueueTable(RenewalsModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_header(new QueueHeader(this))
{
    setObjectName(u"renewalsTable"_s);
    setAccessibleName(tr("Renewals"));
    setHorizontalHeader(m_header);
    setupRowTable(this, RowDelegate::Height::OneLine);
    setItemDelegate(new QueueDelegate(this));
    setModel(model);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(RowDelegate::rowHeight(RowDelegate::Height::OneLine, this));
    new QueueColumns(this);

    connect(m_header, &QueueHeader::checkRequested, model, &RenewalsModel::checkAll);
    const auto showChecks = [this] { m_header->setCheckState(m_model->allChecked()); };
    connect(model, &RenewalsModel::checksChanged, this, showChecks);
    connect(model, &RenewalsModel::stateChanged, this, showChecks);
    connect(model, &RenewalsModel::rowsChanging, this, &QueueTable::rememberPlace);
    connect(model, &RenewalsModel::rowsChanged, this, &QueueTable::restorePlace);
    connect(model, &RenewalsModel::stateChanged, this, &QueueTable::fetchAhead);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &QueueTable::fetchAhead);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, model,
            [model](const QModelIndex &current) { model->lookAt(current.row()); });
}

void QueueTable::fetchAhead()
{
    if (!m_model->isAnswered() || !m_model->canFetchMore({}))
        return;
    const int height = viewport()->height();
    if (height < rowHeight(0)) // not laid out yet
        return;
    const int last = rowAt(height - 1);
    if (last < 0 || last + rowsAhead >= m_model->rowCount())
        m_model->fetchMore({});
}

void QueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fetchAhead();
}

void QueueTable::rememberPlace()
{
    m_places.clear();
    const int height = viewport()->height();
    const int present = currentIndex().row();
    for (int row = std::max(rowAt(0), 0); row < m_model->rowCount(); ++row) {
        const int y = rowViewportPosition(row);
        if (y >= height)
            break;
        if (row == present)
            m_places.prepend({m_model->idAt(row), y});
        else
            m_places.append({m_model->idAt(row), y});
    }
}

void QueueTable::restorePlace()
{
    executeDelayedItemsLayout();
    for (const Place &place : std::as_const(m_places)) {
        const int row = m_model->rowOf(place.id);
        if (row < 0)
            continue;
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() + rowViewportPosition(row) - place.y);
        break;
    }
    m_places.clear();
}

bool QueueTable::move(int step)
{
    for (int row = currentIndex().row() + step; row >= 0 && row < m_model->rowCount(); row += step) {
        if (m_model->isHeading(row) && !m_model->isFolded(row))
            continue;
        chooseRow(row);
        return true;
    }
    return false;
}

void QueueTable::chooseRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const QModelIndex index = m_model->index(row, RenewalsModel::MedicationColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (viewport()->height() < 3 * rowHeight(row)) // not laid out yet
        return;
    // The heading of the first renewal of a group comes into sight with it.
    if (row > 0 && m_model->headingRow(row) == row - 1)
        scrollTo(index.siblingAtRow(row - 1));
    scrollTo(index);
}

qint64 QueueTable::nextWithout(const QSet<qint64> &going) const
{
    const int present = currentIndex().row();
    if (std::ranges::none_of(m_model->renewalsAt(present),
                             [&](const Renewal &renewal) { return going.contains(renewal.id.value); }))
        return 0;
    const auto isFree = [&](int row) { return m_model->renewal(row) && !going.contains(m_model->idAt(row)); };
    // What is left of the patient, then whoever comes next.
    const int heading = m_model->headingRow(present);
    const auto isSamePatient = [&](int row) { return m_model->headingRow(row) == heading; };
    int nearest = -1;
    for (int row = present + 1; row < m_model->rowCount() && nearest < 0; ++row)
        nearest = isFree(row) ? row : -1;
    if (nearest >= 0 && isSamePatient(nearest))
        return m_model->idAt(nearest);
    for (int row = present - 1; row > heading; --row) {
        if (isFree(row))
            return m_model->idAt(row);
    }
    for (int row = heading - 1; row >= 0 && nearest < 0; --row)
        nearest = isFree(row) ? row : -1;
    return nearest < 0 ? 0 : m_model->idAt(nearest);
}

void QueueTable::toggleCheck()
{
    const int row = currentIndex().row();
    if (row >= 0)
        m_model->setChecked(row, m_model->checkState(row) != Qt::Checked);
}

void QueueTable::setFolded(bool folded)
{
    const int row = currentIndex().row();
    if (row < 0)
        return;
    // From a renewal the first step to the left goes to its heading.
    if (!m_model->isHeading(row)) {
        if (folded)
            chooseRow(m_model->headingRow(row));
        return;
    }
    if (m_model->isFolded(row) == folded && !folded)
        move(1);
    else
        foldRow(row, folded);
}

void QueueTable::foldAll(bool folded)
{
    rememberPlace();
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (m_model->isHeading(row))
            foldRow(row, folded);
    }
    restorePlace();
}

void QueueTable::foldRow(int row, bool folded)
{
    // The place of a row that disappears goes to its heading, not to the next patient.
    const int present = currentIndex().row();
    if (folded && present > row && m_model->headingRow(present) == row)
        chooseRow(row);
    m_model->setFolded(row, folded);
    executeDelayedItemsLayout();
    fetchAhead();
}

bool QueueTable::takeClick(const QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return false;
    if (index.column() == RenewalsModel::CheckColumn) {
        const bool check = m_model->checkState(index.row()) != Qt::Checked;
        // With Shift everything from the present row to here.
        const int present = currentIndex().row();
        const bool isRange = event->modifiers() & Qt::ShiftModifier && present >= 0;
        for (int row = isRange ? std::min(present, index.row()) : index.row();
             row <= (isRange ? std::max(present, index.row()) : index.row()); ++row) {
            if (!m_model->isHeading(row) || row == index.row())
                m_model->setChecked(row, check);
        }
        chooseRow(index.row());
        return true;
    }
    const int x = event->pos().x() - columnViewportPosition(RenewalsModel::MedicationColumn);
    if (m_model->isHeading(index.row()) && x >= 0 && x < QueueDelegate::arrowWidth(this)) {
        chooseRow(index.row());
        foldRow(index.row(), !m_model->isFolded(index.row()));
        return true;
    }
    return false;
}

void QueueTable::mousePressEvent(QMouseEvent *event)
{
    if (!takeClick(event))
        QTableView::mousePressEvent(event);
}

void QueueTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (takeClick(event))
        return;
    const QModelIndex index = indexAt(event->pos());
    if (m_model->isHeading(index.row()))
        foldRow(index.row(), !m_model->isFolded(index.row()));
    else
        QTableView::mouseDoubleClickEvent(event);
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    // Rows are the unit here: sideways keys fold and unfold instead of walking through cells.
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Home) {
        chooseRow(0);
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_End) {
        chooseRow(m_model->rowCount() - 1);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace renewal::ui
