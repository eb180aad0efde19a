// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/window.h"

#include <QLocale>

namespace renewal::renewability {

using namespace Qt::StringLiterals;

QDateTime windowStart(const QDateTime &now)
{
    return now.addSecs(-qint64(renewalWindowDays) * 24 * 60 * 60);
}

QDateTime instantFromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() == 7)
        return instantFromText(trimmed + u"-01"_s);
    if (trimmed.size() == 10) {
        const QDate day = QDate::fromString(trimmed, Qt::ISODate);
        return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime();
    }
    QDateTime instant = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (instant.isValid() && instant.timeSpec() == Qt::LocalTime)
        instant.setTimeSpec(Qt::UTC);
    return instant.toUTC();
}

QString dayText(const QDate &day)
{
    return QLocale::c().toString(day, u"MMM d, yyyy");
}

} // namespace renewal::renewability
