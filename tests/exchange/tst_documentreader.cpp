// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchangedata.h"

#include <QDir>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::test;

/// Whole documents of every kind: which kind is found, what goes in, what is set aside and why.
class TestDocumentReader : public QObject
{
    Q_OBJECT
private slots:
    void findsTheKind_data();
    void findsTheKind();
    void countsWhatGoesIn_data();
    void countsWhatGoesIn();
    void refusesWhatCarriesNothing_data();
    void refusesWhatCarriesNothing();
    void setsBrokenRecordsAside();
    void warnsOfFailedStations();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void takesAByteOrderMark();
    void stopsWhenTheSinkDoes();
    void survivesTruncation();
    void kindWordsAreUnique();
};

void TestDocumentReader::findsTheKind_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<bool>("lines");
    const auto file = [](const char *name, FileKind kind, bool lines = false) {
        QTest::newRow(name) << exchangeFile(QString::fromLatin1(name)) << kind << lines;
    };
    file("combined.json", FileKind::CombinedMedications);
    file("fhir_bundle.json", FileKind::FhirBundle);
    file("short_prescriptions.ndjson", FileKind::ShortPrescriptions, true);
    file("prescribers.ndjson", FileKind::Prescribers, true);
    file("patient_triage_teams.ndjson", FileKind::PatientTeams, true);
    file("renewal_history.ndjson", FileKind::RenewalHistory, true);
    file("renewal_messages.ndjson", FileKind::Messages, true);
    file("care_teams_empty.json", FileKind::CareTeams);
    file("json_schema.json", FileKind::JsonSchema);
    file("signature_preference.json", FileKind::SignaturePreference);
    file("message_categories.json", FileKind::MessageCategories);
    file("refill_answer.json", FileKind::RefillAnswer);
    file("other_answer.json", FileKind::OtherAnswer);
    const auto text = [](const char *name, const char *json, FileKind kind, bool lines = false) {
        QTest::newRow(name) << QByteArray(json) << kind << lines;
    };
    text("cut off in a string",
         R"({"data":[{"type":"prescriptions","attributes":{"prescriptionId":1,"sig":"TAKE O)",
         FileKind::Prescriptions);
    text("first line of a full form", "{\"prescriptionId\":1}\n{\"prescriptionId\":2}\n",
         FileKind::Prescriptions, true);
    text("snake case", R"([{"triage_team_id":1,"name":"x"}])", FileKind::CareTeams);
    text("keys inside strings do not count", R"({"prescriptionId":1,"sig":"\"messageId\": {["})",
         FileKind::Prescriptions);
    text("a quote inside a text", R"({"sig":"\"","prescriptionId":1})", FileKind::Prescriptions);
    text("FHIR lines", "{\"resourceType\":\"MedicationRequest\"}\n{\"resourceType\":\"MedicationRequest\"}",
         FileKind::FhirBundle, true);
    text("one line is a document", "{\"patientId\":\"V1\",\"triageTeamIds\":[]}\n", FileKind::PatientTeams);
}

void TestDocumentReader::findsTheKind()
{
    QFETCH(QByteArray, json);
    QFETCH(FileKind, kind);
    QFETCH(bool, lines);
    const auto found = detectKind(json);
    QVERIFY(found.has_value());
    QCOMPARE(toString(found->kind), toString(kind));
    QCOMPARE(found->layout, lines ? FileLayout::Lines : FileLayout::Document);
}

void TestDocumentReader::countsWhatGoesIn_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("setAside");
    const auto row = [](const char *name, FileKind kind, int records, int setAside = 0) {
        QTest::newRow(name) << kind << records << setAside;
    };
    row("prescriptions_v1_list.json", FileKind::Prescriptions, 2);
    row("prescriptions_v2_list.json", FileKind::Prescriptions, 2);
    row("prescriptions_single.json", FileKind::Prescriptions, 1);
    row("prescriptions_bare_list.json", FileKind::Prescriptions, 2);
    row("prescriptions_upstream.json", FileKind::Prescriptions, 1);
    row("prescriptions_some_broken.json", FileKind::Prescriptions, 2, 7);
    row("combined.json", FileKind::CombinedMedications, 2, 1);
    row("fhir_bundle.json", FileKind::FhirBundle, 1);
    row("care_teams_allrecipients.json", FileKind::CareTeams, 2, 1);
    row("care_teams_empty.json", FileKind::CareTeams, 0);
    row("care_teams_mock.json", FileKind::CareTeams, 2);
    row("care_teams_upstream.json", FileKind::CareTeams, 2);
    row("care_teams_legacy.json", FileKind::CareTeams, 1);
    row("message_request_vagov.json", FileKind::Messages, 1);
    row("message_request_upstream.json", FileKind::Messages, 1);
    row("message_answer_upstream.json", FileKind::Messages, 1);
    row("message_threads.json", FileKind::Messages, 1, 1);
    row("message_threads_upstream.json", FileKind::Messages, 1);
    row("facilities_vamc.json", FileKind::Facilities, 2, 1);
    row("facilities_api.json", FileKind::Facilities, 1);
    row("feature_toggles.json", FileKind::FeatureToggles, 3, 1);
    row("flipper_features.json", FileKind::FlipperFeatures, 2, 1);
    row("flipper_feature.json", FileKind::FlipperFeatures, 1);
    row("datadog.json", FileKind::DatadogMetrics, 1, 1);
    row("datadog_failed.json", FileKind::DatadogMetrics, 1);
    row("prometheus.json", FileKind::PrometheusMetrics, 1, 1);
    row("ga4.json", FileKind::Ga4Metrics, 2, 1);
    row("ga4_no_rows.json", FileKind::Ga4Metrics, 1);
    row("error_vagov.json", FileKind::UpstreamErrors, 2);
    row("error_mhv.json", FileKind::UpstreamErrors, 1);
    row("error_flipper.json", FileKind::UpstreamErrors, 1);
    row("error_datadog.json", FileKind::UpstreamErrors, 1);
    row("error_prometheus.json", FileKind::UpstreamErrors, 1);
    row("error_ga4.json", FileKind::UpstreamErrors, 1);
    row("renewability_cases.json", FileKind::RenewabilityCases, 3, 2);
}

