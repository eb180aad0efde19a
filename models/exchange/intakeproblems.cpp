// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/intakeproblems.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
struct Row
{
    const char *code;
    const char *text;
};

#define SAY(text) QT_TRANSLATE_NOOP("IntakeProblem", text)

constexpr Row table[] = {
    {"unreachable",
     SAY("The source of new requests cannot be reached: check the network and its address; it is "
         "tried again by itself.")},
    {"timeout", SAY("The source of new requests took too long to answer: it is tried again by itself.")},
    {"connection_lost",
     SAY("The connection ended before the answer was whole: it is tried again by itself.")},
    {"unauthorized",
     SAY("The source of new requests does not accept this service's token: an administrator must "
         "renew it.")},
    {"too_many", SAY("The source of new requests asked to wait: nothing needs to be done.")},
    {"away",
     SAY("The source of new requests is out of service: nothing needs to be done, it is tried again.")},
    {"too_large",
     SAY("The source of new requests answers more than is taken at once: tell an administrator.")},
    {"unreadable",
     SAY("The answer could not be read: it is tried again; should this stay, tell an administrator.")},
    {"moved", SAY("The source of new requests has another address now: an administrator must enter it.")},
    {"not_found", SAY("There is no such list at the address of the source: an administrator must check it.")},
    {"cursor_gone", SAY("The source lost the place where reading stood: it is read again from before it.")},
    {"stuck", SAY("The source answers the same page again and again: tell an administrator.")},
    {"refused", SAY("The source of new requests refused to answer: tell an administrator.")},
    {"not_stored",
     SAY("What came could not be stored: it is tried again; should this stay, tell an administrator.")},
};
} // namespace

QString intakeProblem(const QString &code)
{
    const auto row =
        std::ranges::find_if(table, [&](const Row &each) { return code == QLatin1StringView(each.code); });
    return row != std::end(table) ? QCoreApplication::translate("IntakeProblem", row->text)
                                  : intakeProblem(u"refused"_s);
}

QString intakeProblemOf(int status)
{
    if (status >= 500)
        return u"away"_s;
    if (status >= 300 && status < 400)
        return u"moved"_s;
    switch (status) {
    case 401:
    case 403:
        return u"unauthorized"_s;
    case 404:
        return u"not_found"_s;
    case 408:
        return u"timeout"_s;
    case 410:
        return u"cursor_gone"_s;
    case 429:
        return u"too_many"_s;
    default:
        return u"refused"_s;
    }
}

} // namespace renewal::exchange
