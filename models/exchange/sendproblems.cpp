// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/sendproblems.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
struct Row
{
    const char *code;
    SendResult result;
    const char *text;
};

#define SAY(text) QT_TRANSLATE_NOOP("SendProblem", text)

constexpr char credentials[] =
    SAY("Secure Messaging does not accept this service's token: an administrator must renew it.");
constexpr char attachment[] = SAY("Secure Messaging found fault with an attachment, and none was sent: send "
                                  "it again, or tell an administrator.");
constexpr char draft[] = SAY("Secure Messaging took the message for a draft: send it again, or tell an "
                             "administrator.");
constexpr char down[] =
    SAY("Secure Messaging is out of service: nothing needs to be done, it is tried again.");
constexpr char maybe[] = SAY(
    "It is not known whether Secure Messaging took the message: it is looked up before it is sent again.");

// Secure Messaging's codes in their order, then those of prescriptions, of HTTP and our own.
constexpr Row table[] = {
    {"SM100", SendResult::Refused, SAY("The message has no text: give up sending it and write to the team.")},
    {"SM101", SendResult::Stopped, credentials},
    {"SM102", SendResult::Stopped, credentials},
    {"SM103", SendResult::Stopped, credentials},
    {"SM104", SendResult::Stopped, credentials},
    {"SM105", SendResult::Refused,
     SAY("Secure Messaging does not know this Veteran: check the patient, or call.")},
    {"SM106", SendResult::Refused,
     SAY("The Veteran is blocked from Secure Messaging: call, and close the request.")},
    {"SM111", SendResult::Refused,
     SAY("Secure Messaging does not let this kind of user write renewals: tell an administrator.")},
    {"SM112", SendResult::Refused,
     SAY("The prescription is another patient's at Secure Messaging: check the patient.")},
    {"SM115", SendResult::Refused,
     SAY("Secure Messaging does not find what the message names: check team and prescription.")},
    {"SM119", SendResult::Refused, SAY("The care team does not exist any more: choose another care team.")},
    {"SM122", SendResult::Refused, attachment},
    {"SM123", SendResult::Refused, attachment},
    {"SM124", SendResult::Refused, attachment},
    {"SM128", SendResult::Refused, draft},
    {"SM129", SendResult::Refused,
     SAY("The Veteran is no longer associated with the care team: choose another care team.")},
    {"SM130", SendResult::Refused,
     SAY("The message it answers is too old to be answered: choose the care team anew.")},
    {"SM131", SendResult::Refused, draft},
    {"SM134", SendResult::Refused, draft},
    {"SM135", SendResult::Refused,
     SAY("The Veteran has not accepted the terms of Secure Messaging: call, and ask for it.")},
    {"SM151", SendResult::Refused,
     SAY("The Veteran is blocked from this facility's messages: call, and close the request.")},
    {"SM172", SendResult::Refused, attachment},
    {"SM900", SendResult::Stopped, down},
    {"SM901", SendResult::Stopped, down},
    {"SM902", SendResult::Stopped, down},
    {"SM903", SendResult::Stopped, down},
    {"SM904", SendResult::Refused,
     SAY("Secure Messaging does not find the message it belongs to: send it again.")},
    {"SM99", SendResult::Unknown, maybe},
    {"VA900", SendResult::Unknown, maybe},
    {"RX138", SendResult::Refused,
     SAY("Secure Messaging does not find the prescription: check it, and close the request or call.")},
    {"RX139", SendResult::Refused,
     SAY("The prescription is not refillable at Secure Messaging: check it, and close the request.")},
    {"RX135", SendResult::Refused,
     SAY("The Veteran has not accepted the terms of prescriptions online: call, and ask for it.")},
    {"RX99LOCKED", SendResult::Later,
     SAY("Somebody else works on the prescription: nothing needs to be done, it is tried again.")},
    {"http_401", SendResult::Stopped, credentials},
    {"http_403", SendResult::Stopped, credentials},
    {"http_404", SendResult::Stopped,
     SAY("There is no Secure Messaging at the address: an administrator must correct it.")},
    {"http_408", SendResult::Unknown, maybe},
    {"http_429", SendResult::Later,
     SAY("Secure Messaging asks for fewer messages: nothing needs to be done, it is tried again.")},
    {"unreachable", SendResult::Stopped,
     SAY("Secure Messaging cannot be reached: nothing needs to be done, it is tried again.")},
    {"timeout", SendResult::Unknown, maybe},
    {"connection_lost", SendResult::Unknown, maybe},
    {"answer_unreadable", SendResult::Unknown, maybe},
    {"died", SendResult::Unknown, maybe},
    {"not_there_yet", SendResult::Unknown, maybe},
    {"cannot_look", SendResult::Unknown,
     SAY("It may have been sent, and Secure Messaging does not let it be looked up: find out there, then say "
         "whether it was sent.")},
    {"search_full", SendResult::Unknown, maybe},
    {"not_found", SendResult::Later,
     SAY("Secure Messaging does not have the message: nothing needs to be done, it is sent again.")},
    {"not_found_again", SendResult::Refused,
     SAY("Secure Messaging did not have the message although it was sent twice: look into the Veteran's "
         "sent messages, then send it again.")},
    {"clock_differs", SendResult::Stopped,
     SAY("Nothing is sent: the clocks of this service and its database differ. An administrator must set "
         "them.")},
    {"told_not_sent", SendResult::Later, SAY("A person found that it was not sent: it is sent again.")},
    {"retried", SendResult::Later, SAY("A person had it sent again.")},
    {"too_many_attempts", SendResult::Refused,
     SAY("It was tried many times without success: look into it, then send it again.")},
    {"team_unknown", SendResult::Refused, SAY("The care team is not known any more: choose another one.")},
    {"team_closed", SendResult::Refused,
     SAY("The care team is blocked, or moves or moved to Oracle Health: choose another care team.")},
    {"not_associated", SendResult::Refused,
     SAY("The care team is not one of the Veteran's any more: choose another care team.")},
    {"no_patient", SendResult::Refused,
     SAY("It is not known whose request it is, so that nobody can be written for: give up sending it.")},
    {"routed_earlier", SendResult::Refused,
     SAY("It was routed before messages were sent from here: send it now, or give up when it is done.")},
};
#undef SAY

