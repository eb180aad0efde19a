// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace renewal::renewability {

/// Gives the free functions of this folder a tr() that translators' tools find.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Renewability)
};

} // namespace renewal::renewability
