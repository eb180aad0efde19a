// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/flippercalls.h"

#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

namespace {
/// {key, state, gates} with one gate's value.
QByteArray feature(const QByteArray &gate, const QByteArray &value, const QByteArray &state = "conditional")
{
    return R"({"key":"renewals","state":")" + state + R"(","gates":[{"key":")" + gate +
           R"(","name":"x","value":)" + value + "}]}";
}

FlipperGates gates(double percentage, const QStringList &actors = {})
{
    FlipperGates made;
    made.key = u"renewals"_s;
    made.state = u"conditional"_s;
    if (percentage > 0)
        made.percentageOfActors = percentage;
    made.actors = actors;
    return made;
}

FlipperGates onForAll()
{
    FlipperGates made;
    made.key = u"renewals"_s;
    made.state = u"on"_s;
    made.boolean = true;
    return made;
}

/// "DELETE boolean; POST percentage_of_actors {...}"
QString said(const QVector<FlipperCall> &calls)
{
    QStringList words;
    for (const FlipperCall &call : calls) {
        words.append((call.isDelete ? u"DELETE "_s : u"POST "_s) + call.gate +
                     (call.body.isEmpty() ? QString() : u' ' + QString::fromUtf8(call.body)));
    }
    return words.join(u"; "_s);
}
} // namespace

/// Flipper's documents, and the calls between two sets of gates.
class TestFlipperGates : public QObject
{
    Q_OBJECT

private slots:
    void gateValues_data();
    void gateValues();
    void noFeatures_data();
    void noFeatures();
    void actorsStayOutOfTheSummary();
    void errors_data();
    void errors();
    void calls_data();
    void calls();
};

void TestFlipperGates::gateValues_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<double>("percentage");
    QTest::addColumn<bool>("isOff");
    QTest::newRow("percentage as text")
        << feature("percentage_of_actors", R"("10")") << true << 10.0 << false;
    QTest::newRow("three decimals") << feature("percentage_of_actors", R"("0.055")") << true << 0.055
                                    << false;
    QTest::newRow("as a number") << feature("percentage_of_actors", "25") << true << 25.0 << false;
    QTest::newRow("null") << feature("percentage_of_actors", "null") << true << 0.0 << true;
    QTest::newRow("no number") << feature("percentage_of_actors", R"("ten")") << false << 0.0 << true;
    QTest::newRow("above 100") << feature("percentage_of_actors", R"("101")") << false << 0.0 << true;
    QTest::newRow("below 0") << feature("percentage_of_actors", R"("-1")") << false << 0.0 << true;
    QTest::newRow("not finite") << feature("percentage_of_actors", R"("nan")") << false << 0.0 << true;
    QTest::newRow("true as text") << feature("boolean", R"("true")", "on") << true << 0.0 << false;
    QTest::newRow("true") << feature("boolean", "true", "on") << true << 0.0 << false;
    QTest::newRow("false as text") << feature("boolean", R"("false")", "off") << true << 0.0 << true;
    QTest::newRow("maybe") << feature("boolean", R"("maybe")", "on") << false << 0.0 << true;
    QTest::newRow("actors") << feature("actors", R"(["b","a"])") << true << 0.0 << false;
    QTest::newRow("actors that are none") << feature("actors", R"([1])") << false << 0.0 << true;
    QTest::newRow("actors as text") << feature("actors", R"("a")") << false << 0.0 << true;
    QTest::newRow("expression") << feature("expression", R"({"Equal":[1,1]})") << true << 0.0 << false;
    QTest::newRow("a gate of tomorrow") << feature("moon", R"("full")", "off") << true << 0.0 << true;
}

void TestFlipperGates::gateValues()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isRead);
    QFETCH(double, percentage);
    QFETCH(bool, isOff);
    const auto read = readFlipperGates(body);
    QCOMPARE(read.has_value(), isRead);
    if (!read) {
        QVERIFY(read.error().code == ErrorCode::InvalidInput && !read.error().text.isEmpty());
        return;
    }
    QCOMPARE(read->percentageOfActors.value_or(0), percentage);
    QCOMPARE(read->isOff(), isOff);
}

void TestFlipperGates::noFeatures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("cut off") << feature("boolean", R"("true")", "on").chopped(10);
    QTest::newRow("no gates") << QByteArray(R"({"key":"renewals","state":"on"})");
    QTest::newRow("no state") << QByteArray(R"({"key":"renewals","gates":[]})");
    QTest::newRow("a state of tomorrow") << QByteArray(R"({"key":"renewals","state":"half","gates":[]})");
    QTest::newRow("a list") << QByteArray("[]");
}

