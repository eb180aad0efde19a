// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cutover.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const CutOver &cutOver);
Done fromJson(const QJsonValue &value, CutOver &cutOver);

/// {parentStation, date, note}
QJsonObject toJson(const CutOverEntry &entry);
QVector<rest::FieldError> readCutOverEntry(const QJsonValue &value, CutOverEntry &entry);

QJsonObject toJson(const CutOverEffect &effect);
Done fromJson(const QJsonValue &value, CutOverEffect &effect);

QJsonObject toJson(const CrosswalkProblem &problem);
Done fromJson(const QJsonValue &value, CrosswalkProblem &problem);
QJsonObject toJson(const CrosswalkReport &report);
Done fromJson(const QJsonValue &value, CrosswalkReport &report);

QJsonObject toJson(const PoolChoice &choice);
Done fromJson(const QJsonValue &value, PoolChoice &choice);
/// The body of POST /cut-overs/{id}/choices: {version, choices: [{oldTeam, pool}]}; a pool of null is none.
QVector<rest::FieldError> readConfirmation(const QJsonValue &value, qint64 &version,
                                           QVector<PoolChoice> &choices);
/// The same without pools, for POST /cut-overs/{id}/choices/undo.
QVector<rest::FieldError> readChoices(const QJsonValue &value, qint64 &version, QVector<PoolChoice> &choices);

QJsonObject toJson(const PoolProposal &proposal);
Done fromJson(const QJsonValue &value, PoolProposal &proposal);
QJsonObject toJson(const CutOverTeam &team);
Done fromJson(const QJsonValue &value, CutOverTeam &team);
QJsonObject toJson(const CutOverReview &review);
Done fromJson(const QJsonValue &value, CutOverReview &review);

QJsonObject toJson(const CutOverOutcome &outcome);
Done fromJson(const QJsonValue &value, CutOverOutcome &outcome);

} // namespace renewal
