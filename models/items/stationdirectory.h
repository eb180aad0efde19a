// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/station.h"

#include <QHash>
#include <QString>
#include <QTimeZone>
#include <QVector>

namespace renewal::items {

/// The known stations by number: names for people, and the zone in which their times are told.
class StationDirectory
{
public:
    StationDirectory() = default;
    explicit StationDirectory(const QVector<Station> &stations);

    /// Parent stations only, by number.
    QVector<Station> parents() const { return m_parents; }
    /// "Dayton VA Medical Center"; empty when unknown. A division falls back to its parent.
    QString name(const StationNumber &number) const;
    /// UTC when unknown.
    QTimeZone zone(const StationNumber &number) const;

private:
    const Station *find(const StationNumber &number) const;

    QVector<Station> m_stations;
    QVector<Station> m_parents;
    QHash<QString, qsizetype> m_byNumber;
};

} // namespace renewal::items
