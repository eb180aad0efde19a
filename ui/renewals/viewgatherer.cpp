// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/viewgatherer.h"

#include "models/gateway/await.h"

#include <QLocale>

namespace renewal::ui {

ViewGatherer::ViewGatherer(RenewalsGateway *gateway, const RenewalQuery &query, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_query(query)
{
    m_query.limit = pageSize;
    m_query.cursor.clear();
}

void ViewGatherer::start()
{
    readNext();
}

void ViewGatherer::readNext()
{
    await(m_gateway->renewals(m_query), this, [this](const Result<Page<Renewal>> &page) { take(page); });
}

void ViewGatherer::take(const Result<Page<Renewal>> &page)
{
    if (!page) {
        emit failed(page.error());
        return;
    }
    if (page->total > most) {
        emit failed({ErrorCode::InvalidInput,
                     tr("The view holds %1 renewals, and %2 can be done at once. Narrow it first.")
                         .arg(QLocale().toString(page->total), QLocale().toString(most)),
                     {}});
        return;
    }
    m_renewals += page->items;
    emit progressed(m_renewals.size(), page->total);
    m_query.cursor = page->next;
    if (page->next.isEmpty() || page->items.isEmpty())
        emit gathered(m_renewals);
    else
        readNext();
}

} // namespace renewal::ui
