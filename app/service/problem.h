// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/answer.h"
#include "models/base/error.h"
#include "models/rest/restproblem.h"

namespace renewal::service {

/// The one place where domain errors become HTTP statuses.
int statusFor(ErrorCode code);

/// An error as a problem document. A 412 carries the present state in "present"; the error's detail stays
/// in the log.
Answer problemAnswer(const Error &error);
/// Fields that make no sense: 422 for those of a body, 400 for those of an address.
Answer problemAnswer(const QVector<rest::FieldError> &errors, int status = 422);
/// A problem of the transport itself, by its status.
Answer problemAnswer(int status, const QString &detail);

} // namespace renewal::service