QString tr(const char *text)
{
    return QCoreApplication::translate("SendProblem", text);
}

/// Of a status without a code of its own: what is refused was not taken, what went wrong may have been.
SendProblem byStatus(int status)
{
    if (status >= 300 && status < 400)
        return sendProblem(u"http_404"_s);
    if (status >= 400 && status < 500)
        return {SendResult::Refused,
                tr(QT_TRANSLATE_NOOP("SendProblem",
                                     "Secure Messaging refused it (%1) and did not say why: look into it."))
                    .arg(status)};
    return {SendResult::Unknown, tr(maybe)};
}
} // namespace

SendProblem sendProblem(const QString &code)
{
    const auto row = std::find_if(std::begin(table), std::end(table), [&](const Row &each) {
        return code.compare(QLatin1StringView(each.code), Qt::CaseInsensitive) == 0;
    });
    if (row != std::end(table))
        return {row->result, tr(row->text)};
    if (code.startsWith("http_"_L1))
        return byStatus(code.sliced(5).toInt());
    return {SendResult::Unknown, tr(maybe)};
}

bool concernsAll(const QString &code)
{
    static constexpr const char *codes[] = {"SM900",    "SM901",      "SM902",           "SM903",
                                            "SM99",     "timeout",    "connection_lost", "http_408",
                                            "http_429", "unreachable"};
    const bool isListed = std::any_of(std::begin(codes), std::end(codes), [&](const char *each) {
        return code.compare(QLatin1StringView(each), Qt::CaseInsensitive) == 0;
    });
    return isListed || code.startsWith("http_5"_L1);
}

QString httpCode(int status)
{
    return u"http_"_s + QString::number(status);
}

} // namespace renewal::exchange
