// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restcorrelations.h"

#include <QJsonDocument>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

/// A decision as a client sends it: what is wrong with it is said by field.
class TestRestDecision : public QObject
{
    Q_OBJECT

private slots:
    void badMembersAreNamed_data();
    void badMembersAreNamed();
};

void TestRestDecision::badMembersAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("no decision") << QByteArray("{}") << u"decision"_s;
    QTest::newRow("unknown decision") << QByteArray(R"({"decision":"x"})") << u"decision"_s;
    QTest::newRow("link to nobody") << QByteArray(R"({"decision":"link"})") << u"triageTeamId"_s;
    QTest::newRow("team as text") << QByteArray(R"({"decision":"link","triageTeamId":"1"})")
                                  << u"triageTeamId"_s;
    QTest::newRow("half a team") << QByteArray(R"({"decision":"link","triageTeamId":1.5})")
                                 << u"triageTeamId"_s;
    QTest::newRow("team of zero") << QByteArray(R"({"decision":"link","triageTeamId":0})")
                                  << u"triageTeamId"_s;
    QTest::newRow("note as number") << QByteArray(R"({"decision":"refuse","note":1})") << u"note"_s;
}

void TestRestDecision::badMembersAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    Decision decision;
    const auto errors = readDecision(QJsonDocument::fromJson(json).object(), decision);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().field, field);
}

QTEST_GUILESS_MAIN(TestRestDecision)
#include "tst_restdecision.moc"
