// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/signoffs.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/rolloutrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// Words for the next stage: stored, audited, told to other consoles, or refused with nothing left behind.
class TestSignOffs : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void aWordIsStoredAndAudited();
    void aWordIsTakenBack();
    void sayingItAgainChangesNothing();
    void refuses_data();
    void refuses();
    void failingAuditChangesNothing();

private:
    void fill();
    Result<SignOff> say(bool given, const QString &note = {})
    {
        return SignOffs(connection(), m_clock).set({u"qa"_s, u"B"_s, given, {}, {}, note}, u"nurse"_s);
    }
    QVector<SignOff> stored()
    {
        return store::RolloutRepository(connection())
            .signOffs(QString::fromLatin1(renewalRequestToggle), u"B"_s)
            .value_or(QVector<SignOff>());
    }
    QVector<AuditEvent> audited()
    {
        return store::AuditRepository(connection()).about(u"rollout/B/qa"_s).value_or(QVector<AuditEvent>());
    }

    FixedClock m_clock{noon()};
};

void TestSignOffs::fill()
{
    RolloutOverview plan;
    plan.toggle = QString::fromLatin1(renewalRequestToggle);
    plan.stages = {{u"A"_s, 5, noon(), noon().addDays(-1), 1},
                   {u"B"_s, 25, noon().addDays(1), {}, 5},
                   {u"C"_s, 50, noon().addDays(6), {}, 0}};
    VERIFY_OK(store::RolloutRepository(connection()).storePlan(plan));
}

void TestSignOffs::aWordIsStoredAndAudited()
{
    fill();
    const auto said = say(true, u"14 of 14"_s);
    VERIFY_OK(said);
    const SignOff expected{u"qa"_s, u"B"_s, true, u"nurse"_s, noon(), u"14 of 14"_s};
    QVERIFY(*said == expected);
    QVERIFY(stored() == QVector<SignOff>{expected});
    const auto entries = audited();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().action, u"rollout.signed_off"_s);
    QCOMPARE(entries.first().actor, u"nurse"_s);
    QCOMPARE(entries.first().note, u"14 of 14"_s);
    QVERIFY(entries.first().before.contains(u"\"given\":false"_s));
    QVERIFY(entries.first().after.contains(u"\"given\":true"_s));
    const auto changes = store::ChangeRepository(connection()).after(0);
    VERIFY_OK(changes);
    QCOMPARE(changes->changes.size(), 1);
    QCOMPARE(changes->changes.first().kind, u"rollout"_s);
}

void TestSignOffs::aWordIsTakenBack()
{
    fill();
    VERIFY_OK(say(true));
    m_clock.set(noon().addSecs(60));
    const auto back = say(false, u"wait"_s);
    VERIFY_OK(back);
    QVERIFY(!back->given && back->by.isEmpty() && !back->at.isValid());
    QVERIFY(stored() == QVector<SignOff>{*back});
    QCOMPARE(audited().first().action, u"rollout.sign_off_taken_back"_s);
    VERIFY_OK(store::AuditRepository(connection()).verifyChain());
}

void TestSignOffs::sayingItAgainChangesNothing()
{
    fill();
    VERIFY_OK(say(true, u"fine"_s));
    m_clock.set(noon().addSecs(60));
    const auto again =
        SignOffs(connection(), m_clock).set({u"qa"_s, u"B"_s, true, {}, {}, u"fine"_s}, u"other"_s);
    VERIFY_OK(again);
    QCOMPARE(again->by, u"nurse"_s);
    QCOMPARE(audited().size(), 1);
    // Nothing was said yet: taking it back is nothing either.
    VERIFY_OK(SignOffs(connection(), m_clock).set({u"product"_s, u"B"_s, false, {}, {}, {}}, u"nurse"_s));
    QCOMPARE(stored().size(), 1);
}

void TestSignOffs::refuses_data()
{
    QTest::addColumn<QString>("discipline");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("code");
    QTest::newRow("an unknown discipline") << u"sales"_s << u"B"_s << u"not_found"_s;
    QTest::newRow("the present stage") << u"qa"_s << u"A"_s << u"conflict"_s;
    QTest::newRow("the one after the next") << u"qa"_s << u"C"_s << u"conflict"_s;
    QTest::newRow("no stage") << u"qa"_s << QString() << u"conflict"_s;
}

void TestSignOffs::refuses()
{
    QFETCH(QString, discipline);
    QFETCH(QString, stage);
    QFETCH(QString, code);
    fill();
    const auto refused =
        SignOffs(connection(), m_clock).set({discipline, stage, true, {}, {}, {}}, u"nurse"_s);
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().code), code);
    QVERIFY(stored().isEmpty());
    QCOMPARE(*store::ChangeRepository(connection()).newest(), 0);
    // Without a plan there is no next stage at all.
    VERIFY_OK(connection().run(u"DELETE FROM rollout_stage"_s));
    QVERIFY(!say(true));
}

void TestSignOffs::failingAuditChangesNothing()
{
    fill();
    VERIFY_OK(connection().script(u"DROP TABLE audit_head"_s));
    QVERIFY(!say(true));
    QVERIFY(stored().isEmpty());
    QCOMPARE(*store::ChangeRepository(connection()).newest(), 0);
}

RENEWAL_STORE_TEST_MAIN(TestSignOffs)
#include "tst_signoffs.moc"
