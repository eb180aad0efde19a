// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/stagingtables.h"

#include "app/operations/stagingrow.h"
#include "app/store/prescriptiondocument.h"
#include "models/domain/outbox.h"
#include "models/rest/restrollout.h"

#include <QJsonDocument>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::Record;

namespace {
constexpr qint64 perhapsAnswers = 2; ///< renewal_message.answers: whose reply it is, is found while applying

QStringList words(const char *text)
{
    return (u"import_id seq "_s + QLatin1StringView(text)).split(u' ');
}

const StagingTable &stationTable()
{
    static const StagingTable table{
        u"staging_station"_s, words("parent_station station name health_care_system_name ehr time_zone")};
    return table;
}

const StagingTable &prescriberTable()
{
    static const StagingTable table{
        u"staging_prescriber"_s,
        words(
            "extract extract_id parent_station ehr name_key station name_first name_last name_display shown "
            "specialty npi division_name facility_name")};
    return table;
}

const StagingTable &careTeamTable()
{
    static const StagingTable table{
        u"staging_care_team"_s,
        words("parent_station triage_team_id station ehr name blocked preferred migrating_to_oh "
              "signature_required "
              "relation_type lead_provider_name location_name team_name suggested_name_display "
              "health_care_system_name group_type sub_group_type group_type_display sub_group_type_display")};
    return table;
}

const StagingTable &patientTeamTable()
{
    static const StagingTable table{u"staging_patient_team"_s, words("patient_key triage_team_id")};
    return table;
}

const StagingTable &pastRouteTable()
{
    static const StagingTable table{
        u"staging_past_route"_s,
        words("extract patient_key extract_id parent_station station sent_to rerouted_to")};
    return table;
}

const StagingTable &shortTable()
{
    static const StagingTable table{
        u"staging_short"_s, words("extract patient_key extract_id parent_station station ordered_date")};
    return table;
}

const StagingTable &prescriptionTable()
{
    static const StagingTable table{
        u"staging_prescription"_s,
        words("extract extract_id parent_station ehr prescription_id patient_key station prescription_number "
              "name_key name_first name_last name_display prescriber_shown division_name facility_name name "
              "disp_status refill_remaining ordered_at expires_at renewal_submitted_at asks_renewal document "
              "modified_at")};
    return table;
}

const StagingTable &messageTable()
{
    static const StagingTable table{
        u"staging_message"_s,
        words("parent_station ehr message_id patient_key prescription_id station recipient_id recipient_name "
              "sender_name category subject body sent_at is_reply thread_id reply_to answers")};
    return table;
}

const StagingTable &correlationTable()
{
    static const StagingTable table{
        u"staging_correlation"_s,
        words("extract extract_id parent_station station care_team probability status")};
    return table;
}

const StagingTable &otherTable()
{
    static const StagingTable table{u"staging_other"_s, words("kind document")};
    return table;
}

struct TableOf
{
    const StagingTable &operator()(const Prescription &) const { return prescriptionTable(); }
    const StagingTable &operator()(const ShortPrescription &) const { return shortTable(); }
    const StagingTable &operator()(const Prescriber &) const { return prescriberTable(); }
    const StagingTable &operator()(const CareTeam &) const { return careTeamTable(); }
    const StagingTable &operator()(const PatientTeams &) const { return patientTeamTable(); }
    const StagingTable &operator()(const PastRoute &) const { return pastRouteTable(); }
    const StagingTable &operator()(const RenewalMessage &) const { return messageTable(); }
    const StagingTable &operator()(const Station &) const { return stationTable(); }
    const StagingTable &operator()(const ImportedCorrelation &) const { return correlationTable(); }
    const StagingTable &operator()(const FeatureToggle &) const { return otherTable(); }
    const StagingTable &operator()(const FlipperFeature &) const { return otherTable(); }
    const StagingTable &operator()(const MetricSeries &) const { return otherTable(); }
    const StagingTable &operator()(const RolloutPlan &) const { return otherTable(); }
    const StagingTable &operator()(const UpstreamError &) const
    {
        static const StagingTable none;
        return none;
    }
};

/// Fills a row with the cells of one record.
class Cells
{
public:
    Cells(StagingRow &row, const StagingContext &context)
        : m_row(row)
        , m_context(context)
    {
    }

