// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "tests/support/fakegateways.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;
using items::RenewalsModel;

namespace {
/// "A1 A2 B3": patient and id of each renewal.
QVector<Renewal> queueOf(const QString &text)
{
    QVector<Renewal> rows;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        Renewal renewal;
        renewal.id = {word.mid(1).toLongLong()};
        renewal.patientGroup = word.left(1);
        renewal.patientKey = u"••••482"_s + word.left(1);
        renewal.station = StationNumber(u"552");
        renewal.drug = u"DRUG "_s + word;
        renewal.state = RenewalState::ReadyToRoute;
        renewal.careTeam = {7};
        rows.append(renewal);
    }
    return rows;
}

/// "[A] 1 2 [B] 3": headings by patient, renewals by id, as the list shows them.
QString shown(const RenewalsModel &model)
{
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.isHeading(row))
            words += u'[' + model.renewalsAt(row).first().patientGroup + u']';
        else
            words += QString::number(model.renewal(row)->id.value);
    }
    return words.join(u' ');
}

QString checkedIds(const RenewalsModel &model)
{
    QStringList words;
    for (const Renewal &renewal : model.checkedRenewals())
        words += QString::number(renewal.id.value);
    return words.join(u' ');
}
} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void groups_data();
    void groups();
    void samePatientElsewhereIsAnotherGroup();
    void groupOverTwoPagesOnlyGrows();
    void foldedGroupGrowsUnseen();
    void foldAndUnfold();
    void foldSurvivesRefresh();
    void refreshKeepsRowsThatStay_data();
    void refreshKeepsRowsThatStay();
    void checkingAGroupChecksItsParts();
    void checksSurviveRefreshOfWhatStays();
    void anotherQueryForgetsChecks();
    void takenRenewalsLeaveTheirView_data();
    void takenRenewalsLeaveTheirView();
    void headingTellsTheMostUrgent();
    void headingTellsHowManyAreNotShown();
    void farRowsStayOverRefresh();

private:
    void load(const QString &text);

    std::unique_ptr<test::FakeRenewals> m_gateway;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<RenewalsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestQueueModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_tester.reset();
    m_gateway = std::make_unique<test::FakeRenewals>();
    m_model = std::make_unique<RenewalsModel>(m_gateway.get(), &m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestQueueModel::load(const QString &text)
{
    m_gateway->rows = queueOf(text);
    m_model->setQuery({});
}

void TestQueueModel::groups_data()
{
    QTest::addColumn<QString>("queue");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one patient, one medication") << u"A1"_s << u"[A] 1"_s;
    QTest::newRow("each patient has a heading") << u"A1 A2 B3"_s << u"[A] 1 2 [B] 3"_s;
    QTest::newRow("a patient apart gets a second heading") << u"A1 B2 A3"_s << u"[A] 1 [B] 2 [A] 3"_s;
    QTest::newRow("a double is shown once") << u"A1 A1 B2"_s << u"[A] 1 [B] 2"_s;
}

void TestQueueModel::groups()
{
    QFETCH(QString, queue);
    load(queue);
    QTEST(shown(*m_model), "rows");
}

void TestQueueModel::samePatientElsewhereIsAnotherGroup()
{
    m_gateway->rows = queueOf(u"A1 A2 A3 A4"_s);
    m_gateway->rows[1].station = StationNumber(u"552GA"); // a division of the same station
    m_gateway->rows[2].station = StationNumber(u"541");
    m_gateway->rows[3].station = StationNumber(u"541");
    m_gateway->rows[3].ehr = EhrSystem::OracleHealth;
    m_model->setQuery({});
    QCOMPARE(shown(*m_model), u"[A] 1 2 [A] 3 [A] 4"_s);
}

void TestQueueModel::groupOverTwoPagesOnlyGrows()
{
    QString text;
    for (int i = 1; i < RenewalsModel::pageSize; ++i)
        text += u"A%1 "_s.arg(i);
    text += u"B200 B201 C202"_s;
    load(text);
    const int rows = m_model->rowCount();
    QCOMPARE(rows, RenewalsModel::pageSize + 2);
    QCOMPARE(m_model->loadedCount(), RenewalsModel::pageSize);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->fetchMore({});
    QCOMPARE(removed.count() + moved.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), rows); // at the end and nowhere else
    QVERIFY(shown(*m_model).endsWith(u"[B] 200 201 [C] 202"));
    const QModelIndex heading = m_model->index(rows - 2, RenewalsModel::MedicationColumn);
    QVERIFY(heading.data(items::SecondLineRole).toString().startsWith(u"2 "));
}

