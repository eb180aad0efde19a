// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/releaseplanlabels.h"

#include <QLocale>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

QString escaped(const QString &text)
{
    static const QRegularExpression marked(u"^[#\\-*|\\\\]"_s);
    return isBlank(text) || marked.match(text).hasMatch() ? u'\\' + text : text;
}

QString unescaped(const QString &text)
{
    return text.startsWith(u'\\') ? text.mid(1) : text;
}

bool isBlank(const QString &text)
{
    return text == u"XX" || text.startsWith(u"[FILL_IN]") || text.startsWith(u"[PICK_ONE]");
}

QString valueOf(const QString &text)
{
    QString value = text.trimmed();
    if (value.size() > 4 && value.startsWith(u"**") && value.endsWith(u"**"))
        value = value.mid(2, value.size() - 4).trimmed();
    return isBlank(value) ? QString() : unescaped(value);
}

QString bulletText(const QString &line)
{
    static const QRegularExpression bullet(u"^\\s*[-*]\\s*(?!\\*)(.*)$"_s);
    return bullet.match(line).captured(1).trimmed();
}

std::optional<QString> answerTo(const QString &text, const char *label)
{
    const QLatin1StringView question(label);
    if (!text.startsWith(question, Qt::CaseInsensitive))
        return std::nullopt;
    QString rest = text.mid(question.size());
    if (rest.startsWith(u':'))
        rest.remove(0, 1);
    return valueOf(rest);
}

std::optional<double> numberOf(const QString &text)
{
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

QRegularExpression anyCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace renewal::exchange
