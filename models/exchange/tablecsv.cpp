// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/tablecsv.h"

#include "models/exchange/csv.h"

#include <QStringList>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
QByteArray line(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &field : fields)
        quoted.append(csvField(field));
    return quoted.join(u',').toUtf8() + "\r\n";
}
} // namespace

QByteArray auditCsv(const QVector<AuditEvent> &events, bool withHeader)
{
    QByteArray text;
    if (withHeader)
        text = line({u"entry"_s, u"at"_s, u"actor"_s, u"action"_s, u"subject"_s, u"note"_s, u"before"_s,
                     u"after"_s, u"hash"_s});
    for (const AuditEvent &event : events) {
        text += line({QString::number(event.sequence), event.at.toUTC().toString(Qt::ISODateWithMs),
                      event.actor, event.action, event.subject, event.note, event.before, event.after,
                      QString::fromLatin1(event.hash.toHex())});
    }
    return text;
}

QByteArray setAsideCsv(const QVector<SetAside> &items, bool withHeader)
{
    QByteArray text;
    if (withHeader)
        text = line({u"file"_s, u"place"_s, u"reason"_s});
    for (const SetAside &item : items)
        text += line({item.file, item.place, item.reason});
    return text;
}

} // namespace renewal::exchange
