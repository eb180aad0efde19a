// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::ui {

/// Where a file dialog begins: the documents of the user, or the home folder where there is no such folder. A
/// dialog that is given a folder that is missing takes its name for that of the file.
QString documentsFolder();

} // namespace renewal::ui