void TestQueueModel::foldedGroupGrowsUnseen()
{
    QString text;
    for (int i = 1; i <= RenewalsModel::pageSize + 1; ++i)
        text += u"A%1 "_s.arg(i);
    load(text + u"B900"_s);
    m_gateway->pageReplies.hold = true; // the tester of models asks for more by itself
    m_model->setFolded(0, true);
    QCOMPARE(shown(*m_model), u"[A]"_s);
    m_model->fetchMore({});
    m_gateway->pageReplies.release();
    QCOMPARE(shown(*m_model), u"[A] [B] 900"_s);
    QCOMPARE(m_model->renewalsAt(0).size(), RenewalsModel::pageSize + 1);
}

void TestQueueModel::foldAndUnfold()
{
    load(u"A1 A2 B3"_s);
    const QPersistentModelIndex last = m_model->index(4, 0);
    m_model->setFolded(0, true);
    m_model->setFolded(0, true);
    QCOMPARE(shown(*m_model), u"[A] [B] 3"_s);
    QVERIFY(m_model->index(0, 0).data(RenewalsModel::FoldedRole).toBool());
    m_model->setFolded(2, true); // a renewal has nothing to fold
    QCOMPARE(last.row(), 2);
    m_model->setFolded(0, false);
    QCOMPARE(shown(*m_model), u"[A] 1 2 [B] 3"_s);
    QCOMPARE(m_model->headingRow(2), 0);
    QCOMPARE(m_model->headingRow(4), 3);
    QCOMPARE(m_model->headingRow(5), -1);
}

void TestQueueModel::foldSurvivesRefresh()
{
    load(u"A1 A2 B3"_s);
    m_model->setFolded(0, true);
    m_gateway->rows = queueOf(u"C9 A1 A2 A4 B3"_s);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->refresh();
    QCOMPARE(shown(*m_model), u"[C] 9 [A] [B] 3"_s);
    QCOMPARE(resets.count(), 0);
    m_model->setFolded(2, false);
    QCOMPARE(shown(*m_model), u"[C] 9 [A] 1 2 4 [B] 3"_s);
}

void TestQueueModel::refreshKeepsRowsThatStay_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing changes") << u"A1 A2 B3 C4"_s << u"[A] 1 2 [B] 3 [C] 4"_s;
    QTest::newRow("a part goes") << u"A1 B3 C4"_s << u"[A] 1 [B] 3 [C] 4"_s;
    QTest::newRow("a group goes") << u"B3 C4"_s << u"[B] 3 [C] 4"_s;
    QTest::newRow("a group moves to the top") << u"B3 A1 A2 C4"_s << u"[B] 3 [A] 1 2 [C] 4"_s;
    QTest::newRow("new ones before and within") << u"D9 A1 A8 A2 B3 B7"_s << u"[D] 9 [A] 1 8 2 [B] 3 7"_s;
    QTest::newRow("reversed") << u"C4 B3 A2 A1"_s << u"[C] 4 [B] 3 [A] 2 1"_s;
    QTest::newRow("it changes hands to another patient") << u"A1 A2 C3 C4"_s << u"[A] 1 2 [C] 3 4"_s;
}

