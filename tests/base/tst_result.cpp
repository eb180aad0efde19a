// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/base/ids.h"
#include "models/base/result.h"

#include <QSet>
#include <QTest>

#include <memory>
#include <type_traits>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return failure(ErrorCode::InvalidInput, u"%1 is odd."_s.arg(number), u"half"_s);
    return number / 2;
}

Result<QString> quarter(int number)
{
    const auto once = half(number);
    if (!once)
        return failure(once.error());
    const auto twice = half(*once);
    if (!twice)
        return failure(twice.error());
    return QString::number(*twice);
}

} // namespace

/// Values or errors, the ids, and the clock that stands still.
class ResultTest : public QObject
{
    Q_OBJECT

private slots:
    void carriesTheValue();
    void carriesTheError();
    void passesErrorsOnUnchanged();
    void holdsWhatCannotBeCopied();
    void doneIsSuccessWithoutValue();
    void idsOfTwoKindsDoNotMix();
    void fixedClockAnswersInUtc();
    void printsErrorsWithTheirCode();
};

void ResultTest::carriesTheValue()
{
    const auto result = half(8);
    QVERIFY(result);
    QCOMPARE(*result, 4);
}

void ResultTest::carriesTheError()
{
    const auto result = half(3);
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::InvalidInput, u"3 is odd."_s, u"half"_s}));
}

void ResultTest::passesErrorsOnUnchanged()
{
    QCOMPARE(*quarter(8), u"2"_s);
    QCOMPARE(quarter(6).error().text, u"3 is odd."_s);
    QCOMPARE(quarter(7).error().text, u"7 is odd."_s);
}

void ResultTest::holdsWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    QVERIFY(result);
    const std::unique_ptr<int> taken = std::move(*result);
    QCOMPARE(*taken, 5);
}

void ResultTest::doneIsSuccessWithoutValue()
{
    const Done good = ok();
    QVERIFY(good);
    const Done bad = failure(ErrorCode::Unavailable, u"The service is away."_s);
    QVERIFY(!bad);
    QVERIFY(bad.error().detail.isEmpty());
}

void ResultTest::idsOfTwoKindsDoNotMix()
{
    static_assert(!std::is_convertible_v<RenewalId, PrescriberId>);
    static_assert(!std::is_convertible_v<qint64, RenewalId>);
    QVERIFY(!RenewalId{}.isValid());
    QVERIFY(!RenewalId{-1}.isValid());
    QVERIFY(RenewalId{1}.isValid());
    QVERIFY(RenewalId{1} < RenewalId{2});
    QSet<TriageTeamId> teams{{7}, {8}, {7}};
    QCOMPARE(teams.size(), 2);
    QVERIFY(teams.contains({8}));
}

void ResultTest::fixedClockAnswersInUtc()
{
    FixedClock clock(QDateTime::fromString(u"2026-01-15T08:00:00-04:00"_s, Qt::ISODate));
    QCOMPARE(clock.now().timeSpec(), Qt::UTC);
    QCOMPARE(clock.now().toString(Qt::ISODate), u"2026-01-15T12:00:00Z"_s);
    clock.set(clock.now().addDays(1));
    QCOMPARE(clock.now().date(), QDate(2026, 1, 16));
}

void ResultTest::printsErrorsWithTheirCode()
{
    QString text;
    QDebug(&text) << Error{ErrorCode::NotFound, u"No such team."_s, u"secret detail"_s};
    QCOMPARE(text.trimmed(), u"Error(not_found: No such team.)"_s);
}

QTEST_GUILESS_MAIN(ResultTest)
#include "tst_result.moc"
