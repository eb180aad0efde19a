// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/queuegroups.h"

namespace renewal::items {

/// Keeps the group of a patient where it is while somebody works on it. What was done to one of its renewals
/// gives the others a new due time as a group, and with it another place in the queue: they would vanish
/// from under the hand. Any thread.
class QueueHold
{
public:
    /// These were acted on: their groups stay, without those that leave. Nothing is held where they are many.
    void hold(const QVector<Renewal> &acted);
    void release();
    bool isEmpty() const { return m_keys.isEmpty(); }
    bool holds(const Renewal &renewal) const { return m_keys.contains(QueueGroups::keyOf(renewal)); }

    /// `fresh` in the order it came in, but for the groups that are held: they stand behind what they stand
    /// behind in `present`, also when they are no part of `fresh`.
    QVector<Renewal> arranged(const QVector<Renewal> &fresh, const QueueGroups &present) const;

private:
    QVector<Renewal> partsOf(const QString &key, const QVector<Renewal> &fresh,
                             const QueueGroups &present) const;

    QSet<QString> m_keys;
    QSet<qint64> m_acted;
};

} // namespace renewal::items
