// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/renewal.h"

#include <QByteArray>

namespace renewal::store {

class Connection;

/// Names patients without telling who they are: the same token for the same patient at the same parent
/// station and record system, made with a secret that stays in the database, so that nobody can try patient
/// keys out.
class PatientGroups
{
public:
    static Result<PatientGroups> of(Connection &connection);

    /// 16 hexadecimal digits. A renewal without a patient key is a group of its own.
    QString token(const Renewal &renewal) const;

private:
    explicit PatientGroups(QByteArray secret)
        : m_secret(std::move(secret))
    {
    }

    QByteArray m_secret;
};

} // namespace renewal::store
