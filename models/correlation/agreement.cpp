// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/agreement.h"

#include "models/correlation/markedwords.h"
#include "models/correlation/personname.h"
#include "models/correlation/words.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

/// What the two sides were found to say about the prescriber's name so far.
struct NameFinding
{
    PersonName person;
    QSet<QString> placeWords; ///< never a given name
    std::optional<Agreement> surname;
    std::optional<Agreement> given;

    void findSurname(Agreement agreement)
    {
        if (!surname || agreement == Agreement::Agrees)
            surname = agreement;
    }
    /// One contradiction outweighs any agreement, as in matching.
    void findGiven(Agreement agreement)
    {
        const bool stays =
            given == Agreement::Against || (given == Agreement::Agrees && agreement == Agreement::Partly);
        if (!stays)
            given = agreement;
    }
};

std::optional<Agreement> agreementOf(GivenMatch match)
{
    switch (match) {
    case GivenMatch::Same:
        return Agreement::Agrees;
    case GivenMatch::Beginning:
    case GivenMatch::SameInitial:
        return Agreement::Partly;
    case GivenMatch::Different:
        return Agreement::Against;
    case GivenMatch::Unknown:
        break;
    }
    return std::nullopt;
}

QSet<QString> placeWordsOf(const Prescriber &prescriber, const CareTeam &team)
{
    QSet<QString> words;
    for (const QString &text :
         {prescriber.facilityName, prescriber.divisionName, team.locationName, team.healthCareSystemName}) {
        for (const QString &word : foldedWords(text)) {
            if (word.size() > 1)
                words.insert(word);
        }
    }
    return words;
}

/// How many words from `first` on are the whole surname, written together or apart; 0 when they are not.
qsizetype wholeSurnameAt(const QVector<PlacedWord> &words, qsizetype first, const QString &surname)
{
    QString run;
    for (qsizetype i = first; i < words.size() && run.size() < surname.size(); ++i) {
        if (i > first && words[i].apart)
            return 0;
        run += words[i].folded;
        if (run == surname)
            return i - first + 1;
    }
    return 0;
}

/// A word beside a surname that can be a given name or an initial.
bool canBeGiven(const PlacedWord &word, const NameFinding &finding)
{
    const QString &text = word.folded;
    return (text.size() > 2 || text.size() == 1) && text.at(0).isLetter() && !text.back().isDigit() &&
           !isTeamWord(text) && !isNameDecoration(text) && !isIn(particles, text) &&
           !finding.placeWords.contains(text);
}

/// The given name or initial that stands beside the surname, after it before any other: where, and what it
/// says.
std::optional<std::pair<qsizetype, Agreement>> givenBeside(const QVector<PlacedWord> &words, qsizetype first,
                                                           qsizetype count, const NameFinding &finding)
{
    std::optional<std::pair<qsizetype, Agreement>> found;
    for (const qsizetype beside : {first + count, first - 1}) {
        if (beside < 0 || beside >= words.size() || words[std::max(beside, first)].apart ||
            !canBeGiven(words[beside], finding))
            continue;
        const auto agreement = agreementOf(compareGiven(finding.person.given, {words[beside].folded}));
        if (agreement && (!found || *agreement != Agreement::Against))
            found = std::pair(beside, *agreement);
        if (found && (found->second != Agreement::Against || words[beside].folded.size() == 1))
            break;
    }
    return found;
}

