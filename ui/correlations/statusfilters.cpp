// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/statusfilters.h"

#include "models/items/await.h"
#include "models/items/correlationtexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/typography.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// In the order of urgency; what is rare stands there only when there is any.
struct Filter
{
    CorrelationStatus status;
    bool isRare;
};

constexpr Filter filters[] = {
    {CorrelationStatus::None, false},      {CorrelationStatus::Suggested, false},
    {CorrelationStatus::Automatic, false}, {CorrelationStatus::Manual, false},
    {CorrelationStatus::Stale, false},     {CorrelationStatus::Refused, true},
    {CorrelationStatus::External, false},
};
} // namespace

bool StatusFilters::needsPerson(CorrelationStatus status)
{
    return status == CorrelationStatus::None || status == CorrelationStatus::Suggested ||
           status == CorrelationStatus::Stale;
}

StatusFilters::StatusFilters(CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
{
    setObjectName(u"statusFilters"_s);
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(scaled(this, 8), scaled(this, 10), scaled(this, 8), scaled(this, 6));
    flow->setSpacing(scaled(this, 4));
    for (const Filter &filter : filters) {
        const QString word = toString(filter.status);
        QPushButton *button =
            addButton(items::statusText(filter.status), word, items::statusTone(filter.status));
        button->setVisible(!filter.isRare);
        m_buttons.append(button);
        m_counts.append(-1);
    }
    m_all = addButton(tr("All"), {}, items::Tone::Neutral);
    m_reviews = makeFilter({}, u"blindReviewFilterButton"_s, items::Tone::Info, this);
    m_reviews->setCheckable(false);
    layout()->addWidget(m_reviews);
    connect(m_reviews, &QPushButton::clicked, this, &StatusFilters::blindReviewChosen);
    setReviews(0);
    showChoice({});
}

void StatusFilters::setReviews(qint64 open)
{
    m_reviews->setText(tr("Blind review %1", "a number").arg(QLocale().toString(open)));
    m_reviews->setVisible(open > 0);
    updateGeometry();
}

QPushButton *StatusFilters::addButton(const QString &text, const QString &word, items::Tone tone)
{
    const QString name = (word.isEmpty() ? u"all"_s : word) + u"FilterButton"_s;
    QPushButton *button = makeFilter(text, name, tone, this);
    layout()->addWidget(button);
    // A second press on the chosen one lets go of it.
    connect(button, &QPushButton::clicked, this,
            [this, word](bool checked) { choose(checked ? word : QString()); });
    return button;
}

void StatusFilters::choose(const QString &status)
{
    const bool isNew = status != m_status;
    showChoice(status);
    if (isNew)
        emit statusChosen(status);
}

void StatusFilters::chooseOpen()
{
    m_seeksOpen = !isSettled();
    if (m_seeksOpen)
        return;
    for (int i = 0; i < m_counts.size(); ++i) {
        if (needsPerson(filters[i].status) && m_counts[i] > 0)
            return choose(toString(filters[i].status));
    }
    choose({});
}

void StatusFilters::showChoice(const QString &status)
{
    m_status = status;
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(toString(filters[i].status) == status);
    m_all->setChecked(status.isEmpty());
}

void StatusFilters::setScope(const Scope &scope)
{
    m_scope = scope;
    refresh();
}

void StatusFilters::refresh()
{
    const quint64 generation = ++m_generation;
    m_waiting = static_cast<int>(m_buttons.size());
    for (int i = 0; i < m_buttons.size(); ++i) {
        // The total of a page counts all rows that fit, so a page of one row is a count.
        PrescriberQuery query;
        query.scope = m_scope;
        query.status = toString(filters[i].status);
        query.limit = 1;
        items::await(m_gateway->prescribers(query), this,
                     [this, generation, i](const Result<Page<PrescriberSummary>> &page) {
                         if (generation == m_generation)
                             takeCount(i, page ? page->total : -1);
                     });
    }
}

void StatusFilters::takeCount(int position, qint64 count)
{
    m_counts[position] = count;
    QPushButton *button = m_buttons[position];
    const QString name = items::statusText(filters[position].status);
    button->setText(count < 0 ? name : name + u' ' + QLocale().toString(count));
    button->setVisible(!filters[position].isRare || count > 0 || button->isChecked());
    updateGeometry();
    if (--m_waiting == 0)
        tellTotals();
}

void StatusFilters::tellTotals()
{
    qint64 open = 0;
    qint64 all = 0;
    for (int i = 0; i < m_counts.size(); ++i) {
        const qint64 count = std::max<qint64>(m_counts[i], 0);
        all += count;
        open += needsPerson(filters[i].status) ? count : 0;
    }
    const bool known = std::ranges::none_of(m_counts, [](qint64 count) { return count < 0; });
    m_all->setText(known ? tr("All %1", "a number").arg(QLocale().toString(all)) : tr("All"));
    emit openCountArrived(open);
    if (m_seeksOpen)
        chooseOpen();
    emit settledChanged();
}

} // namespace renewal::ui
