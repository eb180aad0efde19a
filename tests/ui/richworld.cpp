// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

#include "tests/ui/richrows.h"

#include <QTimeZone>

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
QDateTime utc(int month, int day, int hour = 12, int minute = 0)
{
    return {QDate(2026, month, day), QTime(hour, minute), Qt::UTC};
}

QString text(const char16_t *data)
{
    return QString::fromUtf16(data);
}

CareTeam team(qint64 id, const QString &name, const QString &group, const QString &lead, bool blocked = false)
{
    CareTeam team;
    team.triageTeamId = {id};
    team.name = name;
    team.station = StationNumber(u"552");
    team.groupTypeDisplay = group;
    team.leadProviderName = lead;
    team.blocked = blocked;
    return team;
}
} // namespace

RichWorld::RichWorld()
    : clock(utc(11, 22, 15))
{
    fillStations();
    fillTeams();
    fillPrescribers();
    fillOkafor();
    fillRenewals();
    fillDetail();
    fillRollout();
    fillAudit();
    fillImports();
    fillQuality();
    fillCutOvers();
    fillOutbox();
    fillReports();
    fillFacts();
    connection.reportContact(clock.now().addSecs(-4));
}

ui::Gateways RichWorld::gateways()
{
    ui::Gateways gateways{&renewals, &correlations, &rollout, &system, &connection, &clock};
    gateways.imports = &imports;
    gateways.quality = &quality;
    gateways.cutOvers = &cutOvers;
    gateways.outbox = &outbox;
    gateways.reports = &reports;
    return gateways;
}

ui::ShellOptions RichWorld::options()
{
    ui::ShellOptions options;
    options.theme = ui::ThemeChoice::Light;
    options.serviceText = u"Embedded service"_s;
    options.placeText = u"Dayton VA, station 552"_s;
    options.userName = u"R. Alvarez, RN"_s;
    options.userRole = u"Clinical staff"_s;
    options.pollInterval = 0;
    return options;
}

void RichWorld::fillStations()
{
    const auto add = [this](QStringView number, const QString &name, EhrSystem ehr, const QString &zone) {
        Station station;
        station.number = StationNumber(number);
        station.name = name;
        station.ehr = ehr;
        station.timeZone = zone;
        system.stationData.append(station);
    };
    add(u"541", u"Cleveland VA Medical Center"_s, EhrSystem::VistA, u"America/New_York"_s);
    add(u"552", u"Dayton VA Medical Center"_s, EhrSystem::VistA, u"America/New_York"_s);
    add(u"668", u"Spokane VA Medical Center"_s, EhrSystem::OracleHealth, u"America/Los_Angeles"_s);
    system.statusData = {.version = u"0.1.0"_s,
                         .database = u"sqlite"_s,
                         .renewals = 1204518,
                         .prescribers = 18204,
                         .careTeams = 6120,
                         .changeSequence = 10,
                         .now = clock.now()};
}

void RichWorld::fillTeams()
{
    correlations.teams = {
        team(6910405, u"**552_CARDIO_OKAFOR CHIDI_SLC4"_s, u"Cardiology"_s, u"Okafor, Chidi"_s),
        team(6910411, u"552 CARDIOLOGY CLINIC B"_s, u"Cardiology"_s, {}),
        team(6910377, u"DAY PAC 03 WH"_s, u"Primary care"_s, u"Whitaker, Ruth"_s),
        team(6910380, u"** DAYTON: Primary Care, Blue team"_s, u"Primary care"_s, u"Taylor, Robert"_s),
        team(6910381, u"** DAYTON: Primary Care, Green team"_s, u"Primary care"_s, u"Smith, Joan"_s),
        team(6910392, u"DAYTON PAIN CLINIC"_s, u"Pain management"_s, {}, true),
        team(6910420, u"552 UROLOGY DUARTE_A"_s, u"Urology"_s, u"Duarte, Ana"_s),
    };
}

