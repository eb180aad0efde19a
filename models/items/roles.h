// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace renewal::items {

/// What a state means for the reader. The theme gives each its colours; a word always stands beside it.
enum class Tone
{
    Neutral,
    Info,
    Good,
    Caution,
    Bad,
};

/// Roles shared by all models here. The three texts of a cell are Qt::DisplayRole (shown), SortRole (raw
/// value) and Qt::AccessibleTextRole (spoken: header and value, and words where the cell is empty).
enum Role
{
    SortRole = Qt::UserRole + 1,
    ToneRole,        ///< int of Tone: the cell is a chip
    SecondLineRole,  ///< QString: a quieter line under the first
    ProbabilityRole, ///< double, 0 to 1: the cell has a bar
    QuietRole,       ///< bool: less important text
    StrongRole,      ///< bool: emphasised text
    IdRole,          ///< qint64 or QString: what identifies the row
    HeadingRole,     ///< bool: the row is a heading, not an item
    ChosenRole,      ///< bool: the one of an exclusive set that is chosen
};

} // namespace renewal::items
