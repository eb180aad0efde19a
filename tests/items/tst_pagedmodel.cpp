// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"
#include "tests/support/fakegateways.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
Renewal renewalRow(qint64 id, const QString &drug)
{
    Renewal renewal;
    renewal.id = {id};
    renewal.drug = drug;
    renewal.patientKey = u"P%1"_s.arg(id, 6, 10, QLatin1Char('0'));
    return renewal;
}

/// The plainest list there can be: one column, the ids.
class PlainModel final : public items::PagedModel<Renewal>
{
public:
    explicit PlainModel(RenewalsGateway *gateway)
        : m_gateway(gateway)
    {
    }
    void setQuery(const RenewalQuery &query)
    {
        m_query = query;
        restart();
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        return index.isValid() && (role == Qt::DisplayRole || role == items::IdRole)
                   ? row(index.row())->id.value
                   : QVariant();
    }

protected:
    QFuture<Result<Page<Renewal>>> requestPage(const QString &cursor, int limit) override
    {
        RenewalQuery query = m_query;
        query.cursor = cursor;
        query.limit = limit;
        return m_gateway->renewals(query);
    }
    qint64 idOf(const Renewal &row) const override { return row.id.value; }

private:
    RenewalsGateway *m_gateway;
    RenewalQuery m_query;
};

QStringList ids(const PlainModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list += QString::number(model.row(row)->id.value);
    return list;
}
} // namespace

class TestPagedModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void firstPageThenMore();
    void staleAnswerIsDropped();
    void answersMayComeInAnyOrder();
    void refreshKeepsRowsThatStay_data();
    void refreshKeepsRowsThatStay();
    void refreshFetchesAllLoadedPages();
    void failedRefreshKeepsRows();
    void failedQueryLeavesNoForeignRows();
    void droppedRequestIsAnError();
    void refreshKeepsWhatIsBeyondItsReach();
    void nothingInCommonKeepsNothing();
    void doublesAreShownOnce();
    void modelMayGoWhileItWaits();

private:
    void fill(int count);

    std::unique_ptr<test::FakeRenewals> m_gateway;
    std::unique_ptr<PlainModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestPagedModel::init()
{
    m_tester.reset();
    m_gateway = std::make_unique<test::FakeRenewals>();
    m_model = std::make_unique<PlainModel>(m_gateway.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestPagedModel::fill(int count)
{
    m_gateway->rows.clear();
    for (int i = 1; i <= count; ++i)
        m_gateway->rows.append(renewalRow(i, u"DRUG %1"_s.arg(i)));
}

void TestPagedModel::firstPageThenMore()
{
    fill(450);
    m_model->setQuery({});
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->total(), 450);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 450);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestPagedModel::staleAnswerIsDropped()
{
    fill(3);
    m_gateway->rows[1].drug = u"WARFARIN"_s;
    m_gateway->pageReplies.hold = true;
    m_model->setQuery({});
    RenewalQuery narrowed;
    narrowed.search = u"warf"_s;
    m_model->setQuery(narrowed);
    QCOMPARE(m_gateway->pageReplies.held(), 2);
    m_gateway->pageReplies.release(1); // the newer one first
    QCOMPARE(ids(*m_model), QStringList{u"2"_s});
    m_gateway->pageReplies.release(0);
    QCOMPARE(ids(*m_model), QStringList{u"2"_s});
    QVERIFY(!m_model->isLoading());
}

void TestPagedModel::answersMayComeInAnyOrder()
{
    fill(300);
    m_model->setQuery({});
    m_gateway->pageReplies.hold = true;
    m_model->fetchMore({});
    m_model->refresh(); // overtakes the page that is on its way
    m_gateway->pageReplies.release(1);
    m_gateway->pageReplies.release(0);
    QCOMPARE(m_model->rowCount(), 200);
    QVERIFY(m_model->canFetchMore({}));
}

void TestPagedModel::refreshKeepsRowsThatStay_data()
{
    QTest::addColumn<QList<int>>("after");
    QTest::newRow("nothing changes") << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("first goes") << QList<int>{2, 3, 4, 5};
    QTest::newRow("all but the kept one go") << QList<int>{3};
    QTest::newRow("new ones before, between and after") << QList<int>{9, 1, 2, 8, 7, 3, 4, 5, 6};
    QTest::newRow("reversed") << QList<int>{5, 4, 3, 2, 1};
    QTest::newRow("moved, removed and inserted at once") << QList<int>{8, 5, 3, 9, 1};
}

void TestPagedModel::refreshKeepsRowsThatStay()
{
    QFETCH(QList<int>, after);
    fill(5);
    m_model->setQuery({});
    const QPersistentModelIndex kept = m_model->index(2, 0); // id 3
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QStringList wanted;
    m_gateway->rows.clear();
    for (const int id : after) {
        m_gateway->rows.append(renewalRow(id, u"DRUG %1"_s.arg(id)));
        wanted += QString::number(id);
    }
    m_model->refresh();
    QCOMPARE(ids(*m_model), wanted);
    QCOMPARE(resets.count(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(items::IdRole).toInt(), 3);
}

void TestPagedModel::refreshFetchesAllLoadedPages()
{
    fill(500);
    m_model->setQuery({});
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 400);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_gateway->rows[350].drug = u"CHANGED"_s;
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 400);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 350);
}