void RichWorld::fillPrescribers()
{
    qint64 id = 0;
    for (const PrescriberRow &row : prescriberRows) {
        PrescriberDetail detail;
        Prescriber &prescriber = detail.summary.prescriber;
        prescriber.id = {++id};
        prescriber.station = StationNumber(row.station);
        prescriber.ehr = prescriber.station.parent() == u"668" ? EhrSystem::OracleHealth : EhrSystem::VistA;
        prescriber.name.last = text(row.last);
        prescriber.name.first = text(row.first);
        prescriber.homonyms = row.homonyms;
        Correlation &correlation = detail.summary.correlation;
        correlation.prescriberId = prescriber.id;
        correlation.status = row.status;
        correlation.version = 3;
        if (row.probability > 0)
            correlation.probability = row.probability;
        detail.summary.waiting = row.waiting;
        detail.summary.candidates = row.candidates;
        if (row.probability > 0)
            detail.summary.bestProbability = row.probability;
        if (row.waiting > 0)
            detail.summary.oldestWaiting = utc(11, 20, 15);
        detail.patients = 40 + row.waiting * 4;
        const double first = row.probability > 0 ? row.probability : 0.3;
        detail.careTeams = {correlations.teams[3], correlations.teams[4]};
        for (const CareTeam &careTeam : std::as_const(detail.careTeams)) {
            const bool isFirst = detail.candidates.candidates.isEmpty();
            detail.candidates.candidates.append({careTeam.triageTeamId,
                                                 careTeam.name,
                                                 isFirst ? first : (1 - first) / 3,
                                                 {{u"station"_s, 1.4, u"Same station"_s}}});
        }
        detail.candidates.noneProbability = (1 - first) * 2 / 3;
        correlations.prescriberDetails.append(detail);
    }
    correlations.extraCounts = {{u"none"_s, 10}, {u"suggested"_s, 19}, {u"auto"_s, 1840}, {u"manual"_s, 203}};
    correlations.qualityData = {30, 4820, 1, 17002, 18204};
}

void RichWorld::fillOkafor()
{
    PrescriberDetail &detail = correlations.prescriberDetails[1];
    detail.summary.prescriber.specialty = u"Cardiology"_s;
    detail.patients = 164;
    detail.careTeams = correlations.teams.first(3);
    detail.candidates.candidates = {
        {{6910405},
         u"552_CARDIO_OKAFOR CHIDI_SLC4"_s,
         0.71,
         {{u"prior"_s, -5.3, u"Starting odds, 41 teams at station"_s},
          {u"surname"_s, 9.1, u"Last name “OKAFOR” is rare here"_s},
          {u"given_name"_s, 2.2, u"First name: initial C fits “Chidi”"_s},
          {u"station"_s, 1.4, u"Station 552 = 552"_s},
          {u"specialty"_s, 1.9, u"Specialty fits group type cardiology"_s},
          {u"patients"_s, 4.6, u"118 of 164 patients shared"_s},
          {u"left"_s, -5.1, u"Lead provider left 2026-06"_s},
          {u"rival"_s, -7.5, u"Another team shares the name"_s}}},
        {{6910411},
         u"552 CARDIOLOGY CLINIC B"_s,
         0.22,
         {{u"prior"_s, -5.3, u"Starting odds"_s}, {u"specialty"_s, 3.5, u"Specialty fits"_s}}},
        {{6910377}, u"DAY PAC 03 WH"_s, 0.04, {{u"prior"_s, -5.3, u"Starting odds"_s}}},
    };
    detail.candidates.noneProbability = 0.03;
    detail.sharedPatients = {{6910405, 118}, {6910411, 40}, {6910377, 9}};
    detail.otherPrescribers = {{6910411, {5, {u"Adler, Ruth"_s, u"Smith, Joan"_s, u"Wong, A."_s}}}};
    detail.teamPatients = {{6910405, 340}, {6910411, 512}, {6910377, 1204}};
    detail.candidates.explanation = u"Two teams fit the name, so a person must decide."_s;
    detail.history = {
        {utc(11, 2, 9), u"matching"_s, u"correlation.linked"_s, u"Linked automatically, 93 %"_s},
        {utc(11, 14, 9), u"import"_s, u"care_team.changed"_s, u"Lead provider marked as left"_s},
        {utc(11, 14, 9, 1), u"matching"_s, u"correlation.stale"_s, u"Sent back for review"_s},
    };
}

