// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds any bytes as the names of a care team, a lead provider and prescribers to the reader of names, and
// checks what must hold for every text: words lie inside it, in order, with a certainty between 0 and 1; the
// same text is read the same way twice. A line break parts the fields.
#include "models/correlation/agreement.h"
#include "models/correlation/nametable.h"
#include "models/correlation/teamreading.h"

#include <QFile>

#include <cstdlib>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const char *name)
{
    QFile file(QStringLiteral(RENEWAL_SOURCE_DIR "/resources/data/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const Lexicon &lexicon()
{
    static const auto read = Lexicon::parse(
        {contentOf("carewords.csv"), contentOf("specialties.csv"), contentOf("nicknames.csv")});
    if (!read)
        std::abort();
    return *read;
}

void must(bool holds)
{
    if (!holds)
        std::abort();
}

StationInput stationOf(const QStringList &fields)
{
    StationInput station;
    station.parentStation = u"552"_s;
    CareTeam team;
    team.triageTeamId.value = 1;
    team.station = StationNumber(u"552GA"_s);
    team.name = fields.value(0);
    team.leadProviderName = fields.value(1);
    team.locationName = fields.value(2);
    station.careTeams.append(team);
    for (int i = 3; i < 6; ++i) {
        Prescriber prescriber;
        prescriber.id.value = i;
        prescriber.station = StationNumber(u"552"_s);
        prescriber.name = {fields.value(i), fields.value(i + 1), fields.value(i + 2)};
        station.prescribers.append(prescriber);
    }
    return station;
}

void checkWords(const QString &text, const QVector<ReadWord> &words)
{
    qsizetype end = 0;
    for (const ReadWord &word : words) {
        must(word.start >= end && word.length > 0 && word.start + word.length <= text.size());
        must(word.certainty >= 0 && word.certainty <= 1);
        end = word.start + word.length;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    const StationInput station = stationOf(text.split(u'\n'));
    const TeamReader reader(station, lexicon());
    const CareTeam &team = station.careTeams.constFirst();
    const TeamReading reading = reader.read(team);
    checkWords(team.name, reading.words);
    must(reading == reader.read(team));
    QVector<PersonName> people;
    for (const Prescriber &prescriber : station.prescribers)
        people.append(personFromPrescriber(prescriber.name));
    const NameTable names(people, {reading}, lexicon());
    for (qsizetype i = 0; i < people.size(); ++i)
        must(names.fit(i, 0).rivals >= 0);
    return 0;
}
