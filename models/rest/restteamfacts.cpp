// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restteamfacts.h"

#include <QJsonObject>

namespace renewal::rest {

using namespace Qt::StringLiterals;

QJsonArray sharedPatientsJson(const PrescriberDetail &detail)
{
    QJsonArray list;
    for (auto it = detail.sharedPatients.cbegin(); it != detail.sharedPatients.cend(); ++it) {
        list.append(QJsonObject{{u"triageTeamId"_s, it.key()},
                                {u"patients"_s, it.value()},
                                {u"teamPatients"_s, detail.teamPatients.value(it.key())}});
    }
    return list;
}

void readSharedPatients(const QJsonValue &value, PrescriberDetail &detail)
{
    const QJsonArray list = value.toArray();
    for (const auto &one : list) {
        const qint64 team = one["triageTeamId"_L1].toInteger();
        detail.sharedPatients.insert(team, one["patients"_L1].toInteger());
        detail.teamPatients.insert(team, one["teamPatients"_L1].toInteger());
    }
}

QJsonArray otherPrescribersJson(const PrescriberDetail &detail)
{
    QJsonArray list;
    for (auto it = detail.otherPrescribers.cbegin(); it != detail.otherPrescribers.cend(); ++it) {
        list.append(QJsonObject{{u"triageTeamId"_s, it.key()},
                                {u"total"_s, it.value().total},
                                {u"names"_s, QJsonArray::fromStringList(it.value().names)}});
    }
    return list;
}

void readOtherPrescribers(const QJsonValue &value, PrescriberDetail &detail)
{
    const QJsonArray list = value.toArray();
    for (const auto &one : list) {
        TeamPrescribers others;
        others.total = one["total"_L1].toInteger();
        const QJsonArray names = one["names"_L1].toArray();
        for (const auto &name : names)
            others.names.append(name.toString());
        detail.otherPrescribers.insert(one["triageTeamId"_L1].toInteger(), others);
    }
}

} // namespace renewal::rest
