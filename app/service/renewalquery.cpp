// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/renewalquery.h"

#include "models/domain/drugclass.h"
#include "models/domain/station.h"

#include <QCoreApplication>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
constexpr const char *windowWords[] = {"overdue", "today", "within_3_days", "within_7_days"};
constexpr const char *sourceWords[] = {"message", "prescription"};
constexpr const char *columnWords[] = {"queue",      "drug",      "number", "last_fill",
                                       "prescriber", "care_team", "state",  "due"};
constexpr const char *orderWords[] = {"asc", "desc"};
constexpr qsizetype longestGate = 64;
} // namespace

RenewalFilter readFilter(QueryReader &reader)
{
    RenewalFilter filter;
    filter.division = reader.text(u"division"_s);
    if (!filter.division.isEmpty() && !StationNumber(filter.division).isValid())
        reader.refuse(u"division"_s, QCoreApplication::translate(
                                         "Service", "A station number such as 552 or 552GA is expected."));
    filter.careTeam = {reader.id(u"careTeam"_s)};
    filter.prescriber = {reader.id(u"prescriber"_s)};
    filter.drug = reader.text(u"drug"_s);
    filter.drugClass = reader.text(u"drugClass"_s);
    if (!filter.drugClass.isEmpty() && !drugClass(filter.drugClass))
        reader.refuse(u"drugClass"_s,
                      QCoreApplication::translate("Service", "This is not one of the known words."));
    filter.due = dueWindowFromString(reader.word(u"due"_s, windowWords));
    filter.source = requestSourceFromString(reader.word(u"source"_s, sourceWords));
    filter.gate = reader.text(u"gate"_s, longestGate);
    return filter;
}

RenewalSort readSort(QueryReader &reader)
{
    RenewalSort sort;
    sort.column = renewalColumnFromString(reader.word(u"sort"_s, columnWords)).value_or(RenewalColumn::Queue);
    sort.isDescending = reader.word(u"order"_s, orderWords) == u"desc";
    return sort;
}

} // namespace renewal::service
