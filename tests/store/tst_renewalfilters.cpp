// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/filterchoices.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "models/domain/drugclass.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::samplePrescriber;
using renewal::testing::sampleRenewal;
using renewal::testing::sampleTeam;

class TstRenewalFilters : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    RenewalRepository renewals() { return RenewalRepository(connection()); }
    void addSome();
    QStringList shown(const RenewalQuery &query);

private Q_SLOTS:
    void filters_data();
    void filters();
    void severalMustAllHold();
    void filterWithSearchAndOrder();
    void countsFollowTheFilter();
    void choices_data();
    void choices();
    void choicesTellWhatIsLeft();
    void wordsOfDrugs_data();
    void wordsOfDrugs();
};

void TstRenewalFilters::addSome()
{
    const struct
    {
        const char *id;
        int hours;
        const char *station;
        const char *drug;
        const char *gate;
        const char *message;
        qint64 team;
        qint64 prescriber;
        RenewalState state;
    } rows[] = {
        {"1", -2, "552", "LISINOPRIL 10MG TAB", "all_gates_pass", "m1", 7, 1, RenewalState::ReadyToRoute},
        {"2", 2, "552GA", "lisinopril 10mg tab", "all_gates_pass", "", 7, 2, RenewalState::ReadyToRoute},
        {"3", 30, "552GA", "INSULIN,GLARGINE 100UNT/ML", "gate1_status", "m3", 0, 1,
         RenewalState::NotRenewable},
        {"4", 100, "553", "METFORMIN 500MG", "all_gates_pass", "m4", 8, 3, RenewalState::InReview},
        {"5", 400, "553", "Zinc", "gate1_status", "", 0, 0, RenewalState::Returned},
        {"6", -30, "552", "LISINOPRIL 20MG TAB", "all_gates_pass", "m6", 7, 1, RenewalState::Routed},
    };
    for (const auto &row : rows) {
        Renewal renewal =
            sampleRenewal(QString::fromLatin1(row.id), row.hours, QString::fromLatin1(row.station));
        renewal.patientKey = u"P"_s + renewal.prescriptionId;
        renewal.drug = QString::fromLatin1(row.drug);
        renewal.verdict.gate = QString::fromLatin1(row.gate);
        renewal.messageId = QString::fromLatin1(row.message);
        renewal.careTeam.value = row.team;
        renewal.prescriberId.value = row.prescriber;
        renewal.state = row.state;
        VERIFY_OK(renewals().insert(renewal));
    }
}

QStringList TstRenewalFilters::shown(const RenewalQuery &query)
{
    const auto page = renewals().page(query, noon(), u"ann"_s);
    if (!page)
        return {page.error().text, page.error().detail};
    QStringList ids;
    for (const Renewal &renewal : page->items)
        ids.append(renewal.prescriptionId);
    if (page->total != ids.size())
        ids.append(u"total %1"_s.arg(page->total));
    return ids;
}

void TstRenewalFilters::filters_data()
{
    QTest::addColumn<RenewalFilter>("filter");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const char *ids, auto set) {
        RenewalFilter filter;
        set(filter);
        QTest::newRow(name) << filter << QString::fromLatin1(ids);
    };
    row("division", "2 3", [](RenewalFilter &f) { f.divisions = {u"552GA"_s}; });
    row("parent as a division", "1", [](RenewalFilter &f) { f.divisions = {u"552"_s}; });
    row("care team", "1 2", [](RenewalFilter &f) { f.careTeams = {{7}}; });
    row("prescriber", "1 3", [](RenewalFilter &f) { f.prescribers = {{1}}; });
    row("nobody's", "", [](RenewalFilter &f) { f.prescribers = {{99}}; });
    row("drug in any case", "1 2", [](RenewalFilter &f) { f.drugs = {u"Lisinopril 10mg TAB"_s}; });
    row("drug is the whole name", "", [](RenewalFilter &f) { f.drugs = {u"LISINOPRIL"_s}; });
    row("class", "3 4", [](RenewalFilter &f) { f.drugClasses = {u"diabetes"_s}; });
    row("unknown class", "", [](RenewalFilter &f) { f.drugClasses = {u"x"_s}; });
    row("overdue", "1", [](RenewalFilter &f) { f.due = {DueWindow::Overdue}; });
    row("today", "2", [](RenewalFilter &f) { f.due = {DueWindow::Today}; });
    row("three days", "2 3", [](RenewalFilter &f) { f.due = {DueWindow::ThreeDays}; });
    row("seven days", "2 3 4", [](RenewalFilter &f) { f.due = {DueWindow::SevenDays}; });
    row("by message", "1 3 4", [](RenewalFilter &f) { f.source = RequestSource::Message; });
    row("by prescription", "2 5", [](RenewalFilter &f) { f.source = RequestSource::Prescription; });
    row("gate", "3 5", [](RenewalFilter &f) { f.gates = {u"gate1_status"_s}; });
    row("several divisions", "2 3 4 5", [](RenewalFilter &f) { f.divisions = {u"552GA"_s, u"553"_s}; });
    row("several care teams", "1 2 4", [](RenewalFilter &f) { f.careTeams = {{7}, {8}}; });
    row("several prescribers", "2 4", [](RenewalFilter &f) { f.prescribers = {{2}, {3}, {99}}; });
    row("several drugs", "4 5", [](RenewalFilter &f) { f.drugs = {u"zinc"_s, u"metformin 500mg"_s}; });
    row("several classes", "1 2 3 4", [](RenewalFilter &f) {
        f.drugClasses = {u"diabetes"_s, u"ace_inhibitor"_s};
    });
    row("overdue or today", "1 2", [](RenewalFilter &f) { f.due = {DueWindow::Overdue, DueWindow::Today}; });
    row("several gates", "1 2 3 4 5", [](RenewalFilter &f) {
        f.gates = {u"gate1_status"_s, u"all_gates_pass"_s};
    });
}

