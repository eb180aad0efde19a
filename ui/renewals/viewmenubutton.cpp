// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/viewmenubutton.h"

#include "models/items/queueviewsmodel.h"

#include <QActionGroup>
#include <QItemSelectionModel>
#include <QMenu>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ViewMenuButton::ViewMenuButton(QItemSelectionModel *selection, QWidget *parent)
    : QPushButton(parent)
    , m_selection(selection)
    , m_views(new QActionGroup(this))
{
    setObjectName(u"viewMenuButton"_s);
    setAutoDefault(false);
    setToolTip(tr("Choose another view of the queue"));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"viewMenu"_s);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ViewMenuButton::fill);
    connect(selection, &QItemSelectionModel::currentChanged, this, &ViewMenuButton::show);
    connect(selection->model(), &QAbstractItemModel::dataChanged, this, &ViewMenuButton::show);
    show();
}

void ViewMenuButton::show()
{
    const QModelIndex current = m_selection->currentIndex();
    const QString count = current.data(items::QueueViewsModel::CountRole).toString();
    const QString title = current.data().toString();
    setText(count.isEmpty() ? title : tr("%1  %2", "view, count").arg(title, count));
    setAccessibleName(tr("View: %1").arg(current.data(Qt::AccessibleTextRole).toString()));
}

void ViewMenuButton::fill()
{
    menu()->clear();
    const QAbstractItemModel *model = m_selection->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const QString count = index.data(items::QueueViewsModel::CountRole).toString();
        QAction *action = menu()->addAction(count.isEmpty() ? index.data().toString()
                                                            : index.data().toString() + u'\t' + count);
        action->setEnabled(!index.data(items::HeadingRole).toBool());
        action->setCheckable(action->isEnabled());
        action->setActionGroup(m_views); // one of them
        action->setChecked(index == m_selection->currentIndex());
        connect(action, &QAction::triggered, this, [this, index = QPersistentModelIndex(index)] {
            m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        });
    }
}

} // namespace renewal::ui
