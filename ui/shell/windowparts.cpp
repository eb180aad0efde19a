// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowparts.h"

#include "ui/activity/activityworkspace.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/rollout/rolloutworkspace.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/typography.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MainWindow)
};
} // namespace

QString workspaceTitle(WorkspaceId id)
{
    switch (id) {
    case WorkspaceId::Renewals:
        return Texts::tr("Renewals");
    case WorkspaceId::Correlations:
        return Texts::tr("Correlations");
    case WorkspaceId::Rollout:
        return Texts::tr("Rollout");
    case WorkspaceId::Activity:
        return Texts::tr("Activity");
    }
    return {};
}

WindowParts::WindowParts(const Gateways &gateways, const ShellOptions &options, QWidget *parent)
    : central(new QWidget(parent))
    , navigation(new NavigationBar(central))
    , topBar(new TopBar(central))
    , away(new Banner(u"awayBanner"_s, central))
    , message(new Banner(u"messageBanner"_s, central))
    , stack(new QStackedWidget(central))
    , welcome(new WelcomePane(central))
    , status(new StatusLine(central))
    , renewals(new RenewalsWorkspace({.renewals = gateways.renewals,
                                      .correlations = gateways.correlations,
                                      .clock = gateways.clock,
                                      .settings = options.settings,
                                      .userName = options.userName},
                                     stack))
    , correlations(new CorrelationsWorkspace(gateways.correlations, gateways.system, gateways.clock,
                                             gateways.quality, stack))
    , rollout(new RolloutWorkspace(gateways.rollout, gateways.clock, stack))
    , activity(new ActivityWorkspace(gateways.system, gateways.imports, stack))
{
    central->setObjectName(u"central"_s);
    renewals->setSending(gateways.outbox);
    renewals->setReports(gateways.reports);
    stack->setObjectName(u"workspaceStack"_s);
    if (gateways.cutOvers)
        correlations->addCutOvers(gateways.cutOvers, gateways.clock);
    for (Workspace *workspace : workspaces()) {
        stack->addWidget(workspace);
        topBar->addActions(workspace->topBarWidgets());
    }
    setupNavigation(options);
    setupLayout();
    status->setService(options.serviceText);
}

QList<Workspace *> WindowParts::workspaces() const
{
    return {renewals, correlations, rollout, activity};
}

void WindowParts::setupNavigation(const ShellOptions &options)
{
    for (const WorkspaceId id :
         {WorkspaceId::Renewals, WorkspaceId::Correlations, WorkspaceId::Rollout, WorkspaceId::Activity}) {
        const int number = static_cast<int>(id);
        navigation->addPlace(number, workspaceTitle(id), toString(id) + u"PlaceButton"_s,
                             u"Ctrl+%1"_s.arg(number + 1));
    }
    navigation->setPlaceText(options.placeText);
    navigation->setUser(options.userName, options.userRole);
}

void WindowParts::setupLayout()
{
    auto *columns = new QHBoxLayout(central);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(navigation);
    auto *column = new QWidget(central);
    column->setObjectName(u"contentColumn"_s);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(topBar);
    rows->addWidget(away);
    rows->addWidget(message);
    rows->addWidget(stack, 1);
    rows->addWidget(welcome, 1);
    rows->addWidget(status);
    // Very large text may need more room than the window has: then it scrolls instead of being cut.
    auto *scroll = new QScrollArea(central);
    scroll->setObjectName(u"contentScroll"_s);
    scroll->setAccessibleName(Texts::tr("Workspace"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(column);
    columns->addWidget(scroll, 1);
    QObject::connect(qApp, &QApplication::focusChanged, scroll, [scroll, column](QWidget *, QWidget *now) {
        if (!now || !column->isAncestorOf(now) || column->size() == scroll->viewport()->size())
            return;
        // What is wider than the view is shown from its beginning.
        if (now->width() > scroll->viewport()->width())
            scroll->horizontalScrollBar()->setValue(now->mapTo(column, QPoint()).x() - scaled(scroll, 16));
        else
            scroll->ensureWidgetVisible(now);
    });
}

} // namespace renewal::ui
