// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/qualityreport.h"

#include <QString>
#include <QStringList>

/// The quality of matching in words.
namespace renewal::items {

/// "99.4 %": one place where whole per cent would say too little.
QString finePercent(double share);
/// "94.0 to 100 %"
QString intervalText(const Interval &interval);
/// "Of 50 reviewed, 49 right: 94.0 to 100 %"; that nothing was reviewed, without anything.
QString reviewedText(const EstimatedShare &share);
/// "98.2 % (94.0 to 100 %)"; a dash without anything reviewed.
QString shareText(const EstimatedShare &share);
/// "98.5 %, margin 4"
QString thresholdText(const MatchingThreshold &threshold);
/// What moving to another threshold does, in one sentence.
QString previewText(const ThresholdPreview &preview);

QStringList partRow(const QualityPart &part, const QString &title);
/// The month in words, reviewed, right.
QStringList monthRow(const QualityPart &part);
QStringList calibrationRow(const CalibrationBin &bin);
QStringList thresholdRow(const ThresholdPoint &point);
QStringList effectRow(const ThresholdEffect &effect);

} // namespace renewal::items
