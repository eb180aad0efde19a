// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/fields.h"

#include <QCoreApplication>

#include <cmath>

namespace renewal::rest {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}
} // namespace

ObjectReader::ObjectReader(const QJsonValue &value, QString where)
    : m_object(value.toObject())
    , m_where(std::move(where))
{
    if (!value.isObject())
        m_errors.append({m_where, say(QT_TRANSLATE_NOOP("Rest", "A JSON object is expected here."))});
}

void ObjectReader::need(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isNull() || value.isUndefined())
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "This field is required.")));
}

QString ObjectReader::text(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString() && !value.isNull() && !value.isUndefined())
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A text is expected here.")));
    return value.toString();
}

std::optional<double> ObjectReader::optionalNumber(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isDouble())
        return value.toDouble();
    if (!value.isNull() && !value.isUndefined())
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A number is expected here.")));
    return std::nullopt;
}

std::optional<qint64> ObjectReader::optionalInteger(QLatin1StringView name)
{
    const auto number = optionalNumber(name);
    if (!number)
        return std::nullopt;
    if (std::trunc(*number) != *number || std::abs(*number) > 9.0e18) {
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A whole number is expected here.")));
        return std::nullopt;
    }
    return m_object.value(name).toInteger();
}

std::optional<bool> ObjectReader::optionalBoolean(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isBool())
        return value.toBool();
    if (!value.isNull() && !value.isUndefined())
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "true or false is expected here.")));
    return std::nullopt;
}

qint64 ObjectReader::integer(QLatin1StringView name)
{
    return optionalInteger(name).value_or(0);
}

double ObjectReader::number(QLatin1StringView name)
{
    return optionalNumber(name).value_or(0);
}

bool ObjectReader::boolean(QLatin1StringView name)
{
    return optionalBoolean(name).value_or(false);
}

QDateTime ObjectReader::instant(QLatin1StringView name)
{
    const QString found = text(name);
    if (found.isEmpty())
        return {};
    const QDateTime instant = QDateTime::fromString(found, Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A date and time with a zone is expected here.")));
    return instant.toUTC();
}

QByteArray ObjectReader::hex(QLatin1StringView name)
{
    return QByteArray::fromHex(text(name).toLatin1());
}

QJsonArray ObjectReader::array(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A list is expected here.")));
    return value.toArray();
}

void ObjectReader::refuse(QLatin1StringView name, const QString &text)
{
    m_errors.append({path(name), text});
}

void ObjectReader::add(const Error &error)
{
    m_errors.append({m_where, error.text});
}

Done ObjectReader::done() const
{
    if (m_errors.isEmpty())
        return ok();
    const FieldError &first = m_errors.first();
    return failure(ErrorCode::InvalidInput,
                   first.field.isEmpty() ? first.text : first.field + u": "_s + first.text);
}

QString ObjectReader::unknownWord(const QString &word)
{
    return say(QT_TRANSLATE_NOOP("Rest", "\"%1\" is not one of the known words.")).arg(word.left(40));
}

QString ObjectReader::path(QLatin1StringView name) const
{
    return m_where.isEmpty() ? QString(name) : m_where + u'.' + name;
}

QJsonValue instantJson(const QDateTime &instant)
{
    if (!instant.isValid())
        return QJsonValue::Null;
    return instant.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace renewal::rest
