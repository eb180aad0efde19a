// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/qualityreport.h"
#include "models/domain/review.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const ReviewSample &sample);
Done fromJson(const QJsonValue &value, ReviewSample &sample);

QJsonObject toJson(const OpenReview &review);
Done fromJson(const QJsonValue &value, OpenReview &review);

QJsonObject toJson(const BlindCase &blind);
Done fromJson(const QJsonValue &value, BlindCase &blind);

/// The body of PUT .../verdict: {verdict, triageTeamId, note}.
QJsonObject toJson(const ReviewAnswer &answer);
QVector<rest::FieldError> readReviewAnswer(const QJsonValue &value, ReviewAnswer &answer);

QJsonObject toJson(const ReviewOutcome &outcome);
Done fromJson(const QJsonValue &value, ReviewOutcome &outcome);

QJsonObject toJson(const EstimatedShare &share);
Done fromJson(const QJsonValue &value, EstimatedShare &share);

QJsonObject toJson(const CalibrationBin &bin);
Done fromJson(const QJsonValue &value, CalibrationBin &bin);

QJsonObject toJson(const ThresholdPoint &point);
Done fromJson(const QJsonValue &value, ThresholdPoint &point);

QJsonObject toJson(const QualityPart &part);
Done fromJson(const QJsonValue &value, QualityPart &part);

QJsonObject toJson(const QualityReport &report);
Done fromJson(const QJsonValue &value, QualityReport &report);

QJsonObject toJson(const MatchingThreshold &threshold);
Done fromJson(const QJsonValue &value, MatchingThreshold &threshold);
/// The body of PUT /matching/threshold: {probability, marginBits, reason}.
QVector<rest::FieldError> readThreshold(const QJsonValue &value, MatchingThreshold &threshold);

QJsonObject toJson(const ThresholdEffect &effect);
Done fromJson(const QJsonValue &value, ThresholdEffect &effect);

QJsonObject toJson(const ThresholdPreview &preview);
Done fromJson(const QJsonValue &value, ThresholdPreview &preview);

} // namespace renewal
