// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace renewal::store {

class Connection;

/// "From here to commit() all or nothing." Nests: an inner one is a savepoint of the outer one. What is not
/// committed when the object dies is rolled back. Lives on the connection's thread.
///
/// \code
///   auto transaction = Transaction::begin(connection);
///   if (!transaction)
///       return failure(transaction.error());
///   ...
///   return transaction->commit();
/// \endcode
class Transaction
{
public:
    enum class Mode
    {
        Write, ///< takes SQLite's write lock at once, so that it cannot fail half way
        Read,  ///< several reads that see the same state
    };

    static Result<Transaction> begin(Connection &connection, Mode mode = Mode::Write);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// After an error the transaction is rolled back.
    Done commit();

private:
    Transaction(Connection &connection, int depth);
    void rollBack();

    Connection *m_connection; ///< null once committed, rolled back or moved from
    int m_depth;              ///< 1 for the outermost
};

} // namespace renewal::store
