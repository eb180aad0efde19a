// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/audit.h"

#include <QTest>

#include <functional>

using namespace renewal;
using namespace Qt::StringLiterals;

using Change = std::function<void(AuditEvent &)>;
Q_DECLARE_METATYPE(Change)

namespace {
AuditEvent linked()
{
    AuditEvent event;
    event.sequence = 1;
    event.at = QDateTime(QDate(2026, 1, 15), QTime(12, 0, 0, 250), Qt::UTC);
    event.actor = u"Anna Bell"_s;
    event.action = u"correlation.linked"_s;
    event.subject = u"prescriber/42"_s;
    event.after = u"{\"status\":\"manual\"}"_s;
    event.note = u"l\u00e4uft"_s;
    event.previousHash = QByteArray(32, '\0');
    return event;
}
} // namespace

class AuditHashTest : public QObject
{
    Q_OBJECT

private slots:
    void knownVector();
    void anyChangeChangesIt_data();
    void anyChangeChangesIt();
    void zoneDoesNotMatter();
    void ownHashIsNotPartOfIt();
};

void AuditHashTest::knownVector()
{
    // Worked out apart from this program: 32 zero bytes, then for each text its length as eight bytes, most
    // significant first, and its UTF-8.
    QCOMPARE(auditHash(linked()).toHex(),
             QByteArray("18af5b8d978e3feb3a5b9102d4e0cc4b705bcda5e06d005c6f55e970215abd0a"));
}

void AuditHashTest::anyChangeChangesIt_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("sequence", [](AuditEvent &e) { e.sequence = 2; });
    row("a millisecond", [](AuditEvent &e) { e.at = e.at.addMSecs(1); });
    row("actor", [](AuditEvent &e) { e.actor += u'l'; });
    row("action", [](AuditEvent &e) { e.action = u"correlation.undone"_s; });
    row("subject", [](AuditEvent &e) { e.subject = u"prescriber/43"_s; });
    row("before", [](AuditEvent &e) { e.before = u"{}"_s; });
    row("after", [](AuditEvent &e) { e.after.clear(); });
    row("note", [](AuditEvent &e) { e.note = u"lauft"_s; });
    row("previous entry", [](AuditEvent &e) { e.previousHash[31] = '\1'; });
    row("text moved to the next field", [](AuditEvent &e) { e.before = std::exchange(e.after, {}); });
    row("text split elsewhere", [](AuditEvent &e) {
        e.actor = u"Anna Bellcorrelation"_s;
        e.action = u".linked"_s;
    });
}

void AuditHashTest::anyChangeChangesIt()
{
    QFETCH(const Change, change);
    AuditEvent event = linked();
    change(event);
    QVERIFY(auditHash(event) != auditHash(linked()));
    QCOMPARE(auditHash(event).size(), 32);
}

void AuditHashTest::zoneDoesNotMatter()
{
    AuditEvent event = linked();
    event.at = event.at.toOffsetFromUtc(-5 * 3600);
    QCOMPARE(auditHash(event), auditHash(linked()));
}

void AuditHashTest::ownHashIsNotPartOfIt()
{
    AuditEvent event = linked();
    event.hash = auditHash(event);
    QCOMPARE(auditHash(event), event.hash);
}

QTEST_GUILESS_MAIN(AuditHashTest)
#include "tst_audithash.moc"
