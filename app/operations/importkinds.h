// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/filereader.h"

#include <QString>

namespace renewal::operations {

/// Why files of this kind are not imported, one sentence; empty when they are. Reads the file when it is an
/// upstream's error answer, to tell what went wrong there.
QString refusal(const upstream::FileReader &reader);

} // namespace renewal::operations
