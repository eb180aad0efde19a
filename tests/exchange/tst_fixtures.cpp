// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchangedata.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::test;

/// Walks a folder of delivered files and counts their records a second time with QJsonDocument, by shape
/// rather than by kind. Runs over our own small files and, when it is there, over a folder of fixtures
/// beside the source (or named by RENEWAL_FIXTURES).
class TestFixtures : public QObject
{
    Q_OBJECT
private slots:
    void countsMatchTheFiles_data();
    void countsMatchTheFiles();
};

namespace {
constexpr int carriesNothing = -1;

int countEntries(const QJsonArray &entries)
{
    int count = 0;
    for (const QJsonValue &entry : entries) {
        const QJsonObject resource = entry[u"resource"].toObject();
        count += resource[u"resourceType"].toString() == u"MedicationRequest"_s ? 1 : 0;
    }
    return count;
}

int countToggles(const QJsonArray &features)
{
    QSet<QString> names;
    int broken = 0;
    for (const QJsonValue &feature : features) {
        if (feature[u"value"].isUndefined())
            ++broken;
        else
            names.insert(feature[u"name"].toString().toLower().remove(u'_'));
    }
    return int(names.size()) + broken;
}

/// One series a metric and combination of dimensions; rows without a date are set aside one by one.
int countGa4(const QJsonObject &report)
{
    QSet<QString> groups;
    int broken = 0;
    for (const QJsonValue &row : report[u"rows"].toArray()) {
        const QJsonArray values = row[u"dimensionValues"].toArray();
        if (values.at(0)[u"value"].toString().toInt() == 0)
            ++broken;
        else
            groups.insert(values.at(1)[u"value"].toString());
    }
    return int(qMax<qsizetype>(groups.size(), 1)) * int(report[u"metricHeaders"].toArray().size()) + broken;
}

int countArray(const QJsonArray &list)
{
    for (const QJsonValue &item : list) {
        if (item.toObject().contains(u"triageTeam"))
            return int(item[u"triageTeam"].toArray().size());
    }
    return int(list.size());
}

/// How many records and set-aside places the file must give.
int expectedCount(const QJsonDocument &json)
{
    if (json.isArray())
        return countArray(json.array());
    const QJsonObject root = json.object();
    const QString type = root[u"data"][u"type"].toString();
    if (root.contains(u"$schema") || root.contains(u"failedIds") ||
        QStringList{u"message_signature"_s, u"categories"_s, u"folders"_s}.contains(type))
        return carriesNothing;
    if (root.contains(u"vista"))
        return int(root[u"vista"][u"medicationList"][u"medication"].toArray().size()) +
               countEntries(root[u"oracle-health"][u"entry"].toArray());
    if (root.contains(u"metricHeaders"))
        return countGa4(root);
    if (root[u"data"][u"features"].isArray())
        return countToggles(root[u"data"][u"features"].toArray());
    if (root.contains(u"entry"))
        return countEntries(root[u"entry"].toArray());
    if (root[u"status"].toString() == u"error"_s)
        return 1;
    const QJsonValue lists[] = {root[u"data"][u"nodeQuery"][u"entities"],
                                root[u"data"][u"result"],
                                root[u"prescriptionList"],
                                root[u"mockAllRecipients"],
                                root[u"triageTeam"],
                                root[u"features"],
                                root[u"series"],
                                root[u"errors"],
                                root[u"cases"],
                                root[u"data"]};
    for (const QJsonValue &list : lists) {
        if (list.isArray())
            return int(list.toArray().size());
    }
    return 1;
}
} // namespace

void TestFixtures::countsMatchTheFiles_data()
{
    QTest::addColumn<QString>("path");
    const QString shared =
        qEnvironmentVariable("RENEWAL_FIXTURES", QStringLiteral(RENEWAL_SOURCE_DIR "/../shared"));
    const QString fixtures = shared + u"/domain/fixtures"_s;
    if (!QDir(fixtures).exists())
        std::puts("not run: shared fixtures missing");
    for (const QString &folder : {QStringLiteral(RENEWAL_TEST_DATA "/exchange"), fixtures}) {
        const auto files = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files)
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
}

void TestFixtures::countsMatchTheFiles()
{
    QFETCH(QString, path);
    const QByteArray bytes = fileBytes(path);
    const int expected = expectedCount(QJsonDocument::fromJson(bytes));
    const auto content = readDocument(bytes);
    if (expected == carriesNothing) {
        QVERIFY(!content.has_value());
        QVERIFY(!content.error().text.isEmpty());
        return;
    }
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().text));
    QCOMPARE(int(content->records.size() + content->setAside.size()), expected);
}

QTEST_GUILESS_MAIN(TestFixtures)
#include "tst_fixtures.moc"
