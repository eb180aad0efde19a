// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/await.h"

namespace renewal::items {

using renewal::await;

} // namespace renewal::items
