// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/verdictprinter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::server {

using namespace Qt::StringLiterals;

void VerdictPrinter::print(const QString &prescriptionId, const renewability::Verdict &verdict)
{
    const QString word = renewability::verdictWord(verdict.renewable);
    if (!m_json) {
        const QString id = prescriptionId.isEmpty() ? u"-"_s : prescriptionId;
        m_out << id.leftJustified(36) << ' ' << word.leftJustified(13) << ' ' << verdict.gate << '\n';
        ++m_count;
        return;
    }
    const QJsonObject object{
        {u"id"_s, prescriptionId},
        {u"verdict"_s, word},
        {u"renewable"_s, verdict.renewable ? QJsonValue(*verdict.renewable) : QJsonValue(QJsonValue::Null)},
        {u"gate"_s, verdict.gate},
        {u"ruleVersion"_s, toString(verdict.ruleVersion)},
        {u"text"_s, verdict.text},
    };
    m_out << (m_count == 0 ? "[\n" : ",\n") << QJsonDocument(object).toJson(QJsonDocument::Compact);
    ++m_count;
}

void VerdictPrinter::end()
{
    if (m_json)
        m_out << (m_count == 0 ? "[]\n" : "\n]\n");
    m_out.flush();
}

} // namespace renewal::server
