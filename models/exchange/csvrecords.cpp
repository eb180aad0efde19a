// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csvrecords.h"

#include <QCoreApplication>

namespace renewal::exchange {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CsvRecords", text);
}

QString folded(QStringView column)
{
    QString name;
    for (const QChar c : column) {
        if (c.isLetterOrNumber())
            name += c.toLower();
    }
    return name;
}

tl::unexpected<Error> invalid(const QString &text)
{
    return failure(ErrorCode::InvalidInput, text);
}

tl::unexpected<Error> columnError(const char *column, const QString &value, const QString &reason)
{
    const QString name = QString::fromLatin1(column);
    if (value.isEmpty())
        return invalid(tr("column %1 is empty").arg(name));
    return invalid(tr("column %1: \"%2\" %3").arg(name, value.left(40), reason));
}
} // namespace

Result<CsvRecords> CsvRecords::fromHeader(const QStringList &header)
{
    CsvRecords records;
    records.m_width = static_cast<int>(header.size());
    for (int i = 0; i < header.size(); ++i) {
        const QString name = folded(header.at(i));
        if (name.isEmpty())
            continue;
        if (records.m_columns.contains(name))
            return invalid(tr("The header row names the column \"%1\" twice.").arg(header.at(i).left(40)));
        records.m_columns.insert(name, i);
    }
    const auto has = [&records](const char *column) {
        return records.m_columns.contains(folded(QString::fromLatin1(column)));
    };
    if (has("alsoAcceptable") && has("ambiguous"))
        return failure(ErrorCode::Unsupported, tr("This is the answer sheet of a simulated region; it is "
                                                  "used to judge matching and is not imported."));
    if (has("prescriberId") && has("triageTeamId") && has("stationNumber") && has("status"))
        records.m_kind = FileKind::Correlations;
    else if (has("triageTeamId") && has("name") && has("stationNumber"))
        records.m_kind = FileKind::CareTeams;
    else if (has("stationNumber") && (has("providerLastName") || has("requesterDisplay")))
        records.m_kind = FileKind::Prescribers;
    else
        return failure(ErrorCode::Unsupported,
                       tr("The header row is not one of a prescribers, care teams or correlations file: a "
                          "prescribers file has "
                          "stationNumber and providerLastName, a care teams file triageTeamId, name and "
                          "stationNumber, a "
                          "correlations file prescriberId, stationNumber, triageTeamId and status."));
    return records;
}

Result<Record> CsvRecords::read(const QStringList &fields) const
{
    // A row that was cut off would lose its last columns, such as whether a team is blocked.
    if (fields.size() != m_width)
        return invalid(tr("the row has %1 fields, the header row %2").arg(fields.size()).arg(m_width));
    switch (m_kind) {
    case FileKind::CareTeams:
        return careTeam(fields);
    case FileKind::Correlations:
        return correlation(fields);
    default:
        return prescriber(fields);
    }
}

QString CsvRecords::value(const QStringList &fields, const char *column) const
{
    const QString text = fields.value(m_columns.value(folded(QString::fromLatin1(column)), -1));
    return text.compare(QLatin1StringView("null"), Qt::CaseInsensitive) == 0 ? QString() : text;
}

Done CsvRecords::readFlag(const QStringList &fields, const char *column, bool &flag) const
{
    const QString text = value(fields, column).trimmed().toLower();
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes"),
                                 QStringLiteral("y"), QStringLiteral("t")};
    static const QStringList no{QString(),           QStringLiteral("false"),
                                QStringLiteral("0"), QStringLiteral("no"),
                                QStringLiteral("n"), QStringLiteral("f")};
    flag = yes.contains(text);
    if (!flag && !no.contains(text))
        return columnError(column, text, tr("is neither true nor false"));
    return ok();
}

Result<StationNumber> CsvRecords::station(const QStringList &fields) const
{
    const QString text = value(fields, "stationNumber");
    StationNumber station(text);
    if (!station.isValid())
        return columnError("stationNumber", text, tr("is not a station number like 589 or 589GR"));
    return station;
}

