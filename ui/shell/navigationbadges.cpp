// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationbadges.h"

#include "models/items/await.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/shell/windowparts.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/navigationbutton.h"

#include <QLocale>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

NavigationBadges::NavigationBadges(WindowParts *parts, RolloutGateway *rollout, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_rollout(rollout)
{
    connect(parts->renewals, &RenewalsWorkspace::countsArrived, this,
            [this](const QVector<ViewCount> &counts) {
                const auto it =
                    std::ranges::find(counts, QString::fromLatin1(views::needsRouting), &ViewCount::view);
                const QString number = QLocale().toString(it == counts.cend() ? 0 : it->count);
                const bool any = it != counts.cend() && it->count > 0;
                show(WorkspaceId::Renewals, any ? number : QString(),
                     any ? tr("%1 need routing", "a number").arg(number) : QString());
            });
    connect(parts->correlations, &CorrelationsWorkspace::openCountArrived, this, [this](qint64 count) {
        const QString number = QLocale().toString(count);
        show(WorkspaceId::Correlations, count > 0 ? number : QString(),
             count > 0 ? tr("%1 wait for a decision", "a number").arg(number) : QString());
    });
}

void NavigationBadges::show(WorkspaceId id, const QString &badge, const QString &spoken, bool alarm)
{
    m_parts->navigation->place(static_cast<int>(id))->setBadge(badge, spoken, alarm);
}

void NavigationBadges::lookAtRollout()
{
    items::await(m_rollout->overview(), this,
                 [this](const Result<RolloutOverview> &overview) { takeOverview(overview); });
}

void NavigationBadges::takeOverview(const Result<RolloutOverview> &overview)
{
    const bool alarm = overview && !overview->notices.isEmpty();
    show(WorkspaceId::Rollout, alarm ? u"!"_s : QString(),
         alarm ? tr("%n thing(s) to look at", nullptr, static_cast<int>(overview->notices.size()))
               : QString(),
         alarm);
}

} // namespace renewal::ui
