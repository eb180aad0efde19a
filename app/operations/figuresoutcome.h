// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

namespace renewal::operations {

/// What became of the rollout's figures in one import.
struct FiguresOutcome
{
    QStringList kept;     ///< titles that are measured otherwise in the store; none of the import went in
    QStringList replaced; ///< titles whose figures gave way, because that was asked for
    QSet<int> files;      ///< numbers of the import's files that hold figures

    /// Why a file of figures stayed out, and what to do about it; without titles when they are not known any
    /// more.
    QString keptText() const;
    /// Which figures gave way.
    QString replacedText() const;
};

} // namespace renewal::operations