void TestDocumentReader::countsWhatGoesIn()
{
    QFETCH(FileKind, kind);
    QFETCH(int, records);
    QFETCH(int, setAside);
    const auto content = readDocument(exchangeFile(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().text));
    QCOMPARE(toString(content->kind), toString(kind));
    QCOMPARE(content->records.size(), records);
    QCOMPARE(content->places.size(), records);
    QCOMPARE(content->setAside.size(), setAside);
    for (const SetAside &item : content->setAside)
        QVERIFY(!item.place.isEmpty() && !item.reason.isEmpty());
}

void TestDocumentReader::refusesWhatCarriesNothing_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("json_schema.json") << u"schema"_s;
    QTest::newRow("signature_preference.json") << u"signature"_s;
    QTest::newRow("message_categories.json") << u"categories"_s;
    QTest::newRow("refill_answer.json") << u"refill"_s;
    QTest::newRow("other_answer.json") << u"no bearing"_s;
}

void TestDocumentReader::refusesWhatCarriesNothing()
{
    QFETCH(QString, words);
    const auto content = readDocument(exchangeFile(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(!content.has_value());
    QCOMPARE(toString(content.error().code), toString(ErrorCode::Unsupported));
    QVERIFY2(content.error().text.contains(words), qPrintable(content.error().text));
}

void TestDocumentReader::setsBrokenRecordsAside()
{
    const auto content = readDocument(exchangeFile(u"prescriptions_some_broken.json"_s));
    QVERIFY(content.has_value());
    QCOMPARE(content->places, (QStringList{u"data[0]"_s, u"data[8]"_s}));
    QStringList found;
    for (const SetAside &item : content->setAside)
        found.append(item.place + u" "_s + item.reason);
    QCOMPARE(found.size(), 7);
    QCOMPARE(found[0], u"data[1] prescriptionId is missing."_s);
    QCOMPARE(found[1], u"data[2] An object was expected, but this is text."_s);
    QCOMPARE(found[2], u"data[3] sig cannot be an object."_s);
    QCOMPARE(found[3], u"data[4] expirationDate is not a date that can be read."_s);
    QVERIFY(found[4].startsWith(u"data[5] stationNumber is no VA station number"_s));
    QCOMPARE(found[5], u"data[6] refillRemaining is not a number that can be used."_s);
    QCOMPARE(found[6], u"data[7] groupedMedications: prescriptionId is missing."_s);
}

void TestDocumentReader::warnsOfFailedStations()
{
    const auto inMeta = readDocument(exchangeFile(u"prescriptions_v1_list.json"_s));
    QVERIFY(inMeta.has_value());
    QCOMPARE(inMeta->warnings.size(), 1);
    QVERIFY(inMeta->warnings[0].contains(u"Station-538, Station-541"_s));
    const auto asList = readDocument(exchangeFile(u"combined.json"_s));
    QVERIFY(asList.has_value());
    QVERIFY(asList->warnings.value(0).contains(u"552"_s));
    const auto none = readDocument(exchangeFile(u"prescriptions_upstream.json"_s));
    QVERIFY(none.has_value());
    QVERIFY(none->warnings.isEmpty());
}

void TestDocumentReader::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &json, ErrorCode code, const char *words) {
        QTest::newRow(name) << json << code << QString::fromLatin1(words);
    };
    row("empty", "", ErrorCode::InvalidInput, "empty");
    row("white space", " \n\t ", ErrorCode::InvalidInput, "empty");
    row("only a byte order mark", "\xEF\xBB\xBF", ErrorCode::InvalidInput, "empty");
    row("a web page", "<html>", ErrorCode::InvalidInput, "not JSON");
    row("CSV", "prescriberId,stationNumber\n", ErrorCode::InvalidInput, "not JSON");
    row("a bare number", "17", ErrorCode::InvalidInput, "not JSON");
    row("unknown object", R"({"colour":"red"})", ErrorCode::Unsupported, "none of those known");
    row("empty object", "{}", ErrorCode::Unsupported, "without any record");
    row("empty list", "[]", ErrorCode::Unsupported, "without any record");
    row("breaks off", R"({"a":)", ErrorCode::Unsupported, "breaks off");
    row("breaks off in a text", R"([{"colour":"re)", ErrorCode::Unsupported, "breaks off");
    row("cut off in line 2", "[{\"prescriptionId\":1},\n{\"prescriptionId\":2", ErrorCode::InvalidInput,
        "line 2");
    row("cut off in a text", R"([{"prescriptionId":1,"sig":"TAKE)", ErrorCode::InvalidInput, "cut off");
    row("comma missing", "[{\"prescriptionId\":1}\n{\"prescriptionId\":2}]", ErrorCode::InvalidInput,
        "line 2");
    row("text after the end", R"({"prescriptionId":1} x)", ErrorCode::InvalidInput, "line 1, column 22");
    row("broken UTF-8", "{\"prescriptionId\":1,\"sig\":\"\xC3\x28\"}", ErrorCode::InvalidInput,
        "not valid JSON");
    row("too deep", R"({"prescriptionId":1,"x":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}",
        ErrorCode::InvalidInput, "deeply");
    row("data is no list", R"({"data":5,"prescriptionList":null})", ErrorCode::InvalidInput, "\"data\"");
    row("series is missing", R"({"status":"ok","res_type":"time_series"})", ErrorCode::InvalidInput,
        "series");
    row("Prometheus scalar", R"({"status":"success","data":{"resultType":"scalar","result":[1,"2"]}})",
        ErrorCode::Unsupported, "scalar");
    row("GA4 without a date", R"({"metricHeaders":[{"name":"x"}],"dimensionHeaders":[{"name":"city"}]})",
        ErrorCode::Unsupported, "date dimension");
    row("case without id", R"({"cases":[{"input":null,"source":"vista"}]})", ErrorCode::InvalidInput,
        "cases[0]: id is missing");
}