void TestQueueModel::refreshKeepsRowsThatStay()
{
    QFETCH(QString, after);
    load(u"A1 A2 B3 C4"_s);
    const QPersistentModelIndex kept = m_model->index(4, 0); // id 3
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_gateway->rows = queueOf(after);
    m_model->refresh();
    QTEST(shown(*m_model), "rows");
    QCOMPARE(resets.count(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(m_model->idAt(kept.row()), 3);
}

void TestQueueModel::checkingAGroupChecksItsParts()
{
    load(u"A1 A2 B3"_s);
    QSignalSpy changes(m_model.get(), &RenewalsModel::checksChanged);
    m_model->setChecked(0, true);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(checkedIds(*m_model), u"1 2"_s);
    QCOMPARE(m_model->checkState(0), Qt::Checked);
    QVERIFY(m_model->setData(m_model->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(m_model->checkState(0), Qt::PartiallyChecked);
    QCOMPARE(m_model->allChecked(), Qt::PartiallyChecked);
    m_model->setFolded(0, true); // what is folded stays checked
    QCOMPARE(checkedIds(*m_model), u"2"_s);
    m_model->checkAll(true);
    QCOMPARE(checkedIds(*m_model), u"1 2 3"_s);
    QCOMPARE(m_model->allChecked(), Qt::Checked);
    m_model->checkAll(false);
    QCOMPARE(m_model->checkedCount(), 0);
}

void TestQueueModel::checksSurviveRefreshOfWhatStays()
{
    load(u"A1 A2 B3"_s);
    m_model->setChecked(0, true);
    m_gateway->rows = queueOf(u"B3 A2 C5"_s);
    QSignalSpy changes(m_model.get(), &RenewalsModel::checksChanged);
    m_model->refresh();
    QCOMPARE(checkedIds(*m_model), u"2"_s);
    QCOMPARE(changes.count(), 1);
}

void TestQueueModel::anotherQueryForgetsChecks()
{
    load(u"A1 A2 B3"_s);
    m_model->setChecked(0, true);
    RenewalQuery other;
    other.search = u"drug a"_s;
    m_model->setQuery(other);
    QCOMPARE(m_model->checkedCount(), 0);
}

void TestQueueModel::takenRenewalsLeaveTheirView_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("rows");
    QTest::newRow("routed ones wait no longer")
        << u"all_pending"_s << QString() << u"routed"_s << u"[A] 2 [B] 3"_s;
    QTest::newRow("taken by somebody they wait on")
        << u"all_pending"_s << QString() << u"in_review"_s << u"[A] 1 2 [B] 3"_s;
    QTest::newRow("and leave those that are ready")
        << u"ready_to_route"_s << QString() << u"in_review"_s << u"[A] 2 [B] 3"_s;
    QTest::newRow("denied ones are closed") << u"overdue"_s << u"denied"_s << u"closed"_s << u"[A] 2 [B] 3"_s;
}

void TestQueueModel::takenRenewalsLeaveTheirView()
{
    QFETCH(QString, view);
    QFETCH(QString, outcome);
    QFETCH(QString, state);
    m_gateway->rows = queueOf(u"A1 A2 B3"_s);
    for (Renewal &renewal : m_gateway->rows)
        renewal.stateReason = u"overdue"_s; // what the fake's view asks for
    RenewalQuery query;
    query.view = view;
    m_model->setQuery(query);
    m_model->setChecked(1, true);
    Renewal taken = *m_model->renewal(1);
    taken.state = *renewalStateFromString(state);
    taken.outcome = outcome;
    m_model->take({taken});
    QTEST(shown(*m_model), "rows");
    QCOMPARE(m_model->checkedCount(), 0);
}

void TestQueueModel::headingTellsTheMostUrgent()
{
    m_gateway->rows = queueOf(u"A1 A2"_s);
    m_gateway->rows[0].dueAt = m_clock.now().addSecs(3 * 3600);
    m_gateway->rows[1].dueAt = m_clock.now().addSecs(-6 * 3600);
    m_model->setQuery({});
    const QModelIndex due = m_model->index(0, RenewalsModel::NextStepColumn);
    QCOMPARE(due.data().toString(), u"Overdue 6 h"_s);
    QCOMPARE(due.data(items::ToneRole).toInt(), static_cast<int>(items::Tone::Bad));
    const QModelIndex name = m_model->index(0, RenewalsModel::MedicationColumn);
    QCOMPARE(name.data().toString(), u"Patient •••• 482A"_s);
    QVERIFY(name.data(Qt::AccessibleTextRole).toString().contains(u"unfolded"));
}

void TestQueueModel::headingTellsHowManyAreNotShown()
{
    m_gateway->rows = queueOf(u"A1 A2 B3"_s);
    for (Renewal &row : m_gateway->rows)
        row.patientPending = row.id.value < 3 ? 3 : 1;
    m_model->setQuery({});
    const auto second = [this](int row) {
        return m_model->index(row, RenewalsModel::MedicationColumn).data(items::SecondLineRole).toString();
    };
    QCOMPARE(second(0), u"2 of 3 shown"_s);
    QCOMPARE(second(3), u"1 medication(s)"_s);
}

void TestQueueModel::farRowsStayOverRefresh()
{
    QString text;
    for (int i = 1; i <= 1600; ++i)
        text += u"%1%2 "_s.arg(QChar(u'A' + i / 2 % 26)).arg(i);
    load(text);
    while (m_model->loadedCount() < 1400)
        m_model->fetchMore({});
    const qint64 far = m_model->idAt(m_model->rowCount() - 1);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->refresh();
    QCOMPARE(m_model->loadedCount(), 1400);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(m_model->idAt(m_model->rowCount() - 1), far);
}

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
