// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queueviewspane.h"

#include "models/gateway/await.h"
#include "ui/renewals/queueviewdelegate.h"
#include "ui/renewals/sendingstrip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textdialog.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

QueueViewsPane::QueueViewsPane(RenewalsGateway *gateway, QSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_store(settings)
    , m_model(new items::QueueViewsModel(this))
    , m_list(new QListView(this))
    , m_saveButton(makeButton(tr("Save this view…"), u"saveViewButton"_s, ButtonKind::Link, this))
    , m_chosen(QString::fromLatin1(views::allPending))
{
    setObjectName(u"queueViewsPane"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(this, 10), scaled(this, 6), scaled(this, 8), scaled(this, 8));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_saveButton, 0, Qt::AlignLeft);
    m_model->setSavedViews(m_store.views());
    setupList();
    setupSaving();
}

void QueueViewsPane::setupList()
{
    m_list->setObjectName(u"queueViewsList"_s);
    m_list->setAccessibleName(tr("Views of the queue"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueViewDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_chosen)));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const QString view = current.data(items::IdRole).toString();
                m_remove->setEnabled(m_model->savedView(view));
                if (!view.isEmpty() && view != m_chosen) {
                    m_chosen = view;
                    emit viewChosen();
                }
            });
}

void QueueViewsPane::setupSaving()
{
    m_save = new QAction(tr("Save this view…"), this);
    m_save->setObjectName(u"saveViewAction"_s);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_saveButton->setToolTip(tr("Keeps the chosen view with its station, record system and search words"));
    m_remove = new QAction(tr("Remove saved view"), this);
    m_remove->setObjectName(u"removeViewAction"_s);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_remove->setEnabled(false);
    m_list->addAction(m_remove);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_save, &QAction::triggered, this, &QueueViewsPane::askForName);
    connect(m_saveButton, &QPushButton::clicked, m_save, &QAction::trigger);
    connect(m_remove, &QAction::triggered, this, &QueueViewsPane::removeCurrent);
}

QItemSelectionModel *QueueViewsPane::selection() const
{
    return m_list->selectionModel();
}

void QueueViewsPane::setScope(const Scope &scope)
{
    m_scope = scope;
}

void QueueViewsPane::setSearch(const QString &words)
{
    m_search = words;
}

void QueueViewsPane::setView(const QString &view)
{
    if (const int row = m_model->rowOf(view); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

RenewalQuery QueueViewsPane::narrowed(const RenewalQuery &query) const
{
    RenewalQuery narrowed = query;
    if (!m_scope.parentStation.isEmpty())
        narrowed.scope.parentStation = m_scope.parentStation;
    if (!m_scope.ehr.isEmpty())
        narrowed.scope.ehr = m_scope.ehr;
    narrowed.search = (narrowed.search + u' ' + m_search).trimmed();
    return narrowed;
}

RenewalQuery QueueViewsPane::query() const
{
    RenewalQuery query;
    if (const items::SavedView *saved = m_model->savedView(m_chosen))
        query = saved->query;
    else
        query.view = m_chosen;
    return narrowed(query);
}

QString QueueViewsPane::title() const
{
    return m_model->index(m_model->rowOf(m_chosen)).data().toString();
}

bool QueueViewsPane::isSettled() const
{
    return m_pending == 0 && (!m_sending || m_sending->isSettled());
}

void QueueViewsPane::setSending(SendingStrip *strip)
{
    m_sending = strip;
    qobject_cast<QVBoxLayout *>(layout())->addWidget(strip);
    connect(strip, &SendingStrip::settledChanged, this, &QueueViewsPane::settledChanged);
}

void QueueViewsPane::refresh()
{
    if (m_sending)
        m_sending->refresh();
    const quint64 generation = ++m_generation;
    m_pending = 1;
    await(m_gateway->counts(m_scope, {}), this, [this, generation](const Result<QVector<ViewCount>> &counts) {
        if (generation != m_generation)
            return;
        --m_pending;
        // Failed counts stay unknown rather than wrong; the list itself tells what failed.
        m_model->setCounts(counts ? *counts : QVector<ViewCount>());
        if (counts)
            emit countsArrived(*counts);
        emit settledChanged();
    });
    requestSavedCounts();
}

void QueueViewsPane::requestSavedCounts()
{
    const quint64 generation = m_generation;
    const QVector<items::SavedView> saved = m_model->savedViews();
    for (const items::SavedView &view : saved) {
        // The counts of the queue's own views know no words either: a saved view counts as it was saved.
        RenewalQuery query = view.query;
        query.limit = 1; // the page tells the exact total, whatever its size
        ++m_pending;
        await(m_gateway->renewals(query), this,
              [this, generation, id = items::QueueViewsModel::idOf(view)](const Result<Page<Renewal>> &page) {
                  if (generation != m_generation)
                      return;
                  --m_pending;
                  m_model->setSavedCount(id, page ? page->total : -1);
                  emit settledChanged();
              });
    }
}

void QueueViewsPane::askForName()
{
    auto *dialog = new TextDialog({u"saveViewDialog"_s, tr("Save this view"),
                                   tr("It keeps the chosen view with its station, record system and search "
                                      "words. A name that is taken is replaced."),
                                   tr("Name"), tr("Save")},
                                  this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(m_search.isEmpty() ? title() : m_search);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { save(dialog->text()); });
    dialog->open();
}

void QueueViewsPane::save(const QString &name)
{
    const items::SavedView view{name, query()};
    QVector<items::SavedView> saved = m_model->savedViews();
    saved.removeIf([&](const items::SavedView &other) { return other.name == name; });
    saved.append(view);
    m_store.setViews(saved);
    m_model->setSavedViews(saved);
    refresh();
}

void QueueViewsPane::removeCurrent()
{
    QVector<items::SavedView> saved = m_model->savedViews();
    const QString id = m_list->currentIndex().data(items::IdRole).toString();
    saved.removeIf([&](const items::SavedView &view) { return items::QueueViewsModel::idOf(view) == id; });
    m_store.setViews(saved);
    setView(QString::fromLatin1(views::allPending));
    m_model->setSavedViews(saved);
}

} // namespace renewal::ui
