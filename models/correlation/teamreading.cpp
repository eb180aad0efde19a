// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/teamreading.h"

#include "models/correlation/markedwords.h"
#include "models/correlation/stationindex.h"
#include "models/correlation/words.h"

#include <algorithm>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

/// Above so many care teams a word is a habit of the station and not a person.
constexpr int manyTeams = 4;

constexpr double sure = 0.95;
constexpr double likely = 0.7;
constexpr double guessed = 0.4;

const QSet<QString> &retiredWords()
{
    static const QSet<QString> words{u"INACTIVE"_s, u"INACTIVATED"_s, u"RETIRED"_s, u"CLOSED"_s, u"OLD"_s,
                                     u"OBSOLETE"_s, u"ZZ"_s,          u"ZZZ"_s,     u"XX"_s};
    return words;
}

const QSet<QString> &fillerWords()
{
    static const QSet<QString> words{
        u"TG"_s,           u"TEAM"_s,     u"TM"_s,         u"CLINIC"_s,      u"CLIN"_s,
        u"GROUP"_s,        u"TRIAGE"_s,   u"OH"_s,         u"VA"_s,          u"VAMC"_s,
        u"CBOC"_s,         u"OPC"_s,      u"CENTER"_s,     u"CTR"_s,         u"CARE"_s,
        u"HEALTH"_s,       u"AND"_s,      u"THE"_s,        u"OF"_s,          u"FOR"_s,
        u"ASK"_s,          u"A"_s,        u"NEW"_s,        u"POOL"_s,        u"MODULE"_s,
        u"MOD"_s,          u"SUITE"_s,    u"UNIT"_s,       u"MEDICAL"_s,     u"CLINICAL"_s,
        u"NURSE"_s,        u"QUESTION"_s, u"QUESTIONS"_s,  u"TEST"_s,        u"WEST"_s,
        u"EAST"_s,         u"NORTH"_s,    u"SOUTH"_s,      u"DO"_s,          u"NOT"_s,
        u"USE"_s,          u"MESSAGE"_s,  u"MESSAGES"_s,   u"SM"_s,          u"FHCC"_s,
        u"HUB"_s,          u"VISN"_s,     u"MOBILE"_s,     u"ASSOCIATION"_s, u"RELATIONSHIP"_s,
        u"ASSISTANCE"_s,   u"CHRONIC"_s,  u"AWARENESS"_s,  u"CLINICIAN"_s,   u"REDESIGN"_s,
        u"CERNER"_s,       u"UAT"_s,      u"CAPTURE"_s,    u"VHA"_s,         u"TESTING"_s,
        u"VETS"_s,         u"GOV"_s,      u"AUTOMATION"_s, u"DESIGNATED"_s,  u"REG"_s,
        u"COORDINATION"_s, u"WVP"_s,      u"PSI"_s};
    return words;
}

/// A letter behind one of these is a team's, not an initial.
const QSet<QString> &letteredWords()
{
    static const QSet<QString> words{u"TEAM"_s, u"TM"_s,    u"MODULE"_s, u"MOD"_s,
                                     u"UNIT"_s, u"SUITE"_s, u"POD"_s,    u"GROUP"_s};
    return words;
}

bool hasDigit(const QString &word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
}

void set(ReadWord &word, WordRole role, double certainty)
{
    word.role = role;
    word.certainty = certainty;
}

QStringList foldedOf(const QVector<ReadWord> &words)
{
    QStringList folded;
    for (const ReadWord &word : words)
        folded.append(word.folded);
    return folded;
}

