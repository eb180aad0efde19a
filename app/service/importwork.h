// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/jobrunner.h"
#include "models/base/ids.h"

namespace renewal::service {

struct Workplace;

/// The job that reads a closed upload. Whatever ends it (the end of the file, a fault, a stop, also one
/// before it began), the upload is settled and its pieces are deleted.
JobRunner::Work importWork(const Workplace &workplace, ImportId upload);

} // namespace renewal::service
