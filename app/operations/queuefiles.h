// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/renewal.h"
#include "models/gateway/reportsgateway.h"

#include <QString>

#include <limits>
#include <memory>

namespace renewal::operations {

/// A file that renewals are written to one after the other. Instants are UTC, numbers are numbers, texts are
/// never formulas. What fails is told by close(); one that is not closed is not whole.
class QueueFile
{
public:
    static std::unique_ptr<QueueFile> open(ExportFormat format, const QString &path);
    virtual ~QueueFile() = default;

    /// The most renewals that fit.
    virtual qint64 most() const { return std::numeric_limits<qint64>::max(); }
    /// How many the view holds.
    virtual void setTotal(qint64) {}
    virtual void add(const Renewal &renewal) = 0;
    virtual Done close() = 0;

    /// On a sheet of paper nobody reads more.
    static constexpr qint64 mostRows = 2000;
};

} // namespace renewal::operations