/// Marks surname and given name wherever they stand in a care team's text.
MarkedText markTeamName(const QString &name, NameFinding &finding)
{
    MarkedText text{name, {}};
    const QVector<PlacedWord> words = placedWords(name);
    const QString surname = finding.person.surname();
    const QStringList forms = finding.person.surnameForms();
    for (qsizetype i = 0; i < words.size() && !surname.isEmpty(); ++i) {
        qsizetype count = wholeSurnameAt(words, i, surname);
        Agreement agreement = Agreement::Agrees;
        if (count == 0) {
            if (!forms.contains(words[i].folded))
                continue;
            count = 1;
            agreement = Agreement::Partly;
        }
        const auto given = givenBeside(words, i, count, finding);
        // "BROWN TEAM" is the colour, and counts as nobody's name; "BROWN, ANN" may be either.
        if (count == 1 && (isTeamWord(words[i].folded) || finding.placeWords.contains(words[i].folded))) {
            if (!given || given->second == Agreement::Against)
                continue;
            agreement = Agreement::Partly;
        }
        addSpan(text, spanOf(words, i, count, agreement));
        finding.findSurname(agreement);
        if (given) {
            addSpan(text, spanOf(words, given->first, 1, given->second));
            finding.findGiven(given->second);
        }
        i += count - 1;
    }
    return text;
}

/// Marks the words of `text` that are among `wanted`.
void markWords(MarkedText &text, const QStringList &wanted, Agreement agreement)
{
    const QVector<PlacedWord> words = placedWords(text.text);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (wanted.contains(words[i].folded))
            addSpan(text, spanOf(words, i, 1, agreement));
    }
}

/// The lead's name is a person's name as a whole, so it is read as one.
MarkedText markLead(const QString &name, NameFinding &finding)
{
    MarkedText text{name, {}};
    const PersonName lead = personFromText(name);
    if (lead.isEmpty() || finding.person.isEmpty())
        return text;
    const bool whole = lead.surname() == finding.person.surname();
    const QStringList forms = finding.person.surnameForms();
    const auto isForm = [&](const QString &form) { return forms.contains(form); };
    const QStringList leadForms = lead.surnameForms();
    if (!whole && std::ranges::none_of(leadForms, isForm))
        return text;
    const Agreement agreement = whole ? Agreement::Agrees : Agreement::Partly;
    finding.findSurname(agreement);
    QStringList shared = lead.family;
    if (!whole)
        shared.removeIf([&](const QString &word) { return !isForm(word); });
    markWords(text, shared, agreement);
    if (const auto given = agreementOf(compareGiven(finding.person.given, lead.given))) {
        finding.findGiven(*given);
        markWords(text, {lead.given.constFirst()}, *given);
    }
    return text;
}

/// A field of the prescriber's name; v2 puts all of it into the last name.
MarkedText markOwnName(const QString &name, const NameFinding &finding)
{
    MarkedText text{name, {}};
    if (finding.surname)
        markWords(text, finding.person.family, *finding.surname);
    if (finding.given && !finding.person.given.isEmpty())
        markWords(text, {finding.person.given.constFirst()}, *finding.given);
    return text;
}

void markStations(RecordComparison &records, const StationNumber &one, const StationNumber &other)
{
    const bool sameParent = !one.isEmpty() && one.parent() == other.parent();
    const bool bothDivided = !one.division().isEmpty() && !other.division().isEmpty();
    const bool sameDivision = bothDivided && one.division() == other.division();
    for (MarkedText *text : {&records.station, &records.teamStation}) {
        const qsizetype parent = std::min<qsizetype>(3, text->text.size());
        const qsizetype agreeing = sameDivision ? text->text.size() : parent;
        addSpan(*text, {0, agreeing, sameParent ? Agreement::Agrees : Agreement::Against});
        if (bothDivided && !sameDivision)
            addSpan(*text, {parent, text->text.size() - parent, Agreement::Against});
    }
}

/// A division written into the team's name: "548QB PACT".
void markDivisions(MarkedText &name, const StationNumber &station)
{
    if (station.division().isEmpty())
        return;
    const QVector<PlacedWord> words = placedWords(name.text);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i].folded;
        if (word.size() > 3 && word.startsWith(station.parent()) && StationNumber(word).isValid())
            addSpan(name,
                    spanOf(words, i, 1, word == station.text() ? Agreement::Agrees : Agreement::Against));
    }
}

