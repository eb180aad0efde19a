// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/importrepository.h"
#include "models/base/result.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Sets staged records aside that could be read but cannot be stored, each with its place and reason, and
/// corrects the counts of their files. Runs inside the apply transaction.
class ImportSetAside
{
public:
    ImportSetAside(store::Connection &connection, store::Import &import)
        : m_connection(connection)
        , m_import(import)
    {
    }

    /// Records of prescribers that their extract never named. Their files may be imported again once it did.
    Done addUnknown();
    /// Links to a care team that takes no messages, and those of a name that two people share.
    Done addUnsafeLinks();
    /// Links to a care team that a person refused, and those of a prescriber whose link came back to a
    /// person.
    Done addDecidedOtherwise();

private:
    struct Rule
    {
        QString table;
        QString joins; ///< after the staged row `s`
        QString where;
        QString reason; ///< %1 is the prescriber's id in the extract, %2 the extract
        bool mayComeLater = false;
    };

    Done add(const Rule &rule);

    store::Connection &m_connection;
    store::Import &m_import;
};

} // namespace renewal::operations
