// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace renewal::house {

/// One source file as the rules see it.
struct SourceFile
{
    QString path; ///< relative to the repository root, with forward slashes
    QString text;
};

/// What is wrong with the file, one sentence each; empty when it keeps the rules of ARCHITECTURE.md.
QStringList brokenRules(const SourceFile &file);

} // namespace renewal::house