void TestPagedModel::failedRefreshKeepsRows()
{
    fill(3);
    m_model->setQuery({});
    m_gateway->pageReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->error()->text, u"The service is away."_s);
    m_gateway->pageReplies.error.reset();
    m_model->refresh();
    QVERIFY(!m_model->error());
}

void TestPagedModel::failedQueryLeavesNoForeignRows()
{
    fill(3);
    m_model->setQuery({});
    m_gateway->pageReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    RenewalQuery other;
    other.view = u"external"_s;
    m_model->setQuery(other);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->error());
    QVERIFY(!m_model->isAnswered());
}

void TestPagedModel::droppedRequestIsAnError()
{
    fill(3);
    m_gateway->pageReplies.hold = true;
    m_model->setQuery({});
    m_gateway->pageReplies.drop();
    QTRY_VERIFY(m_model->error());
    QVERIFY(m_model->error()->code == ErrorCode::Cancelled);
    QVERIFY(!m_model->isLoading());
}

void TestPagedModel::refreshKeepsWhatIsBeyondItsReach()
{
    fill(2000);
    m_model->setQuery({});
    while (m_model->rowCount() < 1600)
        m_model->fetchMore({});
    const QPersistentModelIndex far = m_model->index(1500, 0);
    m_gateway->rows.remove(10, 3);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 1597);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(far.row(), 1497);
    m_model->fetchMore({}); // and it goes on where it was, without a gap or a double
    QStringList wanted;
    for (int i = 0; i < m_model->rowCount(); ++i)
        wanted += QString::number(m_gateway->rows[i].id.value);
    QCOMPARE(ids(*m_model).first(1597), wanted.first(1597));
}

void TestPagedModel::nothingInCommonKeepsNothing()
{
    fill(2400);
    m_model->setQuery({});
    while (m_model->rowCount() < 1200)
        m_model->fetchMore({});
    m_gateway->rows.remove(0, 1200); // all that is loaded is gone
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(m_model->row(0)->id.value, 1201);
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 1200);
    QCOMPARE(m_model->row(1199)->id.value, 2400);
}

void TestPagedModel::doublesAreShownOnce()
{
    // A row may move from one page to the next between two requests.
    m_gateway->rows = {renewalRow(1, u"A"_s), renewalRow(2, u"B"_s), renewalRow(1, u"A"_s)};
    m_model->setQuery({});
    QCOMPARE(ids(*m_model), (QStringList{u"1"_s, u"2"_s}));
}

void TestPagedModel::modelMayGoWhileItWaits()
{
    m_gateway->pageReplies.hold = true;
    m_model->setQuery({});
    m_tester.reset();
    m_model.reset();
    m_gateway->pageReplies.release(); // must not touch the model
    QCOMPARE(m_gateway->pageReplies.held(), 0);
}

QTEST_GUILESS_MAIN(TestPagedModel)
#include "tst_pagedmodel.moc"
