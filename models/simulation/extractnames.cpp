// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/extractnames.h"

#include "models/simulation/words.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr quint64 prescriberNumberSpan = 90'000'000;
constexpr quint64 npiSpan = 900'000'000;

/// How an extract may spoil a name. Dealt out by turn, so that each occurs at every larger station.
enum class Slip
{
    None,
    MixedCase,
    Nickname,
    Typo,
    Swapped,
    CredentialInFirst,
    Star,
    InitialFirst,
    WholeInLast,
};

Slip slipFor(int turn)
{
    static constexpr Slip turns[] = {
        Slip::None, Slip::MixedCase, Slip::None,    Slip::Nickname, Slip::None, Slip::Typo,
        Slip::None, Slip::None,      Slip::Swapped, Slip::None,     Slip::None, Slip::CredentialInFirst,
        Slip::None, Slip::Nickname,  Slip::None,    Slip::Star,     Slip::None, Slip::InitialFirst,
        Slip::None, Slip::MixedCase, Slip::None,    Slip::Typo,     Slip::None, Slip::WholeInLast,
        Slip::None, Slip::None,      Slip::None,    Slip::None,     Slip::None, Slip::None,
    };
    return turns[turn % int(std::size(turns))];
}

class ExtractWriter
{
public:
    ExtractWriter(Region &region, int station, quint64 seed, Random &random)
        : m_region(region)
        , m_station(region.stations.at(station))
        , m_random(random)
        , m_seed(seed)
    {
    }
    void write(int index, int turn);

private:
    PrescriberName vistaName(SimulatedPrescriber &prescriber, Slip slip);
    PrescriberName oracleName(SimulatedPrescriber &prescriber, int turn);
    void spell(SimulatedPrescriber &prescriber, Person &person, Slip slip);
    void placeFields(SimulatedPrescriber &prescriber);
    int placeOf(const SimulatedPrescriber &prescriber);
    QString specialty(const SimulatedPrescriber &prescriber);

    Region &m_region;
    const SimulatedStation &m_station;
    Random &m_random;
    quint64 m_seed;
};

void ExtractWriter::write(int index, int turn)
{
    SimulatedPrescriber &prescriber = m_region.prescribers[index];
    Prescriber &row = prescriber.prescriber;
    row.ehr = m_station.station.ehr;
    row.extractId =
        u'P' + QString::number(10'000'000 + scrambled(quint64(index), prescriberNumberSpan, m_seed + 1));
    // Two people behind one name only collide when nothing else is odd about it.
    const bool plain = prescriber.truth.ambiguous;
    if (row.ehr == EhrSystem::OracleHealth) {
        row.name = oracleName(prescriber, plain ? 0 : turn);
        if (m_random.chance(600))
            row.npi = u'1' + QString::number(100'000'000 + scrambled(quint64(index), npiSpan, m_seed + 2));
    } else {
        row.name = vistaName(prescriber, plain ? Slip::None : slipFor(turn));
    }
    placeFields(prescriber);
    row.specialty = specialty(prescriber);
}

void ExtractWriter::spell(SimulatedPrescriber &prescriber, Person &person, Slip slip)
{
    QStringList &traps = prescriber.truth.traps;
    if (slip == Slip::Nickname && !person.nickname.isEmpty()) {
        person.given = person.nickname;
        traps.append(u"extract_nickname"_s);
    } else if (slip == Slip::Typo) {
        person.given = withTypo(person.given, m_random);
        traps.append(u"extract_typo"_s);
    }
    if (person.hyphenated() && m_random.chance(400)) {
        person.family.remove(u'-');
        traps.append(u"hyphen_joined"_s);
    }
}

PrescriberName ExtractWriter::vistaName(SimulatedPrescriber &prescriber, Slip slip)
{
    Person person = prescriber.person;
    QStringList &traps = prescriber.truth.traps;
    spell(prescriber, person, slip);
    const QString middle = person.middle.isEmpty() ? QString() : u' ' + person.middle;
    QString first = person.given + middle;
    QString last = person.family;
    if (!person.suffix.isEmpty()) {
        (m_random.chance(500) ? first : last) += u' ' + person.suffix;
        traps.append(u"suffix"_s);
    }
    switch (slip) {
    case Slip::MixedCase:
        return {first, last, {}};
    case Slip::Swapped:
        traps.append(u"swapped"_s);
        return {last.toUpper(), first.toUpper(), {}};
    case Slip::CredentialInFirst:
        traps.append(u"credential_in_name"_s);
        return {first + u", "_s + titleCase(person.credential), last, {}};
    case Slip::Star:
        traps.append(u"mark"_s);
        return {first.toUpper(), last.toUpper() + u" *"_s, {}};
    case Slip::InitialFirst:
        traps.append(u"initial_first"_s);
        return {(person.middle.left(1) + u' ' + person.given).trimmed().toUpper(), last.toUpper(), {}};
    case Slip::WholeInLast:
        traps.append(u"whole_in_last"_s);
        return {{}, (last + u", "_s + first).toUpper(), {}};
    case Slip::None:
    case Slip::Nickname:
    case Slip::Typo:
        break;
    }
    return {first.toUpper(), last.toUpper(), {}};
}

