// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace renewal {

/// A row number of one kind. Two kinds do not mix: the compiler refuses a RenewalId where a
/// PrescriberId is wanted. Zero means "not stored yet".
template <class Tag>
struct Id
{
    qint64 value = 0;

    bool isValid() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

template <class Tag>
QDebug operator<<(QDebug debug, Id<Tag> id)
{
    return debug << id.value;
}

using RenewalId = Id<struct RenewalTag>;
using PrescriberId = Id<struct PrescriberTag>;
using PrescriptionRowId = Id<struct PrescriptionTag>;
using CorrelationId = Id<struct CorrelationTag>;
using ImportId = Id<struct ImportTag>;
using OutboxId = Id<struct OutboxTag>;
using SavedViewId = Id<struct SavedViewTag>;

/// The number Secure Messaging gives a care team (triageTeamId). It is Secure Messaging's own and
/// dies with the team at an Oracle Health cut-over.
using TriageTeamId = Id<struct TriageTeamTag>;

} // namespace renewal
