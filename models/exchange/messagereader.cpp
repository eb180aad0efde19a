// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/messagereader.h"

#include <QCoreApplication>

namespace renewal::exchange {

Result<Record> readMessage(JsonObject object)
{
    FieldReader fields(object);
    RenewalMessage message;
    message.messageId = fields.text("messageId");
    // In a list of threads "id" is the thread's.
    if (message.messageId.isEmpty() && !fields.value("threadId"))
        message.messageId = fields.text("id");
    message.patientKey = fields.text("patientId");
    message.prescriptionId = fields.text("prescriptionId");
    message.station = fields.station("stationNumber");
    const bool oracleHealth =
        fields.flag("isOhMessage") || fields.flag("isOhTriageGroup") || fields.flag("ohTriageGroup");
    message.ehr = ehrSystemFromString(fields.text("dataSourceSystem", "sourceEhr"))
                      .value_or(oracleHealth ? EhrSystem::OracleHealth : EhrSystem::VistA);
    message.recipientId = fields.team("recipientId");
    message.recipientName = fields.text("recipientName", "triageGroupName");
    message.senderName = fields.text("senderName");
    message.category = fields.text("category");
    message.subject = fields.text("subject");
    // Messages of a thread carry "body" too, but only "messageBody" is complete there.
    message.body = fields.text("messageBody", "body");
    message.sentDate = fields.date("sentDate");
    message.isReply = fields.flag("isReply") || fields.value("replyToMessageId").has_value();
    message.threadId = fields.text("threadId");
    message.replyTo = fields.text("replyToMessageId");
    if (message.messageId.isEmpty() && !message.recipientId.isValid())
        fields.fail(QCoreApplication::translate(
            "exchange", "Both messageId and recipientId are missing: there is nobody it was sent to."));
    return fields.finish(std::move(message));
}

} // namespace renewal::exchange
