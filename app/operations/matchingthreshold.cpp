// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/matchingthreshold.h"

#include "app/operations/qualityfigures.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/thresholdrepository.h"
#include "app/store/transaction.h"
#include "models/rest/restquality.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMap>

#include <cmath>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
constexpr double leastProbability = 0.5;
constexpr double mostProbability = 0.9999;
constexpr double mostMargin = 7;
constexpr qsizetype longestReason = 2000;

QString say(const char *text)
{
    return QCoreApplication::translate("MatchingThreshold", text);
}

MatchingThreshold programsOwn()
{
    const correlation::Policy policy;
    MatchingThreshold own;
    own.probability = policy.probability;
    own.marginBits = policy.marginBits;
    return own;
}

Done check(double probability, double marginBits)
{
    if (probability >= leastProbability && probability <= mostProbability && marginBits >= 0 &&
        marginBits <= mostMargin)
        return ok();
    return failure(
        ErrorCode::InvalidInput,
        say(QT_TRANSLATE_NOOP("MatchingThreshold",
                              "The threshold goes from 50 % to 99.99 %, the margin from 0 to 7.")));
}

bool isPast(const store::ThresholdRow &row, double probability, double marginBits)
{
    return row.best >= probability && row.best >= row.second * std::exp2(marginBits);
}

QString document(const MatchingThreshold &threshold)
{
    return QString::fromUtf8(QJsonDocument(toJson(threshold)).toJson(QJsonDocument::Compact));
}
} // namespace

Result<MatchingThreshold> MatchingThresholds::present()
{
    const auto stored = store::ThresholdRepository(m_connection).newest();
    if (!stored)
        return stored;
    return stored->version > 0 ? *stored : programsOwn();
}

Result<correlation::Policy> MatchingThresholds::policy()
{
    const auto holds = present();
    if (!holds)
        return failure(holds.error());
    correlation::Policy policy;
    policy.probability = holds->probability;
    policy.marginBits = holds->marginBits;
    return policy;
}

Result<QVector<MatchingThreshold>> MatchingThresholds::history()
{
    auto all = store::ThresholdRepository(m_connection).history();
    if (all)
        all->append(programsOwn());
    return all;
}

Result<ThresholdPreview> MatchingThresholds::preview(double probability, double marginBits)
{
    if (const Done good = check(probability, marginBits); !good)
        return failure(good.error());
    auto transaction = store::Transaction::begin(m_connection, store::Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto holds = present();
    if (!holds)
        return failure(holds.error());
    ThresholdPreview preview;
    preview.present = *holds;
    QMap<QString, ThresholdEffect> stations;
    const Done read =
        store::ThresholdRepository(m_connection)
            .each(std::min(probability, holds->probability), [&](const store::ThresholdRow &row) {
                ThresholdEffect &effect = stations[row.parentStation];
                const bool would = isPast(row, probability, marginBits);
                const bool does = isPast(row, holds->probability, holds->marginBits);
                effect.links += row.linked ? 1 : 0;
                effect.ended += row.linked && !would ? 1 : 0;
                // Past the present threshold and not linked: something else keeps it.
                effect.added += !row.linked && would && !does ? 1 : 0;
            });
    if (!read)
        return failure(read.error());
    for (auto effect = stations.begin(); effect != stations.end(); ++effect) {
        effect->parentStation = effect.key();
        preview.links += effect->links;
        preview.added += effect->added;
        preview.ended += effect->ended;
        if (effect->added + effect->ended > 0)
            preview.stations.append(*effect);
    }
    const auto estimate = QualityFigures(m_connection).atThreshold(probability);
    if (!estimate)
        return failure(estimate.error());
    preview.precision = estimate->precision;
    preview.coverage = estimate->coverage;
    return preview;
}

Result<MatchingThreshold> MatchingThresholds::set(const MatchingThreshold &wanted, const QString &actor,
                                                  const Clock &clock)
{
    if (const Done good = check(wanted.probability, wanted.marginBits); !good)
        return failure(good.error());
    const QString reason = wanted.reason.trimmed();
    if (reason.isEmpty() || reason.size() > longestReason) {
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("MatchingThreshold",
                                             "Say why the threshold moves, in up to 2,000 characters.")));
    }
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto before = present();
    if (!before)
        return before;
    if (before->version != wanted.version) {
        return failure(ErrorCode::PreconditionFailed,
                       say(QT_TRANSLATE_NOOP("MatchingThreshold",
                                             "%1 moved the threshold in the meantime. Look at the present "
                                             "one, then decide again."))
                           .arg(before->setBy));
    }
    const MatchingThreshold after{
        before->version + 1, wanted.probability, wanted.marginBits, actor, clock.now(), reason};
    if (const Done done = store::ThresholdRepository(m_connection).add(after); !done)
        return failure(done.error());
    const QString subject = u"matching/threshold"_s;
    if (const Done done = store::ChangeRepository(m_connection).add(u"review"_s, subject); !done)
        return failure(done.error());
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    after.setAt,
                                    actor,
                                    u"matching.threshold_set"_s,
                                    subject,
                                    document(*before),
                                    document(after),
                                    reason,
                                    {},
                                    {}});
    if (!entry)
        return failure(entry.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return after;
}

} // namespace renewal::operations
