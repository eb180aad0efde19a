// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shelloptions.h"

#include <QStringList>

namespace renewal::ui {

/// What one does at a place, in a few sentences: one paragraph each.
QStringList helpTexts(WorkspaceId id);

} // namespace renewal::ui
