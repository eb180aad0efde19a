// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuehold.h"

#include <algorithm>

namespace renewal::items {

namespace {
/// Who acts on more patients at once is not at work on one of them.
constexpr qsizetype mostHeld = 8;

qsizetype placeOf(const QVector<Renewal> &renewals, qint64 id)
{
    const auto it =
        std::ranges::find_if(renewals, [id](const Renewal &renewal) { return renewal.id.value == id; });
    return it == renewals.cend() ? -1 : it - renewals.cbegin();
}

/// Behind the nearest one above that is still there, and the rest of that one's group.
qsizetype placeBehind(const QVector<Renewal> &rows, const QVector<qint64> &order, qsizetype from)
{
    for (qsizetype i = from - 1; i >= 0; --i) {
        qsizetype place = placeOf(rows, order[i]);
        if (place < 0)
            continue;
        const QString key = QueueGroups::keyOf(rows[place]);
        while (place < rows.size() && QueueGroups::keyOf(rows[place]) == key)
            ++place;
        return place;
    }
    return 0;
}
} // namespace

void QueueHold::hold(const QVector<Renewal> &acted)
{
    for (const Renewal &renewal : acted) {
        m_keys.insert(QueueGroups::keyOf(renewal));
        m_acted.insert(renewal.id.value);
        if (m_keys.size() > mostHeld)
            return release();
    }
}

void QueueHold::release()
{
    m_keys.clear();
    m_acted.clear();
}

QVector<Renewal> QueueHold::partsOf(const QString &key, const QVector<Renewal> &fresh,
                                    const QueueGroups &present) const
{
    QVector<Renewal> parts;
    for (const Renewal &renewal : fresh) {
        if (QueueGroups::keyOf(renewal) == key)
            parts.append(renewal);
    }
    const QVector<qint64> order = present.order();
    for (const qint64 id : order) {
        const Renewal &known = *present.renewal(id);
        // What was acted on and did not come again has left; the others lie further down now.
        if (QueueGroups::keyOf(known) == key && !m_acted.contains(id) && placeOf(parts, id) < 0)
            parts.append(known);
    }
    std::ranges::stable_sort(parts, {}, &Renewal::dueAt);
    return parts;
}

QVector<Renewal> QueueHold::arranged(const QVector<Renewal> &fresh, const QueueGroups &present) const
{
    QVector<Renewal> rows = fresh;
    const QVector<qint64> order = present.order();
    QSet<QString> placed;
    for (qsizetype i = 0; i < order.size() && i <= fresh.size(); ++i) {
        const QString key = QueueGroups::keyOf(*present.renewal(order[i]));
        if (!m_keys.contains(key) || placed.contains(key))
            continue;
        placed.insert(key);
        const QVector<Renewal> parts = partsOf(key, fresh, present);
        rows.removeIf([&](const Renewal &renewal) { return QueueGroups::keyOf(renewal) == key; });
        qsizetype place = placeBehind(rows, order, i);
        for (const Renewal &part : parts)
            rows.insert(place++, part);
    }
    return rows;
}

} // namespace renewal::items
