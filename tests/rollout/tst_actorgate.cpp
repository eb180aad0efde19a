// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rollout.h"
#include "models/rollout/actorgate.h"
#include "tests/support/flipperserver.h"

#include <QCryptographicHash>
#include <QTest>

using namespace renewal;
using namespace renewal::rollout;
using namespace Qt::StringLiterals;

/// Who is in at which percentage, as Flipper's own gem says it.
class TestActorGate : public QObject
{
    Q_OBJECT

private slots:
    void knownBuckets_data();
    void knownBuckets();
    void edges();
    void agreesWithTheGem();
};

void TestActorGate::knownBuckets_data()
{
    QTest::addColumn<int>("bucket");
    QTest::newRow("user1@example.com") << 67825;
    QTest::newRow("user2@example.com") << 97023;
    QTest::newRow("user3@example.com") << 31802;
    QTest::newRow("a1b2c3") << 90512;
    QTest::newRow("vets.gov.user+0@gmail.com") << 46145;
}

void TestActorGate::knownBuckets()
{
    QFETCH(int, bucket);
    const QString actor = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(actorBucket(QString::fromLatin1(renewalRequestToggle), actor), bucket);
    QCOMPARE(isActorIn(QString::fromLatin1(renewalRequestToggle), actor, bucket / 1000.0), false);
    QCOMPARE(isActorIn(QString::fromLatin1(renewalRequestToggle), actor, (bucket + 1) / 1000.0), true);
}

void TestActorGate::edges()
{
    for (int user = 0; user < 200; ++user) {
        const QString actor = u"user%1@example.com"_s.arg(user);
        QVERIFY(!isActorIn(u"key"_s, actor, 0));
        QVERIFY(isActorIn(u"key"_s, actor, 100));
    }
    QVERIFY(!isActorIn(u"key"_s, {}, 100));
}

/// 100,000 users at 12 percentages.
void TestActorGate::agreesWithTheGem()
{
    constexpr int users = 100'000;
    const QString key = QString::fromLatin1(renewalRequestToggle);
    const QStringList percentages{u"0"_s,  u"0.001"_s,  u"0.29"_s, u"1"_s,  u"5"_s,      u"12.5"_s,
                                  u"25"_s, u"33.333"_s, u"50"_s,   u"75"_s, u"99.999"_s, u"100"_s};
    const QStringList gem = testing::gemMembership(key, users, percentages);
    QVERIFY2(gem.size() == percentages.size(), "install ruby-flipper");
    for (qsizetype i = 0; i < percentages.size(); ++i) {
        QByteArray inside(users, '0');
        for (int user = 0; user < users; ++user) {
            if (isActorIn(key, u"user%1@example.com"_s.arg(user), percentages[i].toDouble()))
                inside[user] = '1';
        }
        const QByteArray digest = QCryptographicHash::hash(inside, QCryptographicHash::Sha256).toHex();
        QCOMPARE(u"%1 %2 %3"_s.arg(percentages[i]).arg(inside.count('1')).arg(QString::fromLatin1(digest)),
                 gem[i]);
    }
}

QTEST_GUILESS_MAIN(TestActorGate)
#include "tst_actorgate.moc"
