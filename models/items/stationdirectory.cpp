// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/stationdirectory.h"

#include <algorithm>

namespace renewal::items {

StationDirectory::StationDirectory(const QVector<Station> &stations)
    : m_stations(stations)
{
    std::ranges::sort(m_stations, {}, [](const Station &station) { return station.number; });
    QHash<QString, qsizetype> firstOfParent;
    for (qsizetype i = 0; i < m_stations.size(); ++i) {
        const StationNumber &number = m_stations[i].number;
        m_byNumber.insert(number.text(), i);
        // A station known only by its divisions still has to be selectable.
        if (!firstOfParent.contains(number.parent())) {
            firstOfParent.insert(number.parent(), i);
            Station parent = m_stations[i];
            parent.number = StationNumber(number.parent());
            m_parents.append(parent);
        }
    }
}

const Station *StationDirectory::find(const StationNumber &number) const
{
    for (const QString &text : {number.text(), number.parent()}) {
        if (const auto it = m_byNumber.constFind(text); it != m_byNumber.cend())
            return &m_stations[*it];
    }
    return nullptr;
}

QString StationDirectory::name(const StationNumber &number) const
{
    const Station *station = find(number);
    return station ? station->name : QString();
}

QTimeZone StationDirectory::zone(const StationNumber &number) const
{
    const Station *station = find(number);
    const QTimeZone zone = station ? QTimeZone(station->timeZone.toLatin1()) : QTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace renewal::items
