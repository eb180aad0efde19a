// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/qualitytexts.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <cmath>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(QualityTexts)
};

/// Without the sign; certainty only where nothing is missing to it.
QString fineNumber(double share)
{
    const double percent = share * 100;
    const bool isWhole = percent <= 0 || percent >= 100;
    const double rounded = isWhole ? percent : std::min(99.9, std::round(percent * 10) / 10);
    return QLocale().toString(rounded, 'f', isWhole ? 0 : 1);
}

/// "Nov 2026" for "2026-11".
QString monthText(const QString &key)
{
    const QDate first = QDate::fromString(key + u"-01"_s, Qt::ISODate);
    return first.isValid() ? QLocale().toString(first, u"MMM yyyy"_s) : key;
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}
} // namespace

QString finePercent(double share)
{
    return Texts::tr("%1 %", "a percentage").arg(fineNumber(share));
}

QString intervalText(const Interval &interval)
{
    return Texts::tr("%1 to %2 %", "two percentages")
        .arg(fineNumber(interval.low), fineNumber(interval.high));
}

QString reviewedText(const EstimatedShare &share)
{
    if (share.reviewed == 0)
        return Texts::tr("Nothing has been reviewed yet.");
    return Texts::tr("Of %1 reviewed, %2 right: %3", "numbers, an interval")
        .arg(number(share.reviewed), number(share.right), intervalText(share.interval));
}

QString shareText(const EstimatedShare &share)
{
    if (share.reviewed == 0)
        return u"–"_s;
    return Texts::tr("%1 (%2)", "a percentage, its interval")
        .arg(finePercent(share.estimate), intervalText(share.interval));
}

QString thresholdText(const MatchingThreshold &threshold)
{
    return Texts::tr("%1 sure, %2 bits ahead of the second", "a percentage, a number")
        .arg(finePercent(threshold.probability), QLocale().toString(threshold.marginBits, 'g', 3));
}

QString previewText(const ThresholdPreview &preview)
{
    if (preview.added == 0 && preview.ended == 0)
        return Texts::tr("No link would change.");
    QStringList parts;
    if (preview.added > 0)
        parts += Texts::tr("Up to %1 links would be added", "a number").arg(number(preview.added));
    if (preview.ended > 0) {
        parts += preview.added > 0
                     ? Texts::tr("%1 would become suggestions", "a number").arg(number(preview.ended))
                     : Texts::tr("%1 links would become suggestions", "a number").arg(number(preview.ended));
    }
    return Texts::tr("%1, of %2 today.", "what would change, a number of links")
        .arg(parts.join(u", "_s), number(preview.links));
}

QStringList partRow(const QualityPart &part, const QString &title)
{
    return {title, number(part.links),
            part.prescribers > 0 ? finePercent(double(part.links) / double(part.prescribers)) : u"–"_s,
            number(part.precision.reviewed), shareText(part.precision)};
}

QStringList monthRow(const QualityPart &part)
{
    return {monthText(part.key), number(part.precision.reviewed), shareText(part.precision)};
}

QStringList calibrationRow(const CalibrationBin &bin)
{
    return {intervalText({bin.low, bin.high}), finePercent(bin.predicted), shareText(bin.found),
            number(bin.found.reviewed)};
}

QStringList thresholdRow(const ThresholdPoint &point)
{
    return {finePercent(point.threshold), shareText(point.precision), finePercent(point.coverage),
            number(point.precision.reviewed)};
}

QStringList effectRow(const ThresholdEffect &effect)
{
    return {effect.parentStation, number(effect.links), number(effect.added), number(effect.ended)};
}

} // namespace renewal::items
