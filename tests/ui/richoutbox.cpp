// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/sendproblems.h"
#include "tests/ui/richworld.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

/// Two that could not be sent, one not confirmed, one tried again, one that waits.
void RichWorld::fillOutbox()
{
    struct Row
    {
        const char *drug;
        const char *patient;
        const char *team;
        OutboxState state;
        const char *code;
    };
    const Row rows[] = {
        {"LISINOPRIL 20MG TAB", "4821", "Blue team, PACT", OutboxState::DeadLetter, "SM129"},
        {"SERTRALINE 50MG TAB", "1177", "Women's health", OutboxState::DeadLetter, "team_closed"},
        {"METFORMIN HCL 500MG TAB", "0932", "Blue team, PACT", OutboxState::Unconfirmed, "timeout"},
        {"ATORVASTATIN 40MG TAB", "5540", "Gold team, PACT", OutboxState::Failed, "http_429"},
        {"OMEPRAZOLE 20MG CAP", "2218", "Gold team, PACT", OutboxState::Queued, ""},
    };
    qint64 id = 0;
    for (const Row &row : rows) {
        OutboxItem item;
        item.entry.id.value = ++id;
        item.entry.version = 1;
        item.entry.renewal.value = id;
        item.entry.state = row.state;
        item.entry.careTeamName = QString::fromUtf8(row.team);
        item.entry.code = QString::fromLatin1(row.code);
        item.entry.attempts = 1;
        item.entry.queuedAt = clock.now().addSecs(-3600 * id);
        item.entry.attemptedAt = clock.now().addSecs(-600 * id);
        item.text = item.entry.code.isEmpty() ? u"Waits to be sent to Gold team, PACT."_s
                                              : exchange::sendProblem(item.entry.code).text;
        item.reference = u"R-3F09C2A17B5%1"_s.arg(id);
        item.drug = QString::fromLatin1(row.drug);
        item.patientShown = u"••••"_s + QString::fromLatin1(row.patient);
        outbox.rows.append(item);
    }
}

} // namespace renewal::test
