// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/verifycommand.h"

#include "app/operations/verify.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/server/progressline.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::server {

using namespace Qt::StringLiterals;

namespace {
QString text(const char *source)
{
    return QCoreApplication::translate("VerifyCommand", source);
}

Result<qint64> verify(const QString &url, QTextStream &err)
{
    const auto database = openExisting(url);
    if (!database)
        return failure(database.error());
    const auto connection = (*database)->connection();
    if (!connection)
        return failure(connection.error());
    ProgressLine line(err, 2);
    return operations::verifyAudit(**connection, [&line](qint64 done, qint64 all) {
        line.show(all > 0 ? double(done) / double(all) : 1, text("checking the record"));
        return true;
    });
}

QByteArray asJson(const Result<qint64> &entries)
{
    QJsonObject object{{u"intact"_s, entries.has_value()}};
    if (entries)
        object.insert(u"entries"_s, *entries);
    else
        object.insert(u"error"_s, entries.error().text);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}
} // namespace

int VerifyCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"verify"_s, text("Checks that no audit entry was edited, removed or reordered."));
    line.addDatabaseOption();
    line.addJsonOption();
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;

    const Result<qint64> entries = verify(line.databaseUrl(), err);
    if (line.json()) {
        out << asJson(entries);
        return entries ? Success : Failure;
    }
    if (!entries)
        return reportFailure(u"verify"_s, entries.error(), err);
    out << text("The record is whole: %1 audit entries, each following the one before.").arg(*entries)
        << '\n';
    return Success;
}

} // namespace renewal::server