PrescriberName ExtractWriter::oracleName(SimulatedPrescriber &prescriber, int turn)
{
    Person person = prescriber.person;
    const bool plain = prescriber.truth.ambiguous;
    if (!plain)
        spell(prescriber, person, turn % 12 == 5 ? Slip::Nickname : turn % 24 == 9 ? Slip::Typo : Slip::None);
    QString family = person.family;
    if (!person.suffix.isEmpty()) {
        family += u' ' + person.suffix;
        prescriber.truth.traps.append(u"suffix"_s);
    }
    QString given = person.given;
    if (!person.middle.isEmpty())
        given += u' ' + person.middle.left(1);
    if (turn % 17 == 11) {
        prescriber.truth.traps.append(u"credential_in_name"_s);
        return {{}, {}, family + u' ' + person.credential + u", "_s + given};
    }
    const bool withCredential = !plain && turn % 3 != 1;
    return {{}, {}, family + u", "_s + given + (withCredential ? u", "_s + person.credential : QString())};
}

int ExtractWriter::placeOf(const SimulatedPrescriber &prescriber)
{
    const int places = int(m_station.places.size());
    if (prescriber.teams.isEmpty())
        return m_random.chance(250) ? m_random.below(places) : 0;
    const int place = m_region.teams.at(prescriber.teams.first()).place;
    // Who moved is still filed where they came from.
    return prescriber.truth.kind == "moved_in"_L1 ? (place + 1) % places : place;
}

void ExtractWriter::placeFields(SimulatedPrescriber &prescriber)
{
    Prescriber &row = prescriber.prescriber;
    const Place &place = m_station.places.at(placeOf(prescriber));
    row.station = m_random.chance(350) ? m_station.station.number : place.number;
    if (m_random.chance(900))
        row.facilityName = place.name;
    if (prescriber.truth.kind == "community"_L1 && m_random.chance(200)) {
        row.divisionName = m_random.pick(
            QStringList{u"FEE BASIS"_s, u"NON-VA CARE"_s, u"OUTSIDE RX"_s, u"COMMUNITY CARE"_s});
        return;
    }
    if (prescriber.truth.kind == "community"_L1)
        prescriber.truth.traps.append(u"community_unmarked"_s);
    if (m_random.chance(620))
        row.divisionName = m_random.chance(300) ? place.city.toUpper() : place.city;
}

QString ExtractWriter::specialty(const SimulatedPrescriber &prescriber)
{
    if (!m_random.chance(300))
        return {};
    const QString &kind = prescriber.truth.kind;
    if (kind.startsWith("pharmd"_L1))
        return m_random.pick(QStringList{u"PHARMACIST"_s, u"CLINICAL PHARMACY"_s});
    if (kind == "mh"_L1)
        return m_random.pick(
            QStringList{u"PSYCHIATRY"_s, u"PSYCHIATRY"_s, u"ADDICTION MEDICINE"_s, u"MENTAL HEALTH NP"_s});
    if (kind == "nogroup"_L1 && m_random.chance(650))
        return m_random.pick(QStringList{u"EMERGENCY MEDICINE"_s, u"HOSPITALIST"_s});
    if ((kind == "spec"_L1 || kind == "second_station"_L1) && !prescriber.teams.isEmpty())
        return QLatin1StringView(
            specialtyWords(m_region.teams.at(prescriber.teams.first()).subject).taxonomy);
    if (kind == "community"_L1 && m_random.chance(450))
        return QLatin1StringView(specialtyWords(m_random.below(specialtyCount())).taxonomy);
    return m_random.pick(QStringList{u"INTERNAL MEDICINE"_s, u"FAMILY MEDICINE"_s, u"PRIMARY CARE"_s,
                                     u"GENERAL PRACTICE"_s, u"NURSE PRACTITIONER"_s});
}

/// Which prescribers of the station share their family name with another one.
QSet<QString> sharedFamilies(const Region &region, int station)
{
    QSet<QString> seen;
    QSet<QString> shared;
    for (const SimulatedPrescriber &prescriber : region.prescribers) {
        if (prescriber.station != station)
            continue;
        if (seen.contains(prescriber.person.family))
            shared.insert(prescriber.person.family);
        seen.insert(prescriber.person.family);
    }
    return shared;
}
} // namespace

void writeExtractNames(Region &region, int station, quint64 seed, Random &random)
{
    const QSet<QString> shared = sharedFamilies(region, station);
    ExtractWriter writer(region, station, seed, random);
    int turn = station * 7;
    for (int i = 0; i < region.prescribers.size(); ++i) {
        if (region.prescribers.at(i).station != station)
            continue;
        if (shared.contains(region.prescribers.at(i).person.family))
            region.prescribers[i].truth.traps.append(u"surname_collision"_s);
        writer.write(i, turn++);
    }
}

} // namespace renewal::simulation
