// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drugclass.h"
#include "tests/support/fakegateways.h"

#include <algorithm>

// What one asks the fake queue for: filters, order, choices and saved views.
namespace renewal::test {

using namespace Qt::StringLiterals;

bool FakeRenewals::passes(const Renewal &renewal, const RenewalFilter &filter)
{
    const auto isClass = [&](const QString &code) {
        const DrugClass *wanted = drugClass(code);
        return wanted && wanted->wordList().contains(drugWord(renewal.drug));
    };
    return (filter.divisions.isEmpty() || filter.divisions.contains(renewal.station.text())) &&
           (filter.careTeams.isEmpty() || filter.careTeams.contains(renewal.careTeam)) &&
           (filter.prescribers.isEmpty() || filter.prescribers.contains(renewal.prescriberId)) &&
           (filter.drugs.isEmpty() || filter.drugs.contains(renewal.drug, Qt::CaseInsensitive)) &&
           (filter.drugClasses.isEmpty() || std::ranges::any_of(filter.drugClasses, isClass)) &&
           (!filter.source || (*filter.source == RequestSource::Message) != renewal.messageId.isEmpty()) &&
           (filter.gates.isEmpty() || filter.gates.contains(renewal.verdict.gate));
}

void FakeRenewals::sortBy(QVector<Renewal> &renewals, const RenewalSort &sort)
{
    if (sort.column == RenewalColumn::Queue)
        return;
    const auto key = [&](const Renewal &renewal) {
        switch (sort.column) {
        case RenewalColumn::Drug:
            return renewal.drug.toLower();
        case RenewalColumn::Number:
            return renewal.prescriptionNumber;
        case RenewalColumn::LastFill:
            return renewal.lastFilled.toString(Qt::ISODate);
        case RenewalColumn::Prescriber:
            return renewal.prescriberShown.toLower();
        case RenewalColumn::CareTeam:
            return renewal.careTeamName.toLower();
        case RenewalColumn::State:
            return toString(renewal.state);
        default:
            return renewal.dueAt.toString(Qt::ISODate);
        }
    };
    std::ranges::stable_sort(renewals, [&](const Renewal &one, const Renewal &other) {
        return sort.isDescending ? key(other) < key(one) : key(one) < key(other);
    });
}

QFuture<Result<QVector<FilterChoice>>> FakeRenewals::choices(const ChoiceQuery &query)
{
    choiceQueries.append(query);
    QVector<FilterChoice> found;
    for (const FilterChoice &choice : std::as_const(choiceList)) {
        const bool isWanted = query.values.isEmpty() ? choice.text.contains(query.search, Qt::CaseInsensitive)
                                                     : query.values.contains(choice.value);
        if (found.size() < query.limit && isWanted)
            found.append(choice);
    }
    return choiceReplies.reply(found);
}

QFuture<Result<QVector<SavedView>>> FakeRenewals::savedViews()
{
    return savedReplies.reply(savedList);
}

QFuture<Result<SavedView>> FakeRenewals::saveView(const SavedView &view, const QString &)
{
    if (saveReplies.error)
        return saveReplies.reply({});
    SavedView kept = view;
    kept.version += 1;
    const auto it = std::ranges::find(savedList, view.id, &SavedView::id);
    if (view.id.isValid() && (it == savedList.end() || it->version != view.version))
        return saveReplies.reply(failure(ErrorCode::Conflict, u"Somebody changed this view."_s));
    if (view.id.isValid()) {
        *it = kept;
        return saveReplies.reply(kept);
    }
    if (std::ranges::count(savedList, view.name, &SavedView::name) > 0)
        return saveReplies.reply(failure(ErrorCode::Conflict, u"You have a view of that name."_s));
    qint64 newest = 0;
    for (const SavedView &other : std::as_const(savedList))
        newest = std::max(newest, other.id.value);
    kept.id = {newest + 1};
    kept.owner = me;
    savedList.append(kept);
    return saveReplies.reply(kept);
}

QFuture<Result<SavedView>> FakeRenewals::removeView(const SavedView &view)
{
    if (!saveReplies.error)
        savedList.removeIf([&](const SavedView &other) { return other.id == view.id; });
    return saveReplies.reply(view);
}

} // namespace renewal::test
