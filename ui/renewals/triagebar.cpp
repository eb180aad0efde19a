// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/triagebar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

TriageBar::TriageBar(const Actions &actions, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"triageBar"_s);
    auto *layout = new QHBoxLayout(this);
    const int side = scaled(this, 8);
    layout->setContentsMargins(side, scaled(this, 10), side, scaled(this, 10));
    layout->setSpacing(scaled(this, 3));
    const struct
    {
        QAction *action;
        QString name;
        ButtonKind kind;
    } buttons[] = {{actions.primary, u"primaryTriageButton"_s, ButtonKind::Primary},
                   {actions.reroute, u"rerouteButton"_s, ButtonKind::Plain},
                   {actions.assign, u"assignButton"_s, ButtonKind::Plain},
                   {actions.deny, u"denyButton"_s, ButtonKind::Danger}};
    for (const auto &entry : buttons) {
        QPushButton *button = makeButton(entry.action->iconText(), entry.name, entry.kind, this);
        button->setSizePolicy(QSizePolicy::Preferred, button->sizePolicy().verticalPolicy());
        follow(button, entry.action);
        layout->addWidget(button);
    }
    layout->addWidget(makeMore(actions.more));
    layout->addStretch(1);
}

QPushButton *TriageBar::makeMore(const QVector<QAction *> &actions)
{
    QPushButton *button = makeButton(u"⋯"_s, u"moreTriageButton"_s, ButtonKind::Plain, this);
    button->setAccessibleName(tr("More actions"));
    button->setToolTip(tr("Approve, return to the Veteran, close as duplicate or withdrawn"));
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) + scaled(button, 12));
    auto *menu = new QMenu(button);
    menu->setObjectName(u"moreTriageMenu"_s);
    menu->addActions(actions);
    connect(button, &QPushButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
    return button;
}

void TriageBar::follow(QPushButton *button, QAction *action)
{
    const auto show = [button, action] {
        button->setText(action->iconText());
        // Where it gets narrow all of them give way alike.
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) + scaled(button, 12));
        button->setToolTip(action->toolTip());
        button->setAccessibleDescription(action->toolTip());
        button->setEnabled(action->isEnabled());
        // A row that is full does not notice by itself that one of them needs more.
        button->parentWidget()->layout()->invalidate();
        button->parentWidget()->layout()->activate();
    };
    connect(action, &QAction::changed, button, show);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    show();
}

void TriageBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace renewal::ui
