// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"
#include "models/items/candidatesmodel.h"
#include "models/items/careteamsmodel.h"
#include "models/items/metrictablemodel.h"
#include "models/items/prescribersmodel.h"
#include "models/items/queueviewsmodel.h"
#include "models/items/renewalsmodel.h"
#include "tests/support/fakegateways.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
PrescriberDetail twoCandidates(qint64 prescriber)
{
    PrescriberDetail detail;
    detail.summary.prescriber.id = {prescriber};
    detail.summary.prescriber.name.last = u"OKAFOR"_s;
    detail.summary.prescriber.station = StationNumber(u"552");
    detail.summary.waiting = 29;
    detail.candidates.candidates = {{{11}, u"Cardiology A"_s, 0.7, {}}, {{12}, u"Cardiology B"_s, 0.2, {}}};
    detail.candidates.noneProbability = 0.1;
    return detail;
}
} // namespace

class TestItemModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void boundsAreKept_data();
    void boundsAreKept();
    void everyCellSpeaks_data();
    void everyCellSpeaks();
    void patientIsMaskedEverywhere();
    void candidatesAreAnExclusiveSet();
    void choiceSurvivesSeeingTheSameAgain();
    void linkedTeamIsChosen();
    void onlyALikelyCandidateIsChosenAtFirst_data();
    void onlyALikelyCandidateIsChosenAtFirst();
    void headingsCannotBeChosen();
    void missingMetricValueSaysSo();

private:
    QMap<QString, QAbstractItemModel *> m_models;
    test::FakeRenewals m_renewals;
    test::FakeCorrelations m_correlations;
    test::FakeSystem m_system;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC)};
};

void TestItemModels::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Renewal renewal;
    renewal.id = {1};
    renewal.patientKey = u"SECRETKEY4821"_s;
    m_renewals.rows = {renewal};
    m_correlations.prescriberDetails = {twoCandidates(1)};
    AuditEvent event;
    event.sequence = 1;
    event.action = u"import.finished"_s;
    m_system.auditData = {event};
    auto *renewals = new items::RenewalsModel(&m_renewals, &m_clock, this);
    renewals->setQuery({});
    auto *prescribers = new items::PrescribersModel(&m_correlations, this);
    prescribers->setQuery({});
    auto *audit = new items::AuditModel(&m_system, QTimeZone::utc(), this);
    audit->setQuery({});
    auto *candidates = new items::CandidatesModel(this);
    candidates->setDetail(twoCandidates(1));
    auto *teams = new items::CareTeamsModel(this);
    CareTeam team;
    team.name = u"Blue"_s;
    team.station = StationNumber(u"552");
    teams->setTeams({team});
    auto *metric = new items::MetricTableModel(this);
    metric->setSeries({.key = u"k"_s,
                       .title = u"Errors"_s,
                       .unit = u"%"_s,
                       .source = {},
                       .query = {},
                       .labels = {},
                       .threshold = {},
                       .points = {{m_clock.now(), {}, {}}, {m_clock.now().addSecs(60), 0.4, 12.0}}},
                      QTimeZone::utc());
    m_models = {{u"renewals"_s, renewals},
                {u"prescribers"_s, prescribers},
                {u"audit"_s, audit},
                {u"candidates"_s, candidates},
                {u"care teams"_s, teams},
                {u"metric"_s, metric},
                {u"views"_s, new items::QueueViewsModel(this)}};
}

void TestItemModels::boundsAreKept_data()
{
    QTest::addColumn<QString>("name");
    for (auto it = m_models.cbegin(); it != m_models.cend(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key();
}

void TestItemModels::boundsAreKept()
{
    QFETCH(QString, name);
    QAbstractItemModel *model = m_models.value(name);
    const QAbstractItemModelTester tester(model);
    QVERIFY(model->rowCount() > 0);
    const int rows = model->rowCount();
    const int columns = model->columnCount();
    QVERIFY(!model->index(rows, 0).isValid());
    QVERIFY(!model->index(-1, 0).isValid());
    QVERIFY(!model->index(0, columns).isValid());
    QVERIFY(!model->data({}).isValid());
    QCOMPARE(model->rowCount(model->index(0, 0)), 0);
    if (columns > 1) { // the tester never looks at headers
        QCOMPARE(model->columnCount(model->index(0, 0)), 0);
        for (int column = 0; column < columns; ++column)
            QVERIFY(!model->headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!model->headerData(columns, Qt::Horizontal).isValid());
        QVERIFY(!model->headerData(-1, Qt::Horizontal).isValid());
    }
}

void TestItemModels::everyCellSpeaks_data()
{
    boundsAreKept_data();
}

void TestItemModels::everyCellSpeaks()
{
    QFETCH(QString, name);
    const QAbstractItemModel *model = m_models.value(name);
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QString spoken = model->index(row, column).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(!spoken.isEmpty(), qPrintable(u"row %1, column %2"_s.arg(row).arg(column)));
            QVERIFY2(!spoken.endsWith(u": "), qPrintable(spoken));
        }
    }
}

