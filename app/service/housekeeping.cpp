// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/housekeeping.h"

#include "app/operations/duelinks.h"
#include "app/store/changerepository.h"
#include "app/store/database.h"
#include "app/store/idempotencyrepository.h"
#include "app/store/intakerepository.h"
#include "models/base/clock.h"

#include <QLoggingCategory>
#include <QTimer>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(housekeepingLog, "renewal.housekeeping")

constexpr int keptDays = 7;
constexpr int keptImportDays = 30; ///< of the intake
constexpr qint64 keptChanges = 100'000;

Done drop(store::Database &database, const QDateTime &now)
{
    const auto connection = database.connection();
    if (!connection)
        return failure(connection.error());
    if (const auto answers = store::IdempotencyRepository(**connection).prune(now.addDays(-keptDays));
        !answers)
        return failure(answers.error());
    const Done intake =
        store::IntakeRepository(**connection).prune(now.addDays(-keptDays), now.addDays(-keptImportDays));
    if (!intake)
        return intake;
    return store::ChangeRepository(**connection).prune(keptChanges);
}

Done mind(store::Database &database, const QDateTime &now)
{
    const auto connection = database.connection();
    if (!connection)
        return failure(connection.error());
    const auto changed = operations::DueLinks(**connection, now).run();
    return changed ? ok() : Done(failure(changed.error()));
}
} // namespace

std::chrono::minutes mindTheDates(store::Database &database, const QDateTime &now)
{
    const Done done = mind(database, now);
    if (done)
        return std::chrono::hours(1);
    qCWarning(housekeepingLog, "Links by date wait: %s", qPrintable(done.error().detail));
    return std::chrono::minutes(1);
}

void dropOldRows(store::Database &database, const QDateTime &now)
{
    if (const Done done = drop(database, now); !done)
        qCWarning(housekeepingLog, "Old rows stay: %s", qPrintable(done.error().detail));
}

Housekeeping::Housekeeping(store::Database &database, const Clock &clock, std::chrono::minutes first)
    : m_thread(u"renewal-housekeeping"_s, [&database, &clock, first](JoinedThread &thread) {
        QTimer dates;
        dates.setSingleShot(true);
        QObject::connect(&dates, &QTimer::timeout, &dates,
                         [&] { dates.start(mindTheDates(database, clock.now())); });
        dates.start(first);
        QTimer prune;
        QObject::connect(&prune, &QTimer::timeout, &prune, [&] { dropOldRows(database, clock.now()); });
        prune.start(std::chrono::hours(1));
        thread.answerEvents();
        database.closeThisThread();
    })
{
}

} // namespace renewal::service
