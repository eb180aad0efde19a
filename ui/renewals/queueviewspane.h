// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "ui/renewals/savedviewstore.h"

#include <QWidget>

class QAction;
class QItemSelectionModel;
class QListView;
class QPushButton;

namespace renewal::ui {

class SendingStrip;

/// The views of the queue with exact counts, and those a person saved. Narrowing by station, record system
/// and words comes from outside and adds to what a saved view has of its own.
class QueueViewsPane final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the pane; the settings, too, unless null.
    QueueViewsPane(RenewalsGateway *gateway, QSettings *settings, QWidget *parent = nullptr);

    void setScope(const Scope &scope);
    void setSearch(const QString &words);
    /// By its word; nothing happens for an unknown one.
    void setView(const QString &view);
    /// What to ask for: the chosen view, narrowed.
    RenewalQuery query() const;
    /// As the list names the chosen view.
    QString title() const;
    /// Asks for all counts anew.
    void refresh();
    bool isSettled() const;
    /// Below the views; refreshed with them.
    void setSending(SendingStrip *strip);
    /// Which view is chosen, in a QueueViewsModel.
    QItemSelectionModel *selection() const;
    QAction *saveAction() const { return m_save; }

signals:
    /// Another view was chosen.
    void viewChosen();
    void settledChanged();
    void countsArrived(const QVector<renewal::ViewCount> &counts);

private:
    void setupList();
    void setupSaving();
    void requestSavedCounts();
    void askForName();
    void save(const QString &name);
    void removeCurrent();
    RenewalQuery narrowed(const RenewalQuery &query) const;

    RenewalsGateway *m_gateway;
    SavedViewStore m_store;
    items::QueueViewsModel *m_model;
    QListView *m_list;
    QPushButton *m_saveButton;
    QAction *m_save = nullptr;
    QAction *m_remove = nullptr;
    QString m_chosen; ///< IdRole of the view
    SendingStrip *m_sending = nullptr;
    Scope m_scope;
    QString m_search;
    quint64 m_generation = 0;
    int m_pending = 0;
};

} // namespace renewal::ui
