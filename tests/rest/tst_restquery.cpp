// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrenewalqueries.h"
#include "models/rest/restreports.h"
#include "tests/rest/travels.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::test;

/// What one asks the queue for, as JSON. A filter that cannot be read is refused: to leave it out would show,
/// or write, more than was asked for.
class TestRestQuery : public QObject
{
    Q_OBJECT

private slots:
    void queriesTravel();
    void choicesTravel();
    void addressesNameEachValue();
    void brokenFilters_data();
    void brokenFilters();
    void whatIsMissingIsNotSet();
};

namespace {
RenewalQuery sample()
{
    RenewalQuery query;
    query.view = QString::fromLatin1(views::overdue);
    query.scope = {u"552"_s, u"VISTA"_s};
    query.search = u"lisin"_s;
    query.filter = {{u"552GA"_s, u"552"_s},
                    {{7}, {8}},
                    {{1}},
                    {u"INSULIN,GLARGINE 100UNT/ML"_s},
                    {u"diabetes"_s},
                    {DueWindow::Overdue, DueWindow::Today},
                    RequestSource::Message,
                    {u"gate1_status"_s}};
    query.sort = {RenewalColumn::Due, true};
    return query;
}
} // namespace

void TestRestQuery::queriesTravel()
{
    fullTravels(sample());
    fullTravels(sample().filter);
    travels(RenewalFilter());
    RenewalExport back;
    QVERIFY(
        readRenewalExport(toJson(RenewalExport{sample(), ExportFormat::Workbook, u"why"_s}), back).isEmpty());
    QVERIFY(back.query == sample());
    SavedView view{{3}, 2, u"Mine"_s, u"ann"_s, true, true, sample()};
    fullTravels(view);
}

void TestRestQuery::choicesTravel()
{
    fullTravels(FilterChoice{u"7"_s, u"Primary"_s, u"552"_s, 12});
}

void TestRestQuery::addressesNameEachValue()
{
    QStringList told;
    const auto items = rest::queryItems(sample().filter);
    for (const auto &[name, value] : items)
        told.append(name + u'=' + value);
    QCOMPARE(told.join(u'&'),
             u"division=552GA&division=552&careTeam=7&careTeam=8&prescriber=1&"
             "drug=INSULIN,GLARGINE 100UNT/ML&drugClass=diabetes&due=overdue&due=today&source=message&"
             "gate=gate1_status"_s);
}

void TestRestQuery::brokenFilters_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("one text for a list") << QByteArray(R"({"drug":"ZINC"})");
    QTest::newRow("a number among texts") << QByteArray(R"({"drug":["ZINC",3]})");
    QTest::newRow("an empty text") << QByteArray(R"({"drug":[""]})");
    QTest::newRow("a text among numbers") << QByteArray(R"({"careTeam":["7"]})");
    QTest::newRow("no number of a row") << QByteArray(R"({"prescriber":[0]})");
    QTest::newRow("no station") << QByteArray(R"({"division":["Dayton"]})");
    QTest::newRow("an unknown class") << QByteArray(R"({"drugClass":["sweets"]})");
    QTest::newRow("an unknown window") << QByteArray(R"({"due":["overdue","some day"]})");
    QTest::newRow("an unknown source") << QByteArray(R"({"source":"pigeon"})");
    QJsonArray many;
    for (int i = 0; i <= RenewalFilter::mostValues; ++i)
        many.append(i + 1);
    QTest::newRow("too many") << QJsonDocument(QJsonObject{{u"careTeam"_s, many}}).toJson();
}

void TestRestQuery::brokenFilters()
{
    QFETCH(QByteArray, json);
    const QJsonObject filter = QJsonDocument::fromJson(json).object();
    QVERIFY(!filter.isEmpty());
    QVERIFY(!rest::decode<RenewalFilter>(filter));
    QVERIFY(!rest::decode<RenewalQuery>(QJsonObject{{u"filter"_s, filter}}));
    RenewalExport wanted;
    QVERIFY(!readRenewalExport({{u"query"_s, QJsonObject{{u"filter"_s, filter}}}}, wanted).isEmpty());
}

void TestRestQuery::whatIsMissingIsNotSet()
{
    const auto filter = rest::decode<RenewalFilter>(QJsonObject{{u"drug"_s, QJsonValue::Null}});
    QVERIFY(filter);
    QVERIFY(filter->isEmpty());
}

QTEST_GUILESS_MAIN(TestRestQuery)
#include "tst_restquery.moc"
