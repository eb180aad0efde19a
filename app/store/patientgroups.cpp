// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientgroups.h"

#include "app/store/connection.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
constexpr int tokenLength = 16;
}

Result<PatientGroups> PatientGroups::of(Connection &connection)
{
    const auto secret =
        connection.first<QByteArray>(u"SELECT value FROM store_secret WHERE name = 'patient_group'"_s, {},
                                     [](const Row &row) { return row.text(0).toUtf8(); });
    if (!secret)
        return failure(secret.error());
    if (!*secret || (*secret)->isEmpty()) {
        return failure(ErrorCode::Integrity,
                       QCoreApplication::translate(
                           "store", "The database is damaged: a part of it is missing. Restore a backup."));
    }
    return PatientGroups(**secret);
}

QString PatientGroups::token(const Renewal &renewal) const
{
    const QString whose =
        renewal.patientKey.isEmpty()
            ? u"renewal\n%1"_s.arg(renewal.id.value)
            : QStringList{u"patient"_s, renewal.station.parent(), toString(renewal.ehr), renewal.patientKey}
                  .join(u'\n');
    const QByteArray code =
        QMessageAuthenticationCode::hash(whose.toUtf8(), m_secret, QCryptographicHash::Sha256);
    return QString::fromLatin1(code.toHex().left(tokenLength));
}

} // namespace renewal::store