std::optional<CareKind> kindOfGroupType(const QString &groupType)
{
    static const QHash<QString, CareKind> kinds{
        {u"PRIMARY_CARE"_s, CareKind::Primary},     {u"MENTAL_HEALTH"_s, CareKind::MentalHealth},
        {u"SPECIALTY_CARE"_s, CareKind::Specialty}, {u"WOMENS_HEALTH"_s, CareKind::Specialty},
        {u"PHARMACY"_s, CareKind::Pharmacy},        {u"ADMINISTRATIVE"_s, CareKind::Service}};
    const auto found = kinds.constFind(groupType.toUpper());
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

TeamReader::TeamReader(const StationInput &station, const Lexicon &lexicon)
    : m_lexicon(lexicon)
    , m_parent(station.parentStation)
{
    for (const Prescriber &prescriber : station.prescribers) {
        addPlaces(prescriber.facilityName);
        addPlaces(prescriber.divisionName);
        const PersonName person = personFromPrescriber(prescriber.name);
        for (const QString &form : person.isEmpty() ? QStringList() : person.surnameForms())
            m_surnames.insert(form);
        for (const QString &given : person.given)
            m_givenNames.insert(given);
    }
    for (const CareTeam &team : station.careTeams) {
        addPlaces(team.locationName);
        addPlaces(team.healthCareSystemName);
        const PersonName lead = personFromText(team.leadProviderName);
        for (const QString &form : lead.isEmpty() ? QStringList() : lead.surnameForms())
            m_surnames.insert(form);
        for (const QString &given : lead.given)
            m_givenNames.insert(given);
    }
    countWords(station);
}

void TeamReader::addPlaces(const QString &text)
{
    for (const QString &word : foldedWords(text)) {
        if (word.size() > 1)
            m_places.insert(word);
    }
}

void TeamReader::countWords(const StationInput &station)
{
    for (const CareTeam &team : station.careTeams) {
        QSet<QString> once;
        for (const PlacedWord &word : placedWords(team.name))
            once.insert(word.folded);
        for (const QString &word : std::as_const(once))
            ++m_teams[word];
        if (!team.teamName.contains(u' '))
            m_places.insert(withoutGluedDigits(foldedWords(team.teamName).join(QString())));
    }
    m_places.remove(QString());
}

bool TeamReader::isDoubtfulSurname(const QString &word) const
{
    return m_places.contains(word) || isIn(colours, word) || m_teams.value(word) > manyTeams;
}

TeamReading TeamReader::read(const CareTeam &team) const
{
    TeamReading reading;
    reading.words = readWords(team.name);
    reading.people = mentionsIn(reading.words);
    const PersonName lead = personFromText(team.leadProviderName);
    if (!lead.isEmpty())
        reading.people.append({lead.family + lead.given, lead, true, false});
    reading.care = careOf(team, reading.words);
    if (!team.station.division().isEmpty())
        reading.divisions.append(team.station.division());
    for (const ReadWord &word : std::as_const(reading.words)) {
        if (word.role == WordRole::Station && word.folded.size() > 3)
            reading.divisions.append(word.folded.mid(3));
        reading.retired = reading.retired || word.role == WordRole::Retired;
    }
    return reading;
}

QVector<ReadWord> TeamReader::readWords(const QString &name) const
{
    QVector<ReadWord> words;
    for (const PlacedWord &word : placedWords(name))
        words.append({word.start, word.length, word.folded, WordRole::Unknown, 0, word.apart});
    markCare(words);
    for (qsizetype i = 0; i < words.size(); ++i)
        markWord(words, i);
    markPeople(words);
    return words;
}

void TeamReader::markCare(QVector<ReadWord> &words) const
{
    const QStringList folded = foldedOf(words);
    for (qsizetype i = 0; i < words.size(); ++i) {
        CareType type;
        qsizetype length = m_lexicon.carePhrase(folded, i, type);
        for (qsizetype part = 0; part < length; ++part)
            set(words[i + part], WordRole::Care, sure);
        i += std::max<qsizetype>(length - 1, 0);
    }
}

void TeamReader::markWord(QVector<ReadWord> &words, qsizetype at) const
{
    ReadWord &word = words[at];
    const QString &text = word.folded;
    if (word.role == WordRole::Care)
        return;
    const bool startsWithDigit = text.at(0).isDigit();
    if (startsWithDigit && text.startsWith(m_parent))
        return set(word, WordRole::Station, sure);
    if (startsWithDigit)
        return set(word, WordRole::Number, sure);
    if (retiredWords().contains(text))
        return set(word, WordRole::Retired, sure);
    if (text == "SLC"_L1 || text == "DAYT"_L1)
        return set(word, WordRole::TestSite, likely);
    if (text.size() == 1) {
        const bool teams = at > 0 && letteredWords().contains(words.at(at - 1).folded);
        return set(word, teams ? WordRole::TeamCode : WordRole::Initial, teams ? sure : likely);
    }
    if (hasDigit(text))
        return set(word, WordRole::TeamCode, sure);
    if (isNameDecoration(text))
        return set(word, WordRole::Credential, likely);
    if (fillerWords().contains(text))
        return set(word, WordRole::Filler, sure);
    if (m_places.contains(text))
        return set(word, WordRole::Place, m_surnames.contains(text) ? guessed : sure);
    if (isIn(colours, text))
        return set(word, WordRole::Colour, m_surnames.contains(text) ? guessed : sure);
    if (m_surnames.contains(text))
        return set(word, WordRole::Surname, m_teams.value(text) > manyTeams ? guessed : likely);
    if (m_teams.value(text) > manyTeams)
        return set(word, WordRole::Place, likely);
    if (m_givenNames.contains(text))
        return set(word, WordRole::Given, likely);
    set(word, WordRole::Unknown, guessed);
}

/// A word that may belong to a person's name; places and colours only where somebody of that name works.
bool TeamReader::canBePerson(const ReadWord &word) const
{
    switch (word.role) {
    case WordRole::Surname:
    case WordRole::Given:
    case WordRole::Initial:
    case WordRole::Unknown:
        return true;
    case WordRole::Place:
    case WordRole::Colour:
        return word.certainty <= guessed;
    default:
        return isIn(particles, word.folded);
    }
}

/// Beside an initial or a known name an unknown word is a surname.
void TeamReader::markPeople(QVector<ReadWord> &words) const
{
    const auto beside = [&](qsizetype at, qsizetype other) {
        if (other < 0 || other >= words.size() || words.at(std::max(at, other)).apart)
            return false;
        const WordRole role = words.at(other).role;
        return role == WordRole::Initial || role == WordRole::Given || role == WordRole::Surname;
    };
    for (qsizetype i = 0; i < words.size(); ++i) {
        ReadWord &word = words[i];
        const bool named = beside(i, i - 1) || beside(i, i + 1);
        if (word.role == WordRole::Surname && named)
            word.certainty = sure;
        else if (word.role == WordRole::Unknown && named)
            set(word, WordRole::Surname, likely);
    }
}

QVector<PersonMention> TeamReader::mentionsIn(const QVector<ReadWord> &words) const
{
    QVector<PersonMention> mentions;
    PersonMention mention;
    bool hasSurname = false;
    const auto finish = [&] {
        if (hasSurname)
            mentions.append(mention);
        mention = {};
        hasSurname = false;
    };
    for (const ReadWord &word : words) {
        if (word.apart || !canBePerson(word))
            finish();
        if (!canBePerson(word))
            continue;
        mention.words.append(word.folded);
        if (word.folded.size() > 1) {
            hasSurname = true;
            mention.doubtful = mention.doubtful || isDoubtfulSurname(word.folded);
        }
    }
    finish();
    return mentions;
}

CareType TeamReader::careOf(const CareTeam &team, const QVector<ReadWord> &words) const
{
    CareType written;
    const QStringList folded = foldedOf(words);
    for (qsizetype i = 0; i < words.size(); ++i) {
        CareType type;
        const qsizetype length = m_lexicon.carePhrase(folded, i, type);
        i += std::max<qsizetype>(length - 1, 0);
        if (length == 0 || type.kind == CareKind::Unknown)
            continue;
        // What is said first counts, but "PACT" before a pharmacy is only whose pharmacy it is.
        const bool isMore = written.kind == CareKind::Primary && type.kind != CareKind::Primary;
        if (written.kind == CareKind::Unknown || isMore)
            written = type;
    }
    const auto told = kindOfGroupType(team.groupType);
    if (!told)
        return written;
    if (*told == written.kind)
        return written;
    CareType type{*told, {}};
    if (team.groupType.compare("WOMENS_HEALTH"_L1, Qt::CaseInsensitive) == 0)
        type.specialty = u"WOMENS_HEALTH"_s;
    else if (*told == CareKind::Specialty)
        type.specialty = m_lexicon.ofSpecialty(QString(team.subGroupType).replace(u'_', u' ')).specialty;
    return type;
}

} // namespace renewal::correlation
