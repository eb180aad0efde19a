// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/renewalquery.h"

#include "models/domain/drugclass.h"
#include "models/domain/station.h"

#include <QCoreApplication>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
constexpr const char *sourceWords[] = {"message", "prescription"};
constexpr const char *columnWords[] = {"queue",      "drug",      "number", "last_fill",
                                       "prescriber", "care_team", "state",  "due"};
constexpr const char *orderWords[] = {"asc", "desc"};
constexpr qsizetype longestGate = 64;

void refuseWord(QueryReader &reader, const QString &name)
{
    reader.refuse(name, QCoreApplication::translate("Service", "This is not one of the known words."));
}

template <class Id>
QVector<Id> readIds(QueryReader &reader, const QString &name)
{
    QVector<Id> ids;
    const QStringList texts = reader.texts(name, RenewalFilter::mostValues);
    for (const QString &text : texts) {
        const Id id{text.toLongLong()};
        if (id.isValid())
            ids.append(id);
        else
            reader.refuse(name, QCoreApplication::translate("Service", "A row's number is expected."));
    }
    return ids;
}
} // namespace

RenewalFilter readFilter(QueryReader &reader)
{
    RenewalFilter filter;
    const auto texts = [&](const QString &name) { return reader.texts(name, RenewalFilter::mostValues); };
    filter.divisions = texts(u"division"_s);
    for (const QString &division : std::as_const(filter.divisions)) {
        if (!StationNumber(division).isValid())
            reader.refuse(
                u"division"_s,
                QCoreApplication::translate("Service", "A station number such as 552 or 552GA is expected."));
    }
    filter.careTeams = readIds<TriageTeamId>(reader, u"careTeam"_s);
    filter.prescribers = readIds<PrescriberId>(reader, u"prescriber"_s);
    filter.drugs = texts(u"drug"_s);
    filter.drugClasses = texts(u"drugClass"_s);
    for (const QString &code : std::as_const(filter.drugClasses)) {
        if (!drugClass(code))
            refuseWord(reader, u"drugClass"_s);
    }
    const QStringList windows = texts(u"due"_s);
    for (const QString &word : windows) {
        if (const auto window = dueWindowFromString(word))
            filter.due.append(*window);
        else
            refuseWord(reader, u"due"_s);
    }
    filter.source = requestSourceFromString(reader.word(u"source"_s, sourceWords));
    filter.gates = reader.texts(u"gate"_s, RenewalFilter::mostValues, longestGate);
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