void TstRenewalFilters::filters()
{
    QFETCH(RenewalFilter, filter);
    QFETCH(QString, ids);
    addSome();
    RenewalQuery query;
    query.filter = filter;
    QCOMPARE(shown(query).join(u' '), ids);
    // The same rows in the order of a column: numbers follow ids here.
    query.sort = {RenewalColumn::Due, false};
    QCOMPARE(shown(query).join(u' '), ids);
}

void TstRenewalFilters::severalMustAllHold()
{
    addSome();
    RenewalQuery query;
    query.filter.careTeams = {{7}};
    query.filter.prescribers = {{1}};
    query.filter.source = RequestSource::Message;
    QCOMPARE(shown(query), QStringList{u"1"_s});
    query.view = QString::fromLatin1(views::closed);
    QCOMPARE(shown(query), QStringList{u"6"_s});
    query.scope.parentStation = u"553"_s;
    QCOMPARE(shown(query), QStringList());
}

void TstRenewalFilters::filterWithSearchAndOrder()
{
    addSome();
    RenewalQuery query;
    query.search = u"lisin"_s;
    query.filter.divisions = {u"552GA"_s};
    QCOMPARE(shown(query), QStringList{u"2"_s});
    query.filter = {};
    query.sort = {RenewalColumn::Due, true};
    QCOMPARE(shown(query), (QStringList{u"2"_s, u"1"_s}));
}

void TstRenewalFilters::countsFollowTheFilter()
{
    addSome();
    RenewalFilter filter;
    filter.careTeams = {{7}};
    const auto counts = renewals().counts({}, noon(), u"ann"_s, filter);
    VERIFY_OK(counts);
    QStringList told;
    for (const ViewCount &count : *counts) {
        if (count.count > 0)
            told.append(u"%1 %2"_s.arg(count.view).arg(count.count));
    }
    QCOMPARE(told.join(u", "),
             u"all_pending 2, ready_to_route 2, overdue 1, due_today 1, routed 1, closed 1"_s);
    for (const ViewCount &count : *counts) {
        RenewalQuery query;
        query.view = count.view;
        query.filter = filter;
        QCOMPARE(renewals().page(query, noon(), u"ann"_s)->total, count.count);
    }
}

void TstRenewalFilters::choices_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("texts");
    const auto row = [](const char *name, ChoiceField field, const char *search, const char *texts) {
        QTest::newRow(name) << static_cast<int>(field) << QString::fromLatin1(search)
                            << QString::fromLatin1(texts);
    };
    row("drugs", ChoiceField::Drug, "",
        "INSULIN,GLARGINE 100UNT/ML; LISINOPRIL 10MG TAB; LISINOPRIL 20MG TAB; METFORMIN 500MG; Zinc");
    row("drugs by words", ChoiceField::Drug, "lisin 20", "LISINOPRIL 20MG TAB");
    row("no drug", ChoiceField::Drug, "x", "");
    row("teams", ChoiceField::CareTeam, "pain", "Pain");
    row("prescribers", ChoiceField::Prescriber, "oka", "Okafor, Chidi");
    row("divisions", ChoiceField::Division, "day", "552GA Dayton");
    row("due", ChoiceField::Due, "", "overdue; today; within_3_days; within_7_days");
    row("sources", ChoiceField::Source, "", "message; prescription");
    row("gates", ChoiceField::Gate, "", "all_gates_pass; gate1_status");
}