void RichWorld::fillRenewals()
{
    qint64 id = 0;
    for (const RenewalRow &row : renewalRows) {
        Renewal renewal;
        renewal.id = {++id};
        renewal.version = 1;
        renewal.patientKey = text(row.patient);
        renewal.drug = text(row.drug);
        renewal.prescriptionNumber = text(row.number);
        renewal.sig = u"TAKE ONE TABLET BY MOUTH DAILY"_s;
        renewal.quantity = u"90"_s;
        renewal.refillRemaining = 0;
        renewal.station = StationNumber(u"552");
        if (row.number[0] == 0) {
            renewal.ehr = EhrSystem::OracleHealth;
            renewal.station = StationNumber(u"668");
        }
        renewal.requestedAt = utc(11, 17, 14, 42);
        renewal.dueAt = clock.now().addSecs(row.dueHours * 3600 + 60);
        if (row.fillMonth > 0)
            renewal.lastFilled = utc(row.fillMonth, row.fillDay);
        renewal.expires = utc(12, 4);
        renewal.prescriberShown = text(row.prescriber);
        for (const PrescriberDetail &known : std::as_const(correlations.prescriberDetails)) {
            if (known.summary.prescriber.name.shown() == renewal.prescriberShown)
                renewal.prescriberId = known.summary.prescriber.id;
        }
        renewal.careTeamName = text(row.team);
        renewal.state = row.state;
        if (!renewal.careTeamName.isEmpty()) {
            renewal.careTeam = {6910380};
            renewal.careTeamProbability = 0.97;
        }
        renewal.verdict = {u"vista_current"_s, u"all_gates_pass"_s, row.state != RenewalState::NotRenewable};
        renewals.rows.append(renewal);
    }
    renewals.rows[2].stateReason = u"Three care teams could be this prescriber’s; a person must decide."_s;
    const auto word = [](const char *view) { return QString::fromLatin1(view); };
    renewals.extraCounts = {
        {word(views::needsRouting), 138}, {word(views::overdue), 18},      {word(views::dueToday), 64},
        {word(views::readyToRoute), 601}, {word(views::inReview), 1929},   {word(views::allPending), 2757},
        {word(views::assignedToMe), 9},   {word(views::routed), 88214},    {word(views::denied), 4102},
        {word(views::external), 310},     {word(views::notRenewable), 96}, {word(views::closed), 92316}};
}

void RichWorld::fillDetail()
{
    RenewalDetail detail;
    detail.ruleVersion = u"vista_current"_s;
    detail.renewable = true;
    detail.gates = {
        {u"active"_s, true, u"Active prescription"_s},
        {u"va"_s, true, u"VA prescription"_s},
        {u"dispensed"_s, true, u"Dispensed before (4 fills)"_s},
        {u"refills"_s, true, u"No refills left"_s},
        {u"processing"_s, true, u"No refill being processed"_s},
        {u"expiration"_s, true, u"Within 120 days of expiration"_s},
    };
    CareTeam blue = correlations.teams[3];
    blue.suggestedNameDisplay = u"Dayton VA Medical Center | Primary care | Blue team"_s;
    detail.careTeam = blue;
    detail.careTeamReason = u"Name, station and 214 shared patients agree"_s;
    detail.history = {
        {utc(11, 17, 14, 42), u"Veteran"_s, {}, u"Requested on VA.gov"_s},
        {utc(11, 17, 14, 42), u"matching"_s, {}, u"Care team found automatically"_s},
        {utc(11, 20, 13, 5), u"system"_s, {}, u"Reply due, reminder sent"_s},
    };
    detail.messageBody =
        u"Medication name, strength, and form: LISINOPRIL 20MG TAB\nPrescription number: 2721195\n"
        u"Instructions: TAKE ONE TABLET BY MOUTH DAILY\nReason for use: blood pressure"_s;
    for (const Renewal &renewal : std::as_const(renewals.rows)) {
        RenewalDetail own = detail;
        own.sentTo = renewal.id.value % 3 == 1 ? correlations.teams[4] : blue;
        if (renewal.state == RenewalState::NotRenewable) {
            own.gates[1] = {u"va"_s, false, u"Not a VA prescription"_s};
            own.renewable = false;
        }
        if (!renewal.careTeam.isValid()) {
            own.careTeam.reset();
            own.careTeamReason.clear();
        }
        renewals.details.insert(renewal.id.value, own);
    }
}

} // namespace renewal::test