void TestDocumentReader::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    const auto content = readDocument(json);
    QVERIFY(!content.has_value());
    QCOMPARE(toString(content.error().code), toString(code));
    QVERIFY2(content.error().text.contains(words), qPrintable(content.error().text));
}

void TestDocumentReader::takesAByteOrderMark()
{
    const auto content = readDocument("\xEF\xBB\xBF" + exchangeFile(u"prescriptions_single.json"_s));
    QVERIFY(content.has_value());
    QCOMPARE(content->records.size(), 1);
}

namespace {
class StoppingSink final : public RecordSink
{
public:
    explicit StoppingSink(int records)
        : m_left(records)
    {
    }
    bool take(Record &&, const QString &) override { return --m_left > 0; }
    bool setAside(const SetAside &) override { return --m_left > 0; }

private:
    int m_left;
};
} // namespace

void TestDocumentReader::stopsWhenTheSinkDoes()
{
    for (const auto &name :
         {u"prescriptions_some_broken.json"_s, u"datadog.json"_s, u"error_vagov.json"_s, u"ga4.json"_s}) {
        const QByteArray json = exchangeFile(name);
        const QByteArray padded = json + QByteArray(jsonPadding, '\0');
        StoppingSink sink(1);
        const auto done =
            readDocument(QByteArrayView(padded).first(json.size()), detectKind(json)->kind, sink);
        QVERIFY(!done.has_value());
        QCOMPARE(toString(done.error().code), toString(ErrorCode::Cancelled));
    }
}

/// Every file cut off at fifty places: never a crash, and never records from nowhere.
void TestDocumentReader::survivesTruncation()
{
    QStringList folders{QStringLiteral(RENEWAL_TEST_DATA "/exchange")};
    const QString fixtures =
        qEnvironmentVariable("RENEWAL_FIXTURES", QStringLiteral(RENEWAL_SOURCE_DIR "/../shared"));
    folders.append(fixtures + u"/domain/fixtures"_s);
    QRandomGenerator random(20260115);
    int cuts = 0;
    for (const QString &folder : folders) {
        const auto files = QDir(folder).entryInfoList({u"*.json"_s, u"*.ndjson"_s}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            const QByteArray whole = fileBytes(file.filePath());
            const auto kind = detectKind(whole);
            for (int i = 0; i < 50; ++i) {
                const QByteArray cut = whole.first(random.bounded(int(whole.size())));
                const auto content = readDocument(cut);
                QVERIFY(content || !content.error().text.isEmpty());
                if (kind) {
                    const auto forced = readDocument(cut, kind->kind);
                    QVERIFY(forced || !forced.error().text.isEmpty());
                }
                ++cuts;
            }
        }
    }
    QVERIFY(cuts >= 50 * 40);
}

void TestDocumentReader::kindWordsAreUnique()
{
    for (int i = 0; i <= int(FileKind::OtherAnswer); ++i) {
        const auto kind = static_cast<FileKind>(i);
        QVERIFY(fileKindFromString(toString(kind)) == kind);
        QVERIFY(!fileKindTitle(kind).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestDocumentReader)
#include "tst_documentreader.moc"
