// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/page.h"
#include "models/items/stationdirectory.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace renewal::ui {

/// The strip above a workspace: its title, the search, what is looked at, and its actions.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setCanSearch(bool canSearch);
    /// Widgets of all workspaces live here; those of the present one are shown.
    void addActions(const QList<QWidget *> &widgets);
    void showActions(const QList<QWidget *> &widgets);
    void setStations(const items::StationDirectory &stations);
    void focusSearch();
    /// Tells at once.
    void setSearch(const QString &words);
    void setScope(const Scope &scope);
    Scope scope() const;
    QString search() const;

    /// That of two rows: with large text search and scope stand below title and actions.
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    /// A moment after the last letter.
    void searchChanged(const QString &words);
    void scopeChanged(const renewal::Scope &scope);
    /// The key at the end of the search field was pressed.
    void findRequested();
    /// Enter, Down or Escape in the search field: on to the list.
    void listRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeFind();
    void setupSearch();
    void setupScope();
    void tellSearch();
    void showScope();

    int leastWidth(const QList<QWidget *> &widgets) const;
    int leastHeight() const;
    QList<QWidget *> scopeWidgets() const;
    void arrange();

    QHBoxLayout *m_layout;
    QHBoxLayout *m_below; ///< search and scope, where one row has no room for them
    QLabel *m_title;
    QLineEdit *m_search;
    QToolButton *m_find;
    QComboBox *m_station;
    QComboBox *m_ehr;
    QTimer m_typing;
    QString m_told;
    QList<QWidget *> m_actions;
};

} // namespace renewal::ui
