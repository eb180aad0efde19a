// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/intakepage.h"

#include "models/exchange/filekind.h"
#include "models/exchange/recordreader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Intake", text);
}

QString lackOf(const RenewalMessage &message)
{
    if (message.messageId.isEmpty())
        return tr("The message has no number.");
    if (message.patientKey.isEmpty())
        return tr("It does not say whose message it is.");
    if (!message.sentDate.isValid())
        return tr("It does not say when it was sent.");
    const bool isPlaced = message.isReply && (!message.replyTo.isEmpty() || !message.threadId.isEmpty());
    return message.prescriptionId.isEmpty() && !isPlaced
               ? tr("It names no prescription, and replies to no message.")
               : QString();
}

QString lackOf(const Prescription &prescription)
{
    if (prescription.patientKey.isEmpty())
        return tr("It does not say whose prescription it is.");
    return prescription.station.isValid() ? QString() : tr("It does not say at which station it is.");
}

QDateTime timeOf(const Record &record)
{
    if (const auto *message = std::get_if<RenewalMessage>(&record))
        return message->sentDate;
    const auto *prescription = std::get_if<Prescription>(&record);
    if (!prescription)
        return {};
    return prescription->modifiedDate.isValid() ? prescription->modifiedDate : prescription->renewalSubmitted;
}

Result<Record> checked(Result<Record> record)
{
    if (!record)
        return record;
    QString lack = tr("It is no record of this list.");
    if (const auto *message = std::get_if<RenewalMessage>(&*record))
        lack = lackOf(*message);
    else if (const auto *prescription = std::get_if<Prescription>(&*record))
        lack = lackOf(*prescription);
    return lack.isEmpty() ? record : failure(ErrorCode::InvalidInput, lack);
}
} // namespace

Result<IntakePage> readIntakePage(const QByteArray &body, IntakeSource source)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QJsonValue data = json.value("data"_L1);
    if (!data.isArray())
        return failure(ErrorCode::InvalidInput, tr("The answer is no page of records; it may be cut off."));
    const FileKind kind = source == IntakeSource::Messages ? FileKind::Messages : FileKind::Prescriptions;
    IntakePage page;
    page.next = json.value("meta"_L1).toObject().value("next"_L1).toString();
    RecordReader reader;
    const QJsonArray elements = data.toArray();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        // An array around it, so that an element that is no object has a text too.
        QByteArray text = QJsonDocument(QJsonArray{elements.at(i)}).toJson(QJsonDocument::Compact);
        text = text.sliced(1, text.size() - 2);
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        const qsizetype size = text.size();
        text.append(jsonPadding, ' ');
        Result<Record> record = checked(reader.read(QByteArrayView(text).first(size), kind));
        const QDateTime at = record ? timeOf(*record) : QDateTime();
        page.records.push_back({std::move(record), hash, u"data[%1]"_s.arg(i), at});
    }
    return page;
}

} // namespace renewal::exchange
