// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationbar.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/navigationbutton.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

NavigationBar::NavigationBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_placesLayout(new QVBoxLayout)
    , m_place(makeLabel({}, u"placeLabel"_s, FontRole::Small, this))
    , m_scope(makeLabel({}, u"scopeLabel"_s, FontRole::Small, this))
    , m_user(makeLabel({}, u"userLabel"_s, FontRole::Small, this))
    , m_role(makeLabel({}, u"roleLabel"_s, FontRole::Small, this))
{
    setObjectName(u"navigationBar"_s);
    setFixedWidth(scaled(this, 160));
    const int side = scaled(this, 10);
    m_layout->setContentsMargins(side, scaled(this, 14), side, scaled(this, 10));
    m_layout->setSpacing(scaled(this, 2));
    m_placesLayout->setSpacing(scaled(this, 4));
    QLabel *title = makeLabel(tr("Renewal Console"), u"programLabel"_s, FontRole::Heading, this);
    title->setForegroundRole(QPalette::Midlight);
    for (QLabel *label : {m_place, m_scope, m_user, m_role})
        label->setForegroundRole(QPalette::LinkVisited);
    for (QLabel *label : {title, m_place}) {
        label->setContentsMargins(scaled(this, 8), 0, 0, 0);
        m_layout->addWidget(label);
    }
    m_layout->addSpacing(scaled(this, 14));
    m_layout->addLayout(m_placesLayout);
    m_scope->setContentsMargins(scaled(this, 10), scaled(this, 6), 0, 0);
    m_layout->addWidget(m_scope);
    m_layout->addStretch(1);
    auto *settings = new NavigationButton(tr("Settings"), u"settingsButton"_s, this);
    settings->setCheckable(false);
    settings->setAutoExclusive(false);
    settings->setToolTip(tr("%1 (%2)", "place, shortcut").arg(tr("Settings"), u"Ctrl+,"_s));
    m_layout->addWidget(settings);
    m_layout->addSpacing(scaled(this, 6));
    for (QLabel *label : {m_user, m_role}) {
        label->setContentsMargins(scaled(this, 10), 0, 0, 0);
        m_layout->addWidget(label);
    }
    connect(settings, &QAbstractButton::clicked, this, &NavigationBar::settingsRequested);
    setUser({}, {});
    setPlaceText({});
    setScopeText({});
}

void NavigationBar::addPlace(int id, const QString &name, const QString &objectName, const QString &shortcut)
{
    auto *button = new NavigationButton(name, objectName, this);
    button->setToolTip(tr("%1 (%2)", "place, shortcut").arg(name, shortcut));
    m_places.insert(id, button);
    m_placesLayout->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { emit placeChosen(id); });
}

void NavigationBar::setCurrent(int id)
{
    if (NavigationButton *button = m_places.value(id))
        button->setChecked(true);
}

void NavigationBar::setPlaceText(const QString &text)
{
    m_place->setText(text);
    m_place->setVisible(!text.isEmpty());
}

void NavigationBar::setScopeText(const QString &text)
{
    m_scope->setText(text);
    m_scope->setVisible(!text.isEmpty());
}

void NavigationBar::setUser(const QString &name, const QString &role)
{
    m_user->setText(name);
    m_user->setVisible(!name.isEmpty());
    m_role->setText(role);
    m_role->setVisible(!role.isEmpty());
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.nav);
    if (m_user->isVisible()) {
        QColor veil = theme.navStrong;
        veil.setAlphaF(0.15F);
        const int side = scaled(this, 10);
        painter.fillRect(QRect(side, m_user->y() - scaled(this, 6), width() - 2 * side, 1), veil);
    }
}

} // namespace renewal::ui
