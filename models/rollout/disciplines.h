// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace renewal::rollout {

/// Whose word a new stage needs, as stable words in the order of the release plan: "product", "engineering",
/// "ux_research", "depo_octo", "qa".
QStringList disciplines();
/// "UX and research"; the word itself when it is none of ours.
QString disciplineTitle(const QString &discipline);

} // namespace renewal::rollout