void TstRenewalFilters::choices()
{
    QFETCH(int, field);
    QFETCH(QString, search);
    QFETCH(QString, texts);
    addSome();
    VERIFY_OK(CareTeamRepository(connection()).upsert(sampleTeam(7, u"Primary"_s)));
    VERIFY_OK(CareTeamRepository(connection()).upsert(sampleTeam(8, u"Pain"_s)));
    VERIFY_OK(PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"x"_s));
    Station station;
    station.number = StationNumber(u"552GA"_s);
    station.name = u"Dayton"_s;
    VERIFY_OK(StationRepository(connection()).upsert(station));
    ChoiceQuery query;
    query.field = static_cast<ChoiceField>(field);
    query.search = search;
    const auto found = FilterChoices(connection()).find(query, noon());
    VERIFY_OK(found);
    QStringList told;
    for (const FilterChoice &choice : *found)
        told.append(choice.text);
    QCOMPARE(told.join(u"; "), texts);
    query.limit = 1;
    if (query.field < ChoiceField::DrugClass)
        QVERIFY(FilterChoices(connection()).find(query, noon())->size() <= 1);
    // By their values, whatever else is asked.
    query.search = u"nothing has it"_s;
    query.limit = 20;
    for (const FilterChoice &choice : *found)
        query.values.append(choice.value);
    if (!query.values.isEmpty())
        QCOMPARE(*FilterChoices(connection()).find(query, noon()), *found);
}

/// What a choice promises is what the queue shows once it is made, beside all other filters.
void TstRenewalFilters::choicesTellWhatIsLeft()
{
    addSome();
    VERIFY_OK(CareTeamRepository(connection()).upsert(sampleTeam(7, u"Primary"_s)));
    VERIFY_OK(CareTeamRepository(connection()).upsert(sampleTeam(8, u"Pain"_s)));
    ChoiceQuery query;
    query.filter.divisions = {u"552"_s, u"552GA"_s};
    query.filter.drugs = {u"Zinc"_s}; // of the field itself: another choice takes its place
    query.field = ChoiceField::Drug;
    const auto told = [&] {
        QStringList texts;
        const auto choices = FilterChoices(connection()).find(query, noon(), u"ann"_s);
        if (!choices)
            return choices.error().text;
        for (const FilterChoice &choice : *choices) {
            if (choice.count > 0)
                texts.append(u"%1 %2"_s.arg(choice.text).arg(choice.count));
        }
        return texts.join(u", ");
    };
    QCOMPARE(told(), u"INSULIN,GLARGINE 100UNT/ML 1, LISINOPRIL 10MG TAB 2"_s);
    query.view = QString::fromLatin1(views::closed);
    QCOMPARE(told(), u"LISINOPRIL 20MG TAB 1"_s);
    query = {};
    query.field = ChoiceField::Due;
    QCOMPARE(told(), u"overdue 1, today 1, within_3_days 2, within_7_days 3"_s);
    query.scope.parentStation = u"552"_s;
    query.field = ChoiceField::CareTeam;
    QCOMPARE(told(), u"Primary 2"_s);
}

void TstRenewalFilters::wordsOfDrugs_data()
{
    QTest::addColumn<QString>("drug");
    for (const char *drug :
         {"LISINOPRIL 10MG TAB", "", "INSULIN,GLARGINE", "CARBIDOPA/LEVODOPA", "  x", "Zinc", "a b,c"})
        QTest::newRow(drug) << QString::fromLatin1(drug);
}

/// The database and the program mean the same word.
void TstRenewalFilters::wordsOfDrugs()
{
    QFETCH(QString, drug);
    Renewal renewal = sampleRenewal(u"1"_s, 1);
    renewal.drug = drug;
    VERIFY_OK(renewals().insert(renewal));
    const auto word = connection().first<QString>(u"SELECT drug_word FROM renewal"_s, {},
                                                  [](const Row &row) { return row.text(0); });
    VERIFY_OK(word);
    QCOMPARE(word->value_or(u"?"_s), drugWord(drug));
}

RENEWAL_STORE_TEST_MAIN(TstRenewalFilters)
#include "tst_renewalfilters.moc"