Result<Record> CsvRecords::prescriber(const QStringList &fields) const
{
    Prescriber prescriber;
    const auto place = station(fields);
    if (!place)
        return failure(place.error());
    prescriber.station = *place;
    prescriber.extractId = value(fields, "prescriberId");
    prescriber.name.first = value(fields, "providerFirstName");
    prescriber.name.last = value(fields, "providerLastName");
    prescriber.name.display = value(fields, "requesterDisplay");
    // As in a region's own files: a display text is how Oracle Health names people.
    prescriber.ehr = prescriber.name.display.isEmpty() ? EhrSystem::VistA : EhrSystem::OracleHealth;
    prescriber.npi = value(fields, "npi");
    prescriber.divisionName = value(fields, "divisionName");
    prescriber.facilityName = value(fields, "facilityName");
    prescriber.specialty = value(fields, "specialty");
    if (prescriber.name.key().isEmpty())
        return invalid(tr("the prescriber has no name"));
    const QString ehr = value(fields, "dataSourceSystem");
    if (const auto known = ehrSystemFromString(ehr))
        prescriber.ehr = *known;
    else if (!ehr.isEmpty())
        return columnError("dataSourceSystem", ehr, tr("is neither VISTA nor ORACLE_HEALTH"));
    return Record(prescriber);
}

Result<Record> CsvRecords::careTeam(const QStringList &fields) const
{
    CareTeam team;
    const auto place = station(fields);
    if (!place)
        return failure(place.error());
    team.station = *place;
    const QString id = value(fields, "triageTeamId");
    team.triageTeamId.value = id.toLongLong();
    if (!team.triageTeamId.isValid())
        return columnError("triageTeamId", id, tr("is not a positive number"));
    team.name = value(fields, "name");
    bool isOracleHealth = false;
    const std::pair<const char *, bool *> flags[] = {{"ohTriageGroup", &isOracleHealth},
                                                     {"blockedStatus", &team.blocked},
                                                     {"preferredTeam", &team.preferred},
                                                     {"migratingToOh", &team.migratingToOh},
                                                     {"signatureRequired", &team.signatureRequired}};
    for (const auto &[column, flag] : flags) {
        if (const Done read = readFlag(fields, column, *flag); !read)
            return failure(read.error());
    }
    team.ehr = isOracleHealth ? EhrSystem::OracleHealth : EhrSystem::VistA;
    team.relationType = value(fields, "relationType");
    team.leadProviderName = value(fields, "leadProviderName");
    team.locationName = value(fields, "locationName");
    team.teamName = value(fields, "teamName");
    team.suggestedNameDisplay = value(fields, "suggestedNameDisplay");
    team.healthCareSystemName = value(fields, "healthCareSystemName");
    team.groupType = value(fields, "groupTypeEnumVal");
    team.subGroupType = value(fields, "subGroupTypeEnumVal");
    team.groupTypeDisplay = value(fields, "groupTypePatientDisplay");
    team.subGroupTypeDisplay = value(fields, "subGroupTypePatientDisplay");
    return Record(team);
}

Result<Record> CsvRecords::correlation(const QStringList &fields) const
{
    ImportedCorrelation item;
    const auto place = station(fields);
    if (!place)
        return failure(place.error());
    item.station = *place;
    item.extractPrescriberId = value(fields, "prescriberId");
    if (item.extractPrescriberId.isEmpty())
        return columnError("prescriberId", {}, {});
    item.status = value(fields, "status").toLower();
    static const QStringList statuses = {QStringLiteral("auto"), QStringLiteral("suggested"),
                                         QStringLiteral("manual"), QStringLiteral("none")};
    if (!statuses.contains(item.status))
        return columnError("status", item.status, tr("is none of auto, suggested, manual and none"));
    const QString team = value(fields, "triageTeamId");
    item.careTeam.value = team.toLongLong();
    if (!item.careTeam.isValid() && (!team.isEmpty() || item.status != statuses.last()))
        return columnError("triageTeamId", team, tr("is not a positive number"));
    const QString probability = value(fields, "probability");
    bool isNumber = true;
    if (!probability.isEmpty())
        item.probability = probability.toDouble(&isNumber);
    if (!isNumber || item.probability < 0 || item.probability > 1)
        return columnError("probability", probability, tr("is not a number from 0 to 1"));
    return Record(item);
}

} // namespace renewal::exchange
