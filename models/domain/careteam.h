// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/station.h"

#include <QDebug>
#include <QString>

namespace renewal {

/// A care team (triage group): a recipient in Secure Messaging. Field words are those of
/// /my_health/v1/messaging/allrecipients (contracts.md 2.2). Group types are open sets, so texts.
struct CareTeam
{
    TriageTeamId triageTeamId;
    QString name; ///< raw administrator's text, symbols and all
    StationNumber station;
    EhrSystem ehr = EhrSystem::VistA; ///< from ohTriageGroup
    bool blocked = false;             ///< blockedStatus: the patient may not write to it
    bool preferred = false;           ///< on the patient's contact list
    bool migratingToOh = false;
    bool signatureRequired = false;
    QString relationType;
    QString leadProviderName; ///< "Last, First" or empty
    QString locationName;
    QString teamName;
    QString suggestedNameDisplay;
    QString healthCareSystemName;
    QString groupType;           ///< groupTypeEnumVal, "PRIMARY_CARE"
    QString subGroupType;        ///< subGroupTypeEnumVal
    QString groupTypeDisplay;    ///< groupTypePatientDisplay, "Primary Care"
    QString subGroupTypeDisplay; ///< subGroupTypePatientDisplay

    /// The plain-language name where a site filled it, else the raw one.
    QString shownName() const { return suggestedNameDisplay.isEmpty() ? name : suggestedNameDisplay; }
    bool operator==(const CareTeam &) const = default;
};

QDebug operator<<(QDebug debug, const CareTeam &team);

} // namespace renewal
