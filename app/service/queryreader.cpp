// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/queryreader.h"

#include "app/service/problem.h"
#include "models/domain/station.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}
} // namespace

QString QueryReader::text(const QString &name, qsizetype longest)
{
    return decoded(name, m_query.queryItemValue(name, QUrl::FullyEncoded), longest);
}

QStringList QueryReader::texts(const QString &name, qsizetype most, qsizetype longest)
{
    QStringList values;
    const QStringList raw = m_query.allQueryItemValues(name, QUrl::FullyEncoded);
    for (const QString &one : raw) {
        if (const QString value = decoded(name, one, longest); !value.isEmpty())
            values.append(value);
    }
    if (values.size() > most) {
        m_errors.append(
            {name, say(QT_TRANSLATE_NOOP("Service", "There are more than %1 values.")).arg(most)});
        return {};
    }
    return values;
}

QString QueryReader::decoded(const QString &name, const QString &raw, qsizetype longest)
{
    // In a query a plus stands for a space; QUrlQuery leaves it.
    const QByteArray encoded = QString(raw).replace(u'+', u' ').toLatin1();
    const QString value = QString::fromUtf8(QByteArray::fromPercentEncoding(encoded)).trimmed();
    if (value.size() > longest || value.contains(QChar(0))) {
        m_errors.append({name, say(QT_TRANSLATE_NOOP("Service", "The text is too long."))});
        return {};
    }
    return value;
}

qint64 QueryReader::integer(const QString &name, qint64 otherwise, qint64 smallest, qint64 largest)
{
    const QString value = text(name);
    if (value.isEmpty())
        return otherwise;
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && number >= smallest && number <= largest)
        return number;
    m_errors.append({name, say(QT_TRANSLATE_NOOP("Service", "A whole number from %1 to %2 is expected."))
                               .arg(smallest)
                               .arg(largest)});
    return otherwise;
}

QDateTime QueryReader::instant(const QString &name)
{
    const QString value = text(name);
    if (value.isEmpty())
        return {};
    const QDateTime instant = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
        m_errors.append(
            {name, say(QT_TRANSLATE_NOOP("Service", "A date and time with a zone is expected."))});
    return instant.toUTC();
}

QString QueryReader::word(const QString &name, std::span<const char *const> words)
{
    const QString value = text(name);
    const bool known = std::any_of(words.begin(), words.end(),
                                   [&](const char *word) { return value == QLatin1StringView(word); });
    if (!value.isEmpty() && !known)
        m_errors.append({name, say(QT_TRANSLATE_NOOP("Service", "This is not one of the known words."))});
    return value;
}

QString QueryReader::station()
{
    const QString value = text(u"station"_s);
    const StationNumber number(value);
    if (value.isEmpty())
        return {};
    if (!number.isValid() || number.text() != number.parent())
        m_errors.append(
            {u"station"_s, say(QT_TRANSLATE_NOOP("Service", "A station of three digits is expected."))});
    return number.parent();
}

Scope QueryReader::scope()
{
    static constexpr const char *systems[] = {"VISTA", "ORACLE_HEALTH"};
    return {station(), word(u"ehr"_s, systems)};
}

int QueryReader::limit()
{
    return static_cast<int>(integer(u"limit"_s, 200, 1, 1000));
}

std::optional<Answer> QueryReader::refusal() const
{
    if (m_errors.isEmpty())
        return std::nullopt;
    Answer answer = problemAnswer(m_errors, 400);
    return answer;
}

} // namespace renewal::service
