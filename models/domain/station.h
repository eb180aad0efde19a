// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QString>

#include <compare>
#include <optional>

namespace renewal {

/// The electronic health record a prescription or care team lives in.
enum class EhrSystem
{
    VistA,
    OracleHealth,
};

/// The word in files and in our REST contract: "VISTA" or "ORACLE_HEALTH".
QString toString(EhrSystem ehr);
/// Also reads "OH", "CERNER" and the display forms; anything else is nullopt.
std::optional<EhrSystem> ehrSystemFromString(QStringView word);

/// A VA station number as delivered: three digits ("589"), with a division suffix ("589GR", "405HA"), or a
/// test pseudo-station ("979"). No correlation ever crosses a parent station.
class StationNumber
{
public:
    StationNumber() = default;
    /// Trims, upper-cases and drops a leading "vha_"; the result may be invalid.
    explicit StationNumber(QStringView text);

    /// Three digits, then at most three letters or digits.
    bool isValid() const;
    bool isEmpty() const { return m_text.isEmpty(); }
    /// "589GR"
    QString text() const { return m_text; }
    /// "589": the natural shard, first in every key.
    QString parent() const { return m_text.left(3); }
    /// "GR", or empty.
    QString division() const { return m_text.mid(3); }

    std::strong_ordering operator<=>(const StationNumber &other) const
    {
        return m_text.compare(other.m_text) <=> 0;
    }
    bool operator==(const StationNumber &other) const = default;

private:
    QString m_text;
};

/// One VA health care facility.
struct Station
{
    StationNumber number;
    QString name;
    QString healthCareSystemName;
    EhrSystem ehr = EhrSystem::VistA;
    QString timeZone;      ///< IANA name ("America/New_York"); empty when unknown
    bool ehrStated = true; ///< false: the source does not tell the EHR, `ehr` is only a default

    bool operator==(const Station &) const = default;
};

QDebug operator<<(QDebug debug, const StationNumber &station);

} // namespace renewal
