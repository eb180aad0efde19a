// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/audit.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace renewal {

namespace {
void addText(QCryptographicHash &hash, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const quint64 length = qToBigEndian(static_cast<quint64>(utf8.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&length), sizeof length));
    hash.addData(utf8);
}
} // namespace

QByteArray auditHash(const AuditEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(event.previousHash);
    addText(hash, QString::number(event.sequence));
    addText(hash, event.at.toUTC().toString(Qt::ISODateWithMs));
    for (const QString &text :
         {event.actor, event.action, event.subject, event.before, event.after, event.note})
        addText(hash, text);
    return hash.result();
}

} // namespace renewal