    void operator()(const Prescription &p) const
    {
        m_row.text(m_context.extract).text(p.extractPrescriberId).text(p.station.parent());
        m_row.text(toString(p.ehr)).text(p.prescriptionId).text(p.patientKey).text(p.station.text());
        m_row.text(p.prescriptionNumber).text(p.prescriber.key());
        m_row.text(p.prescriber.first).text(p.prescriber.last).text(p.prescriber.display);
        m_row.text(p.prescriber.shown()).text(p.divisionName).text(p.facilityName).text(p.name);
        m_row.text(p.dispStatus).maybe(p.refillRemaining).instant(p.orderedDate).instant(p.expirationDate);
        m_row.instant(p.renewalSubmitted).truth(asksForRenewal(p)).utf8(store::toDocument(p));
        m_row.instant(p.modifiedDate);
    }
    void operator()(const ShortPrescription &p) const
    {
        m_row.text(m_context.extract).text(p.patientKey).text(p.extractPrescriberId);
        m_row.text(p.station.parent()).text(p.station.text()).text(p.orderedDate.toString(Qt::ISODate));
    }
    void operator()(const Prescriber &p) const
    {
        m_row.text(m_context.extract).text(p.extractId).text(p.station.parent()).text(toString(p.ehr));
        m_row.text(p.name.key()).text(p.station.text());
        m_row.text(p.name.first).text(p.name.last).text(p.name.display).text(p.name.shown());
        m_row.text(p.specialty).text(p.npi).text(p.divisionName).text(p.facilityName);
    }
    void operator()(const CareTeam &t) const
    {
        m_row.text(t.station.parent())
            .number(t.triageTeamId.value)
            .text(t.station.text())
            .text(toString(t.ehr));
        m_row.text(t.name)
            .truth(t.blocked)
            .truth(t.preferred)
            .truth(t.migratingToOh)
            .truth(t.signatureRequired);
        m_row.text(t.relationType).text(t.leadProviderName).text(t.locationName).text(t.teamName);
        m_row.text(t.suggestedNameDisplay)
            .text(t.healthCareSystemName)
            .text(t.groupType)
            .text(t.subGroupType);
        m_row.text(t.groupTypeDisplay).text(t.subGroupTypeDisplay);
    }
    void operator()(const PastRoute &r) const
    {
        m_row.text(m_context.extract).text(r.patientKey).text(r.extractPrescriberId).text(r.station.parent());
        m_row.text(r.station.text()).number(r.sentTo.value).number(r.reroutedTo.value);
    }
    void operator()(const RenewalMessage &m) const
    {
        m_row.text(m.station.parent()).text(toString(m.ehr)).text(m.messageId).text(m.patientKey);
        m_row.text(m.prescriptionId).text(m.station.text()).id(m.recipientId).text(m.recipientName);
        m_row.text(m.senderName).text(m.category).text(m.subject).text(m.body).instant(m.sentDate);
        const bool isOurs = carriesReference(m.subject);
        m_row.truth(m.isReply || isOurs).text(m.threadId).text(m.replyTo);
        m_row.number(m.isReply && !isOurs ? perhapsAnswers : 0);
    }
    void operator()(const Station &s) const
    {
        m_row.text(s.number.parent()).text(s.number.text()).text(s.name).text(s.healthCareSystemName);
        m_row.text(s.ehrStated ? toString(s.ehr) : QString()).text(s.timeZone);
    }
    void operator()(const ImportedCorrelation &c) const
    {
        m_row.text(m_context.extract)
            .text(c.extractPrescriberId)
            .text(c.station.parent())
            .text(c.station.text());
        m_row.id(c.careTeam).real(c.probability).text(c.status);
    }
    void operator()(const FeatureToggle &toggle) const
    {
        other(u"toggle"_s, {{u"name"_s, toggle.name}, {u"value"_s, toggle.value}});
    }
    void operator()(const FlipperFeature &feature) const
    {
        QJsonObject json{{u"key"_s, feature.key},
                         {u"state"_s, feature.state},
                         {u"boolean"_s, feature.boolean},
                         {u"actorCount"_s, feature.actorCount},
                         {u"groups"_s, QJsonArray::fromStringList(QStringList(feature.groups))}};
        if (feature.percentageOfActors)
            json.insert(u"percentageOfActors"_s, *feature.percentageOfActors);
        if (feature.percentageOfTime)
            json.insert(u"percentageOfTime"_s, *feature.percentageOfTime);
        other(u"flipper"_s, json);
    }
    void operator()(const MetricSeries &series) const { other(u"metric"_s, toJson(series)); }
    void operator()(const RolloutPlan &plan) const
    {
        // The percentage now is that of the last stage that has begun.
        RolloutOverview overview{plan.toggle, plan.environment, 0, {}, plan.stages, {}};
        overview.signOffs = plan.signOffs;
        overview.incidents = plan.incidents;
        overview.stageSummary.downstream = plan.downstream;
        for (const RolloutStage &stage : plan.stages) {
            if (stage.startedAt.isValid())
                overview.percent = stage.percent;
        }
        other(u"rollout"_s, toJson(overview));
    }
    void operator()(const PatientTeams &) const {}
    void operator()(const UpstreamError &) const {}

private:
    void other(const QString &kind, const QJsonObject &json) const
    {
        m_row.text(kind).utf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    }

    StagingRow &m_row;
    const StagingContext &m_context;
};

Done stageTeams(store::BulkWriter &writer, const StagingContext &context, qint64 seq,
                const PatientTeams &ties)
{
    const QByteArray patient = ties.patientKey.toUtf8();
    const std::string_view key(patient.constData(), static_cast<std::size_t>(patient.size()));
    for (const TriageTeamId team : ties.careTeams) {
        auto added = writer.addRow(
            {std::int64_t{context.import.value}, std::int64_t{seq}, key, std::int64_t{team.value}});
        if (!added)
            return added;
    }
    return ok();
}
} // namespace

const StagingTable &stagingTable(const Record &record)
{
    return std::visit(TableOf(), record);
}

QStringList stagingTableNames()
{
    return {stationTable().name,      prescriberTable().name, careTeamTable().name,
            patientTeamTable().name,  pastRouteTable().name,  shortTable().name,
            prescriptionTable().name, messageTable().name,    correlationTable().name,
            otherTable().name};
}

Done stage(store::BulkWriter &writer, const StagingContext &context, qint64 seq, const Record &record)
{
    if (const auto *ties = std::get_if<PatientTeams>(&record))
        return stageTeams(writer, context, seq, *ties);
    StagingRow row;
    row.number(context.import.value).number(seq);
    std::visit(Cells(row, context), record);
    return writer.addRow(row.cells());
}

bool isPendingRenewalOrder(const Prescription &prescription)
{
    const auto is = [](const QString &text, QLatin1StringView word) {
        return text.compare(word, Qt::CaseInsensitive) == 0;
    };
    return is(prescription.source, "PD"_L1) &&
           (is(prescription.dispStatus, "Renew"_L1) || is(prescription.refillStatus, "renew"_L1));
}

bool asksForRenewal(const Prescription &prescription)
{
    return prescription.renewalSubmitted.isValid() || isPendingRenewalOrder(prescription);
}

} // namespace renewal::operations
