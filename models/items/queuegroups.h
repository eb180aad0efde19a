// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <optional>

namespace renewal::items {

/// The loaded renewals of the queue, put into groups: one for each run of renewals of the same patient at the
/// same parent station in the same record system. A group that is folded shows its heading only.
///
/// Rows are told by id: a positive one is a renewal's, a negative one belongs to the heading of a group and
/// stays the same as long as the group is there, so that views keep their place.
class QueueGroups
{
public:
    struct Group
    {
        QString key;           ///< the patient at the station; nothing to show
        QVector<qint64> parts; ///< renewal ids in their order

        bool operator==(const Group &) const = default;
    };

    /// What tells a patient's renewals at a station from others.
    static QString keyOf(const Renewal &renewal);
    static bool isHeading(qint64 id) { return id < 0; }

    /// All loaded renewals anew: these, and behind them those of `rest`, which must be known. What was known
    /// and is no longer wanted can still be asked for until forgetOthers(). Returns the ids, headings too,
    /// that now have another content.
    QSet<qint64> replace(const QVector<Renewal> &fresh, const QVector<qint64> &rest);
    void forgetOthers();
    /// Takes another state of renewals that are there; unknown ones are ignored. Returns as replace().
    QSet<qint64> update(const QVector<Renewal> &renewals);

    struct Growth
    {
        qint64 grown = 0;     ///< heading of the last group, when it goes on; else 0
        QVector<qint64> rows; ///< what is shown of the new ones
    };
    /// What follows those loaded; known ones are left out.
    Growth append(const QVector<Renewal> &fresh);

    /// Everything that is shown, from top to bottom.
    QVector<qint64> rows() const;
    /// The loaded renewals in their order.
    QVector<qint64> order() const { return m_order; }

    const Renewal *renewal(qint64 id) const;
    const Group *group(qint64 heading) const;
    /// Of the group a renewal is in; 0 when unknown.
    qint64 headingOf(qint64 renewal) const { return m_headingOf.value(renewal); }

    bool isFolded(qint64 heading) const;
    void setFolded(qint64 heading, bool folded);

private:
    void arrange();
    /// The group that a renewal at the end belongs to; begins one where there is none.
    qint64 headingAtEnd(const Renewal &renewal);

    QVector<qint64> m_order;
    QHash<qint64, Renewal> m_renewals;
    QVector<qint64> m_headings; ///< in their order
    QHash<qint64, Group> m_groups;
    QHash<qint64, qint64> m_headingOf;
    QHash<QString, qint64> m_headingIds; ///< by key and number of the run, so that they stay the same
    QHash<QString, int> m_runs;          ///< how many runs a key has
    QSet<QString> m_folded;              ///< keys
};

} // namespace renewal::items
