// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace renewal::ui {

class NavigationButton;

/// The dark column at the left: the program's name, the places with their counts, who is at work.
class NavigationBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationBar(QWidget *parent = nullptr);

    void addPlace(int id, const QString &name, const QString &objectName, const QString &shortcut);
    NavigationButton *place(int id) const { return m_places.value(id); }
    void setCurrent(int id);
    void setPlaceText(const QString &text);
    /// What the counts beside the places are narrowed to; empty: nothing.
    void setScopeText(const QString &text);
    void setUser(const QString &name, const QString &role);

signals:
    void placeChosen(int id);
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QVBoxLayout *m_placesLayout;
    QLabel *m_place;
    QLabel *m_scope;
    QLabel *m_user;
    QLabel *m_role;
    QHash<int, NavigationButton *> m_places;
};

} // namespace renewal::ui