/// Words that say nothing about a field of medicine.
QStringList tellingWords(const QString &text, const QStringList &generic)
{
    QStringList words = foldedWords(text);
    words.removeIf([&](const QString &word) { return word.size() < 3 || generic.contains(word); });
    return words;
}

bool sameStem(const QString &one, const QString &other)
{
    constexpr qsizetype stem = 5;
    return one == other || (one.size() >= stem && other.size() >= stem && one.left(stem) == other.left(stem));
}

void markSpecialty(RecordComparison &records)
{
    static const QStringList generic{u"CARE"_s,   u"CLINIC"_s, u"MEDICINE"_s, u"SERVICE"_s,
                                     u"HEALTH"_s, u"THE"_s,    u"AND"_s};
    const QStringList one = tellingWords(records.specialty.text, generic);
    const QStringList other = tellingWords(records.groupType.text, generic);
    QStringList shared;
    for (const QString &a : one) {
        for (const QString &b : other) {
            if (sameStem(a, b))
                shared << a << b;
        }
    }
    if (shared.isEmpty())
        return;
    const bool all =
        std::ranges::all_of(one + other, [&](const QString &word) { return shared.contains(word); });
    const Agreement agreement = all ? Agreement::Agrees : Agreement::Partly;
    for (MarkedText *text : {&records.specialty, &records.groupType}) {
        if (all)
            *text = marked(text->text, agreement);
        else
            markWords(*text, shared, agreement);
    }
}

/// Two places without a common word speak against the pair; the same place is the ordinary case.
void markPlaces(RecordComparison &records)
{
    static const QStringList generic{u"VA"_s,   u"CLINIC"_s, u"MEDICAL"_s,  u"CENTER"_s,   u"HEALTH"_s,
                                     u"CARE"_s, u"SYSTEM"_s, u"MEMORIAL"_s, u"VETERANS"_s, u"HCS"_s};
    const QStringList one = tellingWords(records.division.text, generic);
    const QStringList other = tellingWords(records.location.text, generic);
    const bool differ = !one.isEmpty() && !other.isEmpty() &&
                        std::ranges::none_of(one, [&](const QString &word) { return other.contains(word); });
    if (!differ)
        return;
    records.division = marked(records.division.text, Agreement::Against);
    records.location = marked(records.location.text, Agreement::Against);
}

} // namespace

MarkedText marked(const QString &text, Agreement agreement)
{
    MarkedText result{text, {}};
    addSpan(result, {0, text.size(), agreement});
    return result;
}

RecordComparison compareRecords(const Prescriber &prescriber, const CareTeam *team)
{
    RecordComparison records;
    records.station.text = prescriber.station.text();
    records.division.text = prescriber.divisionName;
    records.specialty.text = prescriber.specialty;
    NameFinding finding;
    finding.person = personFromPrescriber(prescriber.name);
    if (team) {
        finding.placeWords = placeWordsOf(prescriber, *team);
        records.groupName = markTeamName(team->name.trimmed(), finding);
        if (!team->suggestedNameDisplay.isEmpty() && team->suggestedNameDisplay != team->name)
            records.shownAs = markTeamName(team->suggestedNameDisplay.trimmed(), finding);
        records.lead = markLead(team->leadProviderName.trimmed(), finding);
        records.teamStation.text = team->station.text();
        records.location.text = team->locationName;
        records.groupType.text = team->groupTypeDisplay;
        records.otherSystem = prescriber.ehr != team->ehr;
        markStations(records, prescriber.station, team->station);
        markDivisions(records.groupName, prescriber.station);
        markSpecialty(records);
        markPlaces(records);
    }
    records.last = markOwnName(prescriber.name.last, finding);
    records.first = markOwnName(prescriber.name.first, finding);
    records.display = markOwnName(prescriber.name.display, finding);
    return records;
}

} // namespace renewal::correlation
