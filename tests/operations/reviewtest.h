// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/blindreview.h"
#include "app/operations/matching.h"
#include "app/operations/matchingthreshold.h"
#include "app/operations/qualityfigures.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/reviewrepository.h"
#include "models/rest/restquality.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QJsonDocument>

namespace renewal::testing {

using namespace renewal::operations;
using namespace Qt::StringLiterals;

/// Says of everybody what was stored: the sets that a test keeps.
class KeptEngine final : public correlation::Engine
{
public:
    QVector<CandidateSet> sets;
    QString version() const override { return u"evidence-1"_s; }
    QVector<CandidateSet> match(const correlation::StationInput &) const override { return sets; }
};

/// Links and suggestions to review, on either database.
class ReviewTest : public StoreTest
{
public:
    using StoreTest::StoreTest;

protected:
    static constexpr qint64 rightTeam = 7001;
    static constexpr qint64 otherTeam = 7002;

    /// Twelve links of matching (99 % and more) and eight suggestions (96 %).
    void fill();
    PrescriberId add(const QString &last, CorrelationStatus status, double probability,
                     double second = 0.001);
    Correlation current(PrescriberId id) { return *store::CorrelationRepository(connection()).current(id); }
    BlindReview review() { return BlindReview(connection(), m_clock); }
    MatchingThresholds thresholds() { return MatchingThresholds(connection()); }
    QVector<ReviewCase> cases() { return *store::ReviewRepository(connection()).cases(); }
    ReviewCase drawnCase(bool automatic)
    {
        for (const ReviewCase &one : cases()) {
            if (one.automatic == automatic && !one.verdict)
                return one;
        }
        return {};
    }
    QStringList actions()
    {
        QStringList words;
        for (const AuditEvent &event :
             store::AuditRepository(connection()).page({}).value_or(Page<AuditEvent>()).items)
            words += event.action;
        return words;
    }

    FixedClock m_clock{noon()};
    QVector<CandidateSet> m_sets;
    int m_added = 0;
};

inline PrescriberId ReviewTest::add(const QString &last, CorrelationStatus status, double probability,
                                    double second)
{
    const auto prescriber =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(last, u"A"_s), {});
    store::CorrelationRepository correlations(connection());
    const CandidateSet set{prescriber->id,
                           {{{rightTeam}, u"Zeta"_s, probability, {{u"surname"_s, 9, u"A rare name."_s}}},
                            {{otherTeam}, u"Alpha"_s, second, {}}},
                           1 - second - probability,
                           u"evidence-1"_s,
                           status == CorrelationStatus::Automatic,
                           {}};
    m_sets += set;
    auto next = correlations.current(prescriber->id);
    next->status = status;
    next->careTeam = {status == CorrelationStatus::Automatic ? rightTeam : 0};
    next->probability = probability;
    next->engineVersion = u"evidence-1"_s;
    next->validFrom = noon().addDays(-40);
    next->decidedBy = u"matching"_s;
    if (!correlations.storeCandidates({set}) ||
        !correlations.store(*next, {noon(), u"matching"_s, u"correlation.matched"_s, {}}))
        return {};
    return prescriber->id;
}

inline void ReviewTest::fill()
{
    m_sets.clear();
    store::CareTeamRepository teams(connection());
    VERIFY_OK(teams.upsert(sampleTeam(rightTeam, u"Zeta"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(otherTeam, u"Alpha"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(8001, u"Far away"_s, u"589"_s)));
    for (int i = 0; i < 12; ++i)
        QVERIFY(add(u"LINKED%1"_s.arg(QChar(u'A' + i)), CorrelationStatus::Automatic, i < 6 ? 0.987 : 0.9995)
                    .isValid());
    for (int i = 0; i < 8; ++i)
        QVERIFY(add(u"MAYBE%1"_s.arg(QChar(u'A' + i)), CorrelationStatus::Suggested, 0.96).isValid());
}

} // namespace renewal::testing