void TestFlipperGates::noFeatures()
{
    QFETCH(QByteArray, body);
    const auto read = readFlipperGates(body);
    QVERIFY(!read && read.error().code == ErrorCode::InvalidInput);
}

void TestFlipperGates::actorsStayOutOfTheSummary()
{
    const FlipperFeature summary = gates(5, {u"user1@example.com"_s, u"user2@example.com"_s}).summary();
    QCOMPARE(summary.actorCount, 2);
    QCOMPARE(summary.percentageOfActors.value_or(0), 5.0);
}

void TestFlipperGates::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("1 feature not found") << 404 << QByteArray(R"({"code":1})") << u"not_found"_s;
    QTest::newRow("2 group not registered") << 404 << QByteArray(R"({"code":2})") << u"invalid_input"_s;
    QTest::newRow("3 percentage invalid") << 422 << QByteArray(R"({"code":3})") << u"invalid_input"_s;
    QTest::newRow("4 flipper_id missing") << 422 << QByteArray(R"({"code":4})") << u"invalid_input"_s;
    QTest::newRow("5 name missing") << 422 << QByteArray(R"({"code":5})") << u"invalid_input"_s;
    QTest::newRow("6 import invalid") << 422 << QByteArray(R"({"code":6})") << u"invalid_input"_s;
    QTest::newRow("7 expression invalid") << 422 << QByteArray(R"({"code":7})") << u"invalid_input"_s;
    QTest::newRow("8 of tomorrow") << 422 << QByteArray(R"({"code":8})") << u"unsupported"_s;
    QTest::newRow("401") << 401 << QByteArray() << u"unauthorized"_s;
    QTest::newRow("404 of a web server") << 404 << QByteArray("<html>") << u"not_found"_s;
    QTest::newRow("429") << 429 << QByteArray() << u"unavailable"_s;
    QTest::newRow("503") << 503 << QByteArray() << u"unavailable"_s;
}

void TestFlipperGates::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const Error error = flipperError(status, body);
    QCOMPARE(toString(error.code), code);
    QVERIFY(!error.text.isEmpty());
}

void TestFlipperGates::calls_data()
{
    QTest::addColumn<FlipperGates>("present");
    QTest::addColumn<FlipperGates>("wanted");
    QTest::addColumn<QString>("expected");
    const QStringList pilots{u"a"_s, u"b"_s};
    QTest::newRow("nothing to do") << gates(5) << gates(5) << QString();
    QTest::newRow("up") << gates(5) << gates(25) << uR"(POST percentage_of_actors {"percentage":"25"})"_s;
    QTest::newRow("decimals") << gates(5) << gates(0.055)
                              << uR"(POST percentage_of_actors {"percentage":"0.055"})"_s;
    QTest::newRow("off") << gates(50, pilots) << closedGates(gates(50)) << u"DELETE boolean"_s;
    QTest::newRow("to the pilots only")
        << gates(5, pilots) << gates(0, pilots) << u"DELETE percentage_of_actors"_s;
    QTest::newRow("on for all, down to 50")
        << onForAll() << gates(50) << uR"(DELETE boolean; POST percentage_of_actors {"percentage":"50"})"_s;
    QTest::newRow("on for all") << gates(75, pilots) << onForAll() << u"POST boolean"_s;
    QTest::newRow("restored after off")
        << closedGates(gates(5)) << gates(5, pilots)
        << uR"(POST percentage_of_actors {"percentage":"5"}; POST actors {"flipper_id":"a"}; POST actors {"flipper_id":"b"})"_s;
    QTest::newRow("another pilot")
        << gates(5, {u"a"_s, u"c"_s}) << gates(5, pilots)
        << uR"(DELETE actors {"flipper_id":"c"}; POST actors {"flipper_id":"b"})"_s;
}

void TestFlipperGates::calls()
{
    QFETCH(FlipperGates, present);
    QFETCH(FlipperGates, wanted);
    QFETCH(QString, expected);
    QCOMPARE(said(callsTowards(present, wanted)), expected);
    QCOMPARE(said(callsTowards(wanted, wanted)), QString());
}

QTEST_GUILESS_MAIN(TestFlipperGates)
#include "tst_flippergates.moc"