void TestItemModels::patientIsMaskedEverywhere()
{
    const QAbstractItemModel *model = m_models.value(u"renewals"_s);
    QCOMPARE(model->rowCount(), 2); // the patient and the renewal
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(row, column);
            const QMap<int, QVariant> all = model->itemData(cell);
            for (const QVariant &value : all)
                QVERIFY(!value.toString().contains(u"SECRETKEY"));
            for (const int role : std::initializer_list<int>{Qt::AccessibleTextRole, Qt::ToolTipRole,
                                                             items::SecondLineRole, items::SortRole})
                QVERIFY(!cell.data(role).toString().contains(u"SECRETKEY"));
        }
    }
    const QModelIndex heading = model->index(0, items::RenewalsModel::MedicationColumn);
    QCOMPARE(heading.data().toString(), u"Patient •••• 4821"_s);
}

void TestItemModels::candidatesAreAnExclusiveSet()
{
    items::CandidatesModel model;
    model.setDetail(twoCandidates(1));
    QCOMPARE(model.rowCount(), 3);
    double sum = 0;
    int chosen = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        sum += model.index(row).data(items::ProbabilityRole).toDouble();
        chosen += model.index(row).data(items::ChosenRole).toBool() ? 1 : 0;
    }
    QVERIFY(qFuzzyCompare(sum, 1.0));
    QCOMPARE(chosen, 1);
    QCOMPARE(model.chosenRow(), 0);
    QVERIFY(model.isNoneRow(2));
    QVERIFY(!model.candidate(2));
    QVERIFY(!model.candidate(-1));
    QSignalSpy changes(&model, &items::CandidatesModel::chosenChanged);
    model.choose(3);
    model.choose(-1);
    model.choose(0);
    QCOMPARE(changes.count(), 0);
    model.choose(2);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.chosenRow(), 2);
}

void TestItemModels::choiceSurvivesSeeingTheSameAgain()
{
    items::CandidatesModel model;
    model.setDetail(twoCandidates(1));
    model.choose(1);
    PrescriberDetail again = twoCandidates(1);
    std::swap(again.candidates.candidates[0], again.candidates.candidates[1]);
    model.setDetail(again);
    QCOMPARE(model.candidate(model.chosenRow())->careTeam.value, 12);
    model.setDetail(twoCandidates(2)); // somebody else starts afresh
    QCOMPARE(model.chosenRow(), 0);
}

void TestItemModels::linkedTeamIsChosen()
{
    items::CandidatesModel model;
    PrescriberDetail detail = twoCandidates(1);
    CareTeam team;
    team.triageTeamId = {12};
    detail.linkedTeam = team;
    detail.summary.correlation.status = CorrelationStatus::Manual;
    model.setDetail(detail);
    QCOMPARE(model.chosenRow(), 1);
}

void TestItemModels::onlyALikelyCandidateIsChosenAtFirst_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("none");
    QTest::addColumn<CorrelationStatus>("status");
    QTest::addColumn<int>("linked");
    QTest::addColumn<int>("row");
    using enum CorrelationStatus;
    QTest::newRow("more likely than none of these") << 0.45 << 0.4 << Suggested << 0 << 0;
    QTest::newRow("none of these is more likely") << 0.13 << 0.87 << Suggested << 0 << 2;
    QTest::newRow("equally likely is not more") << 0.4 << 0.4 << Suggested << 0 << 2;
    QTest::newRow("a link stands, however unlikely") << 0.13 << 0.87 << Manual << 11 << 0;
    QTest::newRow("linked to a team that is no candidate") << 0.9 << 0.05 << Manual << 99 << 2;
    QTest::newRow("a link that ended counts no more") << 0.13 << 0.87 << Stale << 11 << 2;
    QTest::newRow("refused") << 0.9 << 0.05 << Refused << 0 << 2;
}

void TestItemModels::onlyALikelyCandidateIsChosenAtFirst()
{
    QFETCH(double, first);
    QFETCH(double, none);
    QFETCH(CorrelationStatus, status);
    QFETCH(int, linked);
    items::CandidatesModel model;
    PrescriberDetail detail = twoCandidates(1);
    detail.candidates.candidates[0].probability = first;
    detail.candidates.candidates[1].probability = 1 - first - none;
    detail.candidates.noneProbability = none;
    detail.summary.correlation.status = status;
    if (linked > 0) {
        detail.linkedTeam = CareTeam();
        detail.linkedTeam->triageTeamId = {linked};
    }
    model.setDetail(detail);
    QTEST(model.chosenRow(), "row");
}

void TestItemModels::headingsCannotBeChosen()
{
    items::QueueViewsModel model;
    QVERIFY(model.index(0).data(items::HeadingRole).toBool());
    QCOMPARE(model.flags(model.index(0)), Qt::NoItemFlags);
    QVERIFY(model.flags(model.index(1)) & Qt::ItemIsSelectable);
    QCOMPARE(model.index(1).data(items::QueueViewsModel::CountRole).toString(),
             QString()); // unknown is not zero
    model.setCounts({{u"needs_routing"_s, 1930}});
    QCOMPARE(model.index(1).data(items::QueueViewsModel::CountRole).toString(), u"1,930"_s);
    QCOMPARE(model.rowOf(u"no such view"_s), -1);
}

void TestItemModels::missingMetricValueSaysSo()
{
    const QAbstractItemModel *model = m_models.value(u"metric"_s);
    QCOMPARE(model->index(0, 1).data().toString(), u"0.4 %"_s); // newest first
    QCOMPARE(model->index(1, 1).data().toString(), u"missing"_s);
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
