// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/matchingwork.h"

namespace renewal::service {

using namespace Qt::StringLiterals;

JobRunner::Work matchingWork(const Clock &clock, const operations::MatchingOrder &order)
{
    return [&clock, order](store::Connection &connection, JobProgress &progress) -> Result<QString> {
        const auto run =
            operations::runMatching(connection, clock, order, [&](double part, const QString &text) {
                return progress.tell(part, text);
            });
        if (!run)
            return failure(run.error());
        return run->learning ? run->learning->text() + u' ' + run->report.text() : run->report.text();
    };
}

} // namespace renewal::service
