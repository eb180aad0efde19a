// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuehold.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;
using items::QueueGroups;
using items::QueueHold;

/// Where groups stand that are held, whatever order comes from the service.
class TestQueueHold : public QObject
{
    Q_OBJECT

private slots:
    void arranged_data();
    void arranged();
    void releasedIsAsItCame();
    void manyAtOnceAreNotHeld();
};

namespace {
/// "a1 a2 b3": renewals of the patients a, a and b.
QVector<Renewal> queue(const QString &text)
{
    QVector<Renewal> renewals;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        Renewal renewal;
        renewal.id = {word.mid(1).toLongLong()};
        renewal.patientKey = word.left(1);
        renewal.station = StationNumber(u"552"_s);
        renewal.dueAt = QDateTime({2026, 11, 20}, {0, 0}, Qt::UTC).addSecs(renewal.id.value);
        renewals.append(renewal);
    }
    return renewals;
}

QString text(const QVector<Renewal> &renewals)
{
    QStringList words;
    for (const Renewal &renewal : renewals)
        words += renewal.patientKey + QString::number(renewal.id.value);
    return words.join(u' ');
}
} // namespace

void TestQueueHold::arranged_data()
{
    QTest::addColumn<QString>("present");
    QTest::addColumn<QString>("acted");
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *present, const char *acted, const char *fresh,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(present) << QString::fromLatin1(acted)
                            << QString::fromLatin1(fresh) << QString::fromLatin1(expected);
    };
    row("sorted to the end", "a1 b2 b3 c4", "b2", "a1 c4 b3", "a1 b3 c4");
    row("sorted to the end, the first", "a1 a2 b3", "a1", "b3 a2", "a2 b3");
    row("beyond what was fetched", "a1 b2 b3 c4", "b2", "a1 c4", "a1 b3 c4");
    row("all of it left", "a1 b2 c4", "b2", "a1 c4", "a1 c4");
    row("acted on and still there", "a1 b2 b3 c4", "b2", "a1 c4 b2 b3", "a1 b2 b3 c4");
    row("who was above has left too", "a1 b2 c3 c4 d5", "c3", "a1 d5 c4", "a1 c4 d5");
    row("one more of the patient came", "a1 b2 b4 c5", "b2", "a1 c5 b3 b4", "a1 b3 b4 c5");
    row("others move freely", "a1 b2 b3 c4", "b2", "c4 a1 b3", "c4 a1 b3");
    row("two at once", "a1 a2 b3 c4 c5", "a1 c4", "b3 c5 a2", "a2 b3 c5");
    row("nobody was acted on", "a1 b2 b3", "", "b2 b3 a1", "b2 b3 a1");
    row("nothing was there", "", "b2", "a1 b2", "a1 b2");
}

void TestQueueHold::arranged()
{
    QFETCH(QString, present);
    QFETCH(QString, acted);
    QFETCH(QString, fresh);
    QueueGroups groups;
    groups.replace(queue(present), {});
    QueueHold hold;
    hold.hold(queue(acted));
    QTEST(text(hold.arranged(queue(fresh), groups)), "expected");
}

void TestQueueHold::releasedIsAsItCame()
{
    QueueGroups groups;
    groups.replace(queue(u"a1 b2 b3 c4"_s), {});
    QueueHold hold;
    hold.hold(queue(u"b2"_s));
    QVERIFY(hold.holds(queue(u"b3"_s).first()));
    QVERIFY(!hold.holds(queue(u"c4"_s).first()));
    hold.release();
    QVERIFY(hold.isEmpty());
    QCOMPARE(text(hold.arranged(queue(u"a1 c4 b3"_s), groups)), u"a1 c4 b3"_s);
}

void TestQueueHold::manyAtOnceAreNotHeld()
{
    QueueHold hold;
    hold.hold(queue(u"a1 b2 c3 d4 e5 f6 g7 h8"_s));
    QVERIFY(!hold.isEmpty());
    hold.hold(queue(u"i9"_s));
    QVERIFY(hold.isEmpty());
}

QTEST_GUILESS_MAIN(TestQueueHold)
#include "tst_queuehold.moc"
