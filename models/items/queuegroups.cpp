// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuegroups.h"

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

QString QueueGroups::keyOf(const Renewal &renewal)
{
    // The token tells patients apart whose masked keys look alike.
    const QString patient =
        renewal.patientGroup.isEmpty() ? u"key "_s + renewal.patientKey : renewal.patientGroup;
    return patient + u'\n' + renewal.station.parent() + u'\n' + toString(renewal.ehr);
}

const Renewal *QueueGroups::renewal(qint64 id) const
{
    const auto it = m_renewals.constFind(id);
    return it == m_renewals.cend() ? nullptr : &*it;
}

const QueueGroups::Group *QueueGroups::group(qint64 heading) const
{
    const auto it = m_groups.constFind(heading);
    return it == m_groups.cend() ? nullptr : &*it;
}

bool QueueGroups::isFolded(qint64 heading) const
{
    const Group *found = group(heading);
    return found && m_folded.contains(found->key);
}

void QueueGroups::setFolded(qint64 heading, bool folded)
{
    const Group *found = group(heading);
    if (!found)
        return;
    if (folded)
        m_folded.insert(found->key);
    else
        m_folded.remove(found->key);
}

qint64 QueueGroups::headingAtEnd(const Renewal &renewal)
{
    const QString key = keyOf(renewal);
    if (!m_headings.isEmpty() && m_groups.value(m_headings.last()).key == key)
        return m_headings.last();
    // A patient whose renewals do not stand together gets a second heading: to pull them together would
    // move rows that somebody is looking at.
    const QString run = key + u'\n' + QString::number(++m_runs[key]);
    auto id = m_headingIds.find(run);
    if (id == m_headingIds.end())
        id = m_headingIds.insert(run, -1 - m_headingIds.size());
    m_headings.append(*id);
    m_groups.insert(*id, {key, {}});
    return *id;
}

void QueueGroups::arrange()
{
    m_headings.clear();
    m_runs.clear();
    for (const qint64 id : std::as_const(m_order)) {
        const qint64 heading = headingAtEnd(*renewal(id));
        m_groups[heading].parts.append(id);
        m_headingOf.insert(id, heading);
    }
}

QSet<qint64> QueueGroups::replace(const QVector<Renewal> &fresh, const QVector<qint64> &rest)
{
    QSet<qint64> changed;
    QSet<qint64> known;
    m_order.clear();
    for (const Renewal &renewal : fresh) {
        const qint64 id = renewal.id.value;
        if (known.contains(id))
            continue;
        known.insert(id);
        m_order.append(id);
        Renewal &held = m_renewals[id];
        if (!(held == renewal)) {
            held = renewal;
            changed.insert(id);
        }
    }
    for (const qint64 id : rest) {
        if (!known.contains(id) && m_renewals.contains(id))
            m_order.append(id);
    }
    const QHash<qint64, Group> before = m_groups;
    arrange();
    for (const qint64 heading : std::as_const(m_headings)) {
        if (!(before.value(heading) == m_groups.value(heading)))
            changed.insert(heading);
    }
    for (const qint64 id : QSet<qint64>(changed)) {
        if (!isHeading(id))
            changed.insert(m_headingOf.value(id)); // its due time, or how many are checked
    }
    return changed;
}

void QueueGroups::forgetOthers()
{
    const QSet<qint64> wanted(m_order.cbegin(), m_order.cend());
    const QSet<qint64> headings(m_headings.cbegin(), m_headings.cend());
    m_renewals.removeIf([&](const auto &it) { return !wanted.contains(it.key()); });
    m_headingOf.removeIf([&](const auto &it) { return !wanted.contains(it.key()); });
    m_groups.removeIf([&](const auto &it) { return !headings.contains(it.key()); });
}

QSet<qint64> QueueGroups::update(const QVector<Renewal> &renewals)
{
    QSet<qint64> changed;
    for (const Renewal &renewal : renewals) {
        const auto held = m_renewals.find(renewal.id.value);
        if (held == m_renewals.end() || *held == renewal)
            continue;
        *held = renewal;
        changed += {renewal.id.value, headingOf(renewal.id.value)};
    }
    return changed;
}

QueueGroups::Growth QueueGroups::append(const QVector<Renewal> &fresh)
{
    Growth growth;
    const qint64 last = m_headings.isEmpty() ? 0 : m_headings.last();
    for (const Renewal &renewal : fresh) {
        const qint64 id = renewal.id.value;
        if (m_renewals.contains(id))
            continue;
        const auto headings = m_headings.size();
        const qint64 heading = headingAtEnd(renewal);
        if (m_headings.size() > headings)
            growth.rows.append(heading);
        else if (heading == last)
            growth.grown = heading;
        m_order.append(id);
        m_renewals.insert(id, renewal);
        m_groups[heading].parts.append(id);
        m_headingOf.insert(id, heading);
        if (!isFolded(heading))
            growth.rows.append(id);
    }
    return growth;
}

QVector<qint64> QueueGroups::rows() const
{
    QVector<qint64> rows;
    rows.reserve(m_order.size() + m_headings.size());
    for (const qint64 heading : m_headings) {
        const Group &shown = *group(heading);
        rows.append(heading);
        if (!m_folded.contains(shown.key))
            rows += shown.parts;
    }
    return rows;
}

} // namespace renewal::items
