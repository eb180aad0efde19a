// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/importrepository.h"
#include "tests/operations/importsupport.h"
#include "tests/support/storetest.h"
#include "tests/upstream/gzipfile.h"

#include <QProcess>

using namespace renewal;
using namespace renewal::testing;
using namespace renewal::operations;
using namespace Qt::StringLiterals;

namespace {
constexpr int lineCount = 200'000;

/// Enough lines for several staging transactions.
QByteArray manyShortLines()
{
    QByteArray lines;
    for (int i = 0; i < lineCount; ++i) {
        if (i % 50'000 == 30'000)
            lines += "{broken\n";
        lines +=
            shortLine(u"V%1"_s.arg(i / 3), u"P%1"_s.arg(i % 50), u"552"_s, u"2025-07-04"_s).toUtf8() + '\n';
    }
    return lines;
}

QStringList manyPrescribers()
{
    QStringList lines;
    for (int i = 0; i < 50; ++i)
        lines.append(prescriberLine(u"P%1"_s.arg(i), u"A"_s, u"NAME%1"_s.arg(i), u"552"_s));
    return lines;
}

QStringList setAsideLines(store::Connection &connection, ImportId id)
{
    QStringList lines;
    const auto items = store::ImportRepository(connection).setAside(id);
    for (const SetAside &item : items.value_or(QVector<SetAside>()))
        lines.append(item.file + item.place + item.reason);
    return lines;
}
} // namespace

/// Imports that were interrupted, on both databases.
class TestImportResume : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void initTestCase();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void cleansUpWhenAnotherFileComes();
    void discardsOnRequest();
    void stopsWhenAnotherImportTookOver();

private:
    /// Starts an import in a program of its own and kills it once something is staged.
    void killInTheMiddle(ImportFolder &folder, const QString &fileName);
    ImportRequest request(ImportFolder &folder, const QString &name) const
    {
        return {name, u"x"_s, {{folder.path(name), name}}, {}};
    }

    QByteArray m_lines;
    FixedClock m_clock{importTime()};
};

void TestImportResume::initTestCase()
{
    m_lines = manyShortLines();
}

void TestImportResume::killInTheMiddle(ImportFolder &folder, const QString &fileName)
{
    folder.write(u"prescribers.ndjson"_s, manyPrescribers());
    VERIFY_OK(folder.import(connection(), {u"prescribers.ndjson"_s}));
    QProcess program;
    program.start(QStringLiteral(IMPORT_PROGRAM), {u"import"_s, u"--extract"_s, u"x"_s, u"--database"_s,
                                                   testDatabase().url(), folder.path(fileName)});
    QVERIFY(program.waitForStarted());
    const auto position = [this] {
        return connection()
            .number(u"SELECT max(position) FROM import_file WHERE state = 'staging'"_s)
            .value_or(0);
    };
    while (position() == 0 && program.state() == QProcess::Running)
        program.waitForFinished(1);
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
}

void TestImportResume::goesOnAfterAKill_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::newRow("a plain file") << u"rx.ndjson"_s;
    QTest::newRow("a gzip") << u"rx.ndjson.gz"_s;
}

void TestImportResume::goesOnAfterAKill()
{
    QFETCH(QString, fileName);
    ImportFolder folder;
    folder.writeBytes(fileName, fileName.endsWith(u".gz"_s) ? test::gzipped(m_lines) : m_lines);
    killInTheMiddle(folder, fileName);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"0"_s);
    QVERIFY(staged(connection()) < lineCount);

    const auto resumed = folder.import(connection(), {fileName});
    VERIFY_OK(resumed);
    QVERIFY(resumed->resumed);
    QCOMPARE(resumed->taken(), lineCount);
    QCOMPARE(staged(connection()), 0);

    auto other = TestDatabase::create(engine());
    VERIFY_OK(other);
    VERIFY_OK(folder.import((*other)->connection(), {u"prescribers.ndjson"_s}));
    const auto whole = folder.import((*other)->connection(), {fileName});
    VERIFY_OK(whole);
    QCOMPARE(visible(connection()), visible((*other)->connection()));
    QCOMPARE(setAsideLines(connection(), resumed->id), setAsideLines((*other)->connection(), whole->id));
    QCOMPARE(resumed->setAsideCount, 4);
}

void TestImportResume::cleansUpWhenAnotherFileComes()
{
    ImportFolder folder;
    folder.writeBytes(u"rx.ndjson"_s, m_lines);
    killInTheMiddle(folder, u"rx.ndjson"_s);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(staged(connection()) > 0);
    folder.write(u"other.ndjson"_s, {shortLine(u"V1"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s)});
    VERIFY_OK(folder.import(connection(), {u"other.ndjson"_s}));
    QCOMPARE(staged(connection()), 0);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"1"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM import WHERE state = 'cancelled'"_s), u"1"_s);
}

void TestImportResume::discardsOnRequest()
{
    ImportFolder folder;
    folder.writeBytes(u"rx.ndjson"_s, m_lines);
    killInTheMiddle(folder, u"rx.ndjson"_s);
    if (QTest::currentTestFailed())
        return;
    const auto discarded = Importer(connection(), m_clock).discardInterrupted();
    VERIFY_OK(discarded);
    QCOMPARE(*discarded, 1);
    QCOMPARE(staged(connection()), 0);
    const auto anew = folder.import(connection(), {u"rx.ndjson"_s});
    VERIFY_OK(anew);
    QVERIFY(!anew->resumed);
}

void TestImportResume::stopsWhenAnotherImportTookOver()
{
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s, manyPrescribers());
    folder.writeBytes(u"rx.ndjson"_s, m_lines);
    bool done = false;
    Importer first(connection(), m_clock, [&](const ImportProgress &now) {
        // Between two transactions of the first import somebody starts another one.
        if (now.phase == ImportProgress::Phase::Reading && !done && !connection().isInTransaction() &&
            value(connection(), u"SELECT max(position) FROM import_file"_s).toLongLong() > 0) {
            done = true;
            Importer second(connection(), m_clock);
            [&] { VERIFY_OK(second.run(request(folder, u"prescribers.ndjson"_s))); }();
        }
        return true;
    });
    const auto result = first.run(request(folder, u"rx.ndjson"_s));
    QVERIFY(done);
    VERIFY_ERROR(result, ErrorCode::Conflict);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"0"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescriber"_s), u"50"_s);
}

RENEWAL_STORE_TEST_MAIN(TestImportResume)
#include "tst_importresume.moc"
