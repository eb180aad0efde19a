// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/queryreader.h"
#include "models/domain/renewalfilter.h"

namespace renewal::service {

RenewalFilter readFilter(QueryReader &reader);
RenewalSort readSort(QueryReader &reader);

} // namespace renewal::service
