// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/recordreader.h"
#include "models/exchange/shortprescriptions.h"

#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

namespace {
QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// What a text holds: "line:patient|prescriber|station|date", "line!reason", "line#" for a full record.
QStringList found(QByteArray lines)
{
    const qsizetype size = lines.size();
    lines.append(jsonPadding, ' ');
    ShortPrescriptionParser parser;
    ShortPrescriptionBatch batch;
    parser.parse({lines.constData(), static_cast<std::size_t>(size)}, 1, batch);
    QStringList all;
    for (const auto &item : batch.items)
        all.append(u"%1:"_s.arg(item.line) + QStringList{text(item.patientKey), text(item.prescriberId),
                                                         text(item.station), text(item.orderedDate)}
                                                 .join(u'|'));
    for (const auto &broken : batch.broken)
        all.append(u"%1!%2"_s.arg(broken.line).arg(broken.reason));
    for (const auto &full : batch.full)
        all.append(u"%1#"_s.arg(full.line));
    return all;
}
} // namespace

class TestShortPrescriptions : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void appendsToABatch();
};

void TestShortPrescriptions::reads_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("expected");
    const QByteArray good =
        R"({"patientId":"V1","prescriberId":"P1","stationNumber":"523GD","orderedDate":"2025-07-04"})";
    const QString read = u"1:V1|P1|523GD|2025-07-04"_s;
    QTest::newRow("one line") << good << QStringList{read};
    QTest::newRow("CRLF and empty lines") << good + "\r\n\r\n  \n" + good + "\n"
                                          << QStringList{read, u"4:V1|P1|523GD|2025-07-04"_s};
    QTest::newRow("any order, unknown fields ignored")
        << QByteArray(R"({"x":{"patientId":[1,"}"]},"orderedDate":"2025-07-04","stationNumber":"523GD",)"
                      R"("n":null,"prescriberId":"P1","patientId":"V1","y":"a\"b"})")
        << QStringList{read};
    QTest::newRow("snake case")
        << QByteArray(
               R"({"patient_id":"V1","prescriber_id":"P1","station_number":"523GD","ordered_date":"2025-07-04"})")
        << QStringList{read};
    QTest::newRow("numbers and a time after the day")
        << QByteArray(
               R"({"patientId":17,"prescriberId":9 ,"stationNumber":523,"orderedDate":"2025-07-04T10:00:00Z"})")
        << QStringList{u"1:17|9|523|2025-07-04"_s};
    QTest::newRow("escapes")
        << QByteArray(
               R"({"patientId":"V\u0041","prescriberId":"P\"1","stationNumber":"vha_523gd","orderedDate":"2025-07-04"})")
        << QStringList{u"1:VA|P\"1|523GD|2025-07-04"_s};
    QTest::newRow("no date is no fault")
        << QByteArray(R"({"patientId":"V1","prescriberId":"P1","stationNumber":"523","orderedDate":null})")
        << QStringList{u"1:V1|P1|523|"_s};
    QTest::newRow("a full record among them")
        << good + "\n" +
               R"({"patientId":"V1","prescriptionId":"12","prescriberId":"P1","stationNumber":"523"})"
        << QStringList{read, u"2#"_s};
    QTest::newRow("a full record with all of the short form")
        << QByteArray(R"({"prescriptionId":"12","patientId":"V1","prescriberId":"P1","stationNumber":"523",)"
                      R"("orderedDate":"2025-07-04"})")
        << QStringList{u"1#"_s};
    QTest::newRow("no patient") << QByteArray(R"({"prescriberId":"P1","stationNumber":"523"})")
                                << QStringList{u"1!patientId is missing"_s};
    QTest::newRow("a null prescriber")
        << QByteArray(R"({"patientId":"V1","prescriberId":null,"stationNumber":"523"})")
        << QStringList{u"1!prescriberId is missing"_s};
    QTest::newRow("a bad station") << QByteArray(
                                          R"({"patientId":"V1","prescriberId":"P1","stationNumber":"5A3"})")
                                   << QStringList{u"1!stationNumber \"5A3\" is not a station number"_s};
    QTest::newRow("a day that does not exist")
        << QByteArray(
               R"({"patientId":"V1","prescriberId":"P1","stationNumber":"523","orderedDate":"2025-02-29"})")
        << QStringList{u"1!orderedDate \"2025-02-29\" is not a date"_s};
    QTest::newRow("a broken line between good ones")
        << good + "\n{\"patientId\":\"V1\",\"presc\n" + good
        << QStringList{read, u"3:V1|P1|523GD|2025-07-04"_s, u"2!the line is not a valid JSON object"_s};
    QTest::newRow("a line cut off after a field")
        << QByteArray(
               R"({"patientId":"V1","prescriberId":"P1","stationNumber":"523","orderedDate":"2025-07-04")")
        << QStringList{u"1!the line is not a valid JSON object"_s};
    QTest::newRow("something after the object")
        << good + "x" << QStringList{u"1!the line is not a valid JSON object"_s};
    QTest::newRow("two objects in a line")
        << good + good << QStringList{u"1!the line is not a valid JSON object"_s};
    QTest::newRow("an array") << QByteArray("[1]") << QStringList{u"1!the line is not a valid JSON object"_s};
    QTest::newRow("bytes that are not UTF-8")
        << QByteArray("{\"patientId\":\"V\xFF\",\"prescriberId\":\"P1\",\"stationNumber\":\"523\"}")
        << QStringList{u"1!the line is not a valid JSON object"_s};
}

void TestShortPrescriptions::reads()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, expected);
    QCOMPARE(found(lines), expected);
}

void TestShortPrescriptions::appendsToABatch()
{
    QByteArray lines = R"({"patientId":1,"prescriberId":"P1","stationNumber":"523"})"
                       "\n";
    const auto size = static_cast<std::size_t>(lines.size());
    lines.append(jsonPadding, ' ');
    ShortPrescriptionParser parser;
    ShortPrescriptionBatch batch;
    // Many rounds: views of values that needed unescaping must stay valid while the batch grows.
    for (int i = 0; i < 1000; ++i)
        parser.parse({lines.constData(), size}, i + 1, batch);
    QCOMPARE(batch.items.size(), std::size_t(1000));
    QCOMPARE(text(batch.items.front().patientKey), u"1"_s);
    QCOMPARE(batch.items.back().line, 1000);
    batch.clear();
    QVERIFY(batch.items.empty() && batch.unescaped.empty());
}

QTEST_APPLESS_MAIN(TestShortPrescriptions)
#include "tst_shortprescriptions.moc"
