// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/simulatetables.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

// A static library's resources are only linked in when somebody names them; the macro must stand outside
// every namespace.
static void initSimulationData()
{
    Q_INIT_RESOURCE(simulationdata);
}

namespace renewal::operations {

namespace {
Done readList(const QString &name, QByteArray &text)
{
    QFile file(u":/simulation/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("simulate",
                                                   "The word list %1 is missing from this program. "
                                                   "Install it again.")
                           .arg(name),
                       file.errorString());
    }
    text = file.readAll();
    return ok();
}
} // namespace

Result<simulation::Tables> loadSimulationTables()
{
    initSimulationData();
    simulation::TableTexts texts;
    const struct
    {
        QString name;
        QByteArray &text;
    } lists[] = {
        {u"surnames.csv"_s, texts.surnames},     {u"givennames.csv"_s, texts.givenNames},
        {u"nicknames.csv"_s, texts.nicknames},   {u"drugs.csv"_s, texts.drugs},
        {u"facilities.csv"_s, texts.facilities},
    };
    for (const auto &list : lists) {
        if (auto done = readList(list.name, list.text); !done)
            return failure(done.error());
    }
    return simulation::readTables(texts);
}

} // namespace renewal::operations
