// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/renewalcall.h"

#include "models/domain/outbox.h"
#include "models/exchange/documentreader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString line(const char *label, const QString &value, const char *missing)
{
    return QLatin1StringView(label) + u": "_s + (value.isEmpty() ? QString::fromLatin1(missing) : value);
}

/// English whatever the machine's language: it is the form's text.
QString longDate(const QDateTime &date)
{
    return date.isValid() ? QLocale::c().toString(date.toUTC().date(), u"MMMM d, yyyy"_s) : QString();
}

QString formText(const Renewal &renewal)
{
    return QStringList{
        line("Medication name, strength, and form", renewal.drug, ""),
        line("Instructions", renewal.sig, "Instructions not available"),
        line("Provider who prescribed it", renewal.prescriberShown, "Provider name not available"),
        line("Prescription expiration date", longDate(renewal.expires), "Date not available"),
        line("Last filled on", longDate(renewal.lastFilled), "Not filled yet"),
        line("Quantity", renewal.quantity, "Quantity not available"),
    }
        .join(u'\n');
}

QVector<RenewalMessage> messagesIn(const DocumentContent &content)
{
    QVector<RenewalMessage> messages;
    for (const Record &record : content.records) {
        if (const auto *message = std::get_if<RenewalMessage>(&record))
            messages.append(*message);
    }
    return messages;
}

SendAnswer withCode(const QString &code)
{
    return {sendProblem(code).result, code, {}, 0, concernsAll(code)};
}

SendAnswer readTaken(const QByteArray &body)
{
    const auto content = readDocument(body, FileKind::Messages);
    if (!content)
        return withCode(u"answer_unreadable"_s);
    const QVector<RenewalMessage> messages = messagesIn(*content);
    if (messages.size() != 1 || messages.constFirst().messageId.isEmpty())
        return withCode(u"answer_unreadable"_s);
    return {SendResult::Sent, {}, messages.constFirst().messageId};
}

/// The first code that says something; nothing in the body counts more than the status otherwise.
QString codeIn(const QByteArray &body)
{
    const auto content = readDocument(body, FileKind::UpstreamErrors);
    if (!content)
        return {};
    for (const Record &record : content->records) {
        const auto *error = std::get_if<UpstreamError>(&record);
        if (error && (error->code.startsWith("SM"_L1) || error->code.startsWith("RX"_L1) ||
                      error->code.startsWith("VA9"_L1)))
            return error->code;
        // Secure Messaging's 99 and 135 are also numbers of prescriptions; here only messages are written.
        if (error && (error->code == "99"_L1 || error->code == "135"_L1))
            return u"SM"_s + error->code;
    }
    return {};
}
} // namespace

RenewalCall renewalCall(const Renewal &renewal, const QString &written, TriageTeamId recipient,
                        const QString &sendKey)
{
    return {renewal.patientKey,
            renewal.prescriptionId,
            recipient,
            u"Renewal Needed "_s + messageReference(sendKey),
            written.trimmed().isEmpty() ? formText(renewal) : written,
            sendKey};
}

QByteArray toCallJson(const RenewalCall &call)
{
    return compact({{u"subject"_s, call.subject},
                    {u"category"_s, u"MEDICATIONS"_s},
                    {u"recipientId"_s, call.recipient.value},
                    {u"body"_s, call.body},
                    {u"prescriptionId"_s, call.prescriptionId}});
}

SendAnswer readSendAnswer(int status, const QByteArray &body)
{
    if (status >= 200 && status < 300)
        return readTaken(body);
    const QString code = codeIn(body);
    return withCode(code.isEmpty() ? httpCode(status) : code);
}

QByteArray toSearchJson(const QString &reference, const QDateTime &since)
{
    return compact({{u"subject"_s, reference},
                    {u"fromDate"_s, since.toUTC().date().startOfDay(Qt::UTC).toString(Qt::RFC2822Date)}});
}

SearchAnswer readSearchAnswer(int status, const QByteArray &body, const QString &reference, int most)
{
    if (status < 200 || status >= 300) {
        const QString code = codeIn(body);
        // How Secure Messaging says that the search found nothing.
        if (status == 404 && code == "SM904"_L1)
            return {};
        return {{}, code.isEmpty() ? httpCode(status) : code, 0};
    }
    const auto content = readDocument(body, FileKind::Messages);
    if (!content)
        return {{}, u"answer_unreadable"_s, 0};
    const QVector<RenewalMessage> messages = messagesIn(*content);
    SearchAnswer answer;
    for (const RenewalMessage &message : messages) {
        const bool isOurs = message.subject.contains(reference, Qt::CaseInsensitive);
        if (isOurs && !message.messageId.isEmpty() && !answer.messageIds.contains(message.messageId))
            answer.messageIds.append(message.messageId);
    }
    if (!answer.messageIds.isEmpty())
        return answer;
    if (!content->setAside.isEmpty())
        answer.code = u"answer_unreadable"_s;
    else if (messages.size() >= most)
        answer.code = u"search_full"_s;
    return answer;
}

} // namespace renewal::exchange
