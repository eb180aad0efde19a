// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/metricrepository.h"
#include "tests/operations/importsupport.h"
#include "tests/support/storetest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace renewal;
using namespace renewal::testing;
using namespace renewal::operations;
using namespace Qt::StringLiterals;

/// The go or no-go figures of a rollout: those of another region never take their place by themselves.
class TestImportFigures : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void figuresOfAnotherRegionStayOut();
    void theyGoInWhenThatIsSaid();
    void laterFiguresOfTheSameSourceGoIn();
    void allFiguresOfAnImportOrNone();
    void recordSaysWhatBecameOfThem();

private:
    /// Hours 0 to `hours` of the metric, `errors` each, at the station of `station` too.
    static QByteArray file(const QString &metric, double errors, const QString &station, int hours = 100);
    Result<ImportResult> import(const QList<QPair<QString, QByteArray>> &files, bool mayReplace = false);
    double sum(const QString &key);
    QStringList keys();
};

QByteArray TestImportFigures::file(const QString &metric, double errors, const QString &station, int hours)
{
    const qint64 begin = QDateTime(QDate(2026, 2, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    QJsonArray points;
    for (int hour = 0; hour <= hours; ++hour)
        points.append(QJsonArray{double(begin + hour * 3'600'000LL), errors});
    const auto series = [&](const QString &name, const QString &scope) {
        return QJsonObject{{u"metric"_s, name},
                           {u"display_name"_s, u"Send errors"_s},
                           {u"scope"_s, scope},
                           {u"pointlist"_s, points}};
    };
    return QJsonDocument(QJsonObject{{u"status"_s, u"ok"_s},
                                     {u"res_type"_s, u"time_series"_s},
                                     {u"query"_s, u"sum:"_s + metric},
                                     {u"series"_s, QJsonArray{series(metric, u"*"_s),
                                                              series(metric + u'.' + station,
                                                                     u"station_number:"_s + station)}}})
        .toJson();
}

Result<ImportResult> TestImportFigures::import(const QList<QPair<QString, QByteArray>> &files,
                                               bool mayReplace)
{
    ImportFolder folder;
    FixedClock clock{importTime()};
    ImportRequest request;
    request.name = u"region"_s;
    request.replaceFigures = mayReplace;
    for (const auto &[name, bytes] : files) {
        folder.writeBytes(name, bytes);
        request.files.append({folder.path(name), name});
    }
    return Importer(connection(), clock).run(request);
}

double TestImportFigures::sum(const QString &key)
{
    const auto series = store::MetricRepository(connection()).find(key, {}, {});
    double sum = 0;
    for (const MetricPoint &point : series ? series->points : QVector<MetricPoint>())
        sum += point.value.value_or(0);
    return sum;
}

QStringList TestImportFigures::keys()
{
    QStringList keys;
    const auto all = store::MetricRepository(connection()).list();
    for (const MetricSeries &series : all ? *all : QVector<MetricSeries>())
        keys.append(series.key);
    keys.sort();
    return keys;
}

void TestImportFigures::figuresOfAnotherRegionStayOut()
{
    VERIFY_OK(import({{u"a.json"_s, file(u"errors"_s, 2, u"552"_s)}}));
    QCOMPARE(sum(u"errors"_s), 202.0);
    const auto other = import({{u"b.json"_s, file(u"errors"_s, 1, u"668"_s)}});
    VERIFY_OK(other);
    QCOMPARE(toString(other->files[0].outcome), u"figures_kept"_s);
    QVERIFY2(other->files[0].reason.contains(u"Send errors"), qPrintable(other->files[0].reason));
    QVERIFY2(other->summary().contains(u"not touched"), qPrintable(other->summary()));
    QCOMPARE(sum(u"errors"_s), 202.0);
    QCOMPARE(keys(), QStringList({u"errors"_s, u"errors.552"_s})); // nor are its stations added to the others
}

void TestImportFigures::theyGoInWhenThatIsSaid()
{
    VERIFY_OK(import({{u"a.json"_s, file(u"errors"_s, 2, u"552"_s)}}));
    const QByteArray others = file(u"errors"_s, 1, u"668"_s, 90);
    VERIFY_OK(import({{u"b.json"_s, others}}));
    // The same file once more: it was not taken, so it is not "already imported".
    const auto replaced = import({{u"b.json"_s, others}}, true);
    VERIFY_OK(replaced);
    QCOMPARE(toString(replaced->files[0].outcome), u"taken"_s);
    QCOMPARE(replaced->files[0].notes,
             QStringList{u"The rollout's figures of Send errors were replaced by those of this import."_s});
    QCOMPARE(sum(u"errors"_s), 91.0); // nothing of the old ones is left beside them
    QCOMPARE(keys(), QStringList({u"errors"_s, u"errors.668"_s}));
}

void TestImportFigures::laterFiguresOfTheSameSourceGoIn()
{
    VERIFY_OK(import({{u"a.json"_s, file(u"errors"_s, 2, u"552"_s)}}));
    const auto later = import({{u"a.json"_s, file(u"errors"_s, 2, u"552"_s, 149)}});
    VERIFY_OK(later);
    QCOMPARE(toString(later->files[0].outcome), u"taken"_s);
    QCOMPARE(later->files[0].notes, QStringList());
    QCOMPARE(sum(u"errors"_s), 300.0);
}

void TestImportFigures::allFiguresOfAnImportOrNone()
{
    VERIFY_OK(import({{u"a.json"_s, file(u"errors"_s, 2, u"552"_s)}}));
    const auto other =
        import({{u"b.json"_s, file(u"errors"_s, 1, u"668"_s)}, {u"c.json"_s, file(u"sent"_s, 1, u"668"_s)}});
    VERIFY_OK(other);
    QCOMPARE(toString(other->files[1].outcome), u"figures_kept"_s);
    QCOMPARE(keys(), QStringList({u"errors"_s, u"errors.552"_s}));
}

void TestImportFigures::recordSaysWhatBecameOfThem()
{
    VERIFY_OK(import({{u"a.json"_s, file(u"errors"_s, 2, u"552"_s)}}));
    VERIFY_OK(import({{u"b.json"_s, file(u"errors"_s, 1, u"668"_s)}}, true));
    const QString after =
        value(connection(), u"SELECT after_state FROM audit ORDER BY sequence DESC LIMIT 1"_s);
    QVERIFY2(after.contains(u"\"figuresReplaced\":[\"Send errors\""), qPrintable(after));
}

RENEWAL_STORE_TEST_MAIN(TestImportFigures)
#include "tst_importfigures.moc"
