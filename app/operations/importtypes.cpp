// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importtypes.h"

#include "models/base/enumtext.h"
#include "models/rest/restimports.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<FileOutcome> outcomeNames[] = {
    {FileOutcome::Taken, "taken"},
    {FileOutcome::AlreadyImported, "already_imported"},
    {FileOutcome::FiguresKept, "figures_kept"},
    {FileOutcome::PassedOver, "passed_over"},
    {FileOutcome::Refused, "refused"},
};

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("ImportResult", text, nullptr, n);
}
} // namespace

QString toString(FileOutcome outcome)
{
    return enumText(outcomeNames, outcome);
}

bool ImportResult::anyRefused() const
{
    return std::any_of(files.cbegin(), files.cend(),
                       [](const FileResult &file) { return file.outcome == FileOutcome::Refused; });
}

qint64 ImportResult::taken() const
{
    qint64 sum = 0;
    for (const FileResult &file : files)
        sum += file.taken;
    return sum;
}

QString ImportResult::summary() const
{
    if (!id.isValid()) {
        const bool known = std::any_of(files.cbegin(), files.cend(), [](const FileResult &file) {
            return file.outcome == FileOutcome::AlreadyImported;
        });
        return known ? tr("Everything was imported before; nothing changed.") : tr("Nothing was imported.");
    }
    const auto filesTaken = std::count_if(files.cbegin(), files.cend(), [](const FileResult &file) {
        return file.outcome == FileOutcome::Taken;
    });
    QString text =
        tr("Import %1: %2 records from %3 files went in").arg(id.value).arg(taken()).arg(filesTaken);
    if (setAsideCount > 0)
        text += tr("; %1 were set aside").arg(setAsideCount);
    text += u'.';
    const bool anyKept = std::any_of(files.cbegin(), files.cend(), [](const FileResult &file) {
        return file.outcome == FileOutcome::FiguresKept;
    });
    if (anyKept)
        text += u' ' + tr("The rollout's figures were not touched: those here are measured elsewhere.");
    return text;
}

void ImportResult::tell(qsizetype index, const store::ImportFile &file)
{
    FileResult &told = files[index];
    if (told.outcome != FileOutcome::Taken)
        return;
    told.taken = file.taken;
    told.setAside = file.setAside;
    if (file.state == "kept"_L1) {
        told.outcome = FileOutcome::FiguresKept;
        told.reason = figures.keptText();
    }
    if (file.state == "staged"_L1 && figures.files.contains(file.number) && !figures.replaced.isEmpty())
        told.notes.append(figures.replacedText());
}

QJsonObject ImportResult::toJson() const
{
    QJsonArray fileList;
    for (const FileResult &file : files) {
        QJsonObject item{{u"fileName"_s, file.fileName},
                         {u"outcome"_s, toString(file.outcome)},
                         {u"kind"_s, file.kind},
                         {u"taken"_s, file.taken},
                         {u"setAside"_s, file.setAside}};
        if (!file.reason.isEmpty())
            item.insert(u"reason"_s, file.reason);
        if (!file.notes.isEmpty())
            item.insert(u"notes"_s, QJsonArray::fromStringList(file.notes));
        fileList.append(item);
    }
    QJsonArray asideList;
    for (const SetAside &item : setAside)
        asideList.append(renewal::toJson(item));
    QJsonObject json{{u"name"_s, name},
                     {u"extract"_s, extract},
                     {u"files"_s, fileList},
                     {u"counts"_s, counts},
                     {u"setAsideCount"_s, setAsideCount},
                     {u"setAside"_s, asideList},
                     {u"resumed"_s, resumed},
                     {u"text"_s, summary()}};
    if (id.isValid())
        json.insert(u"importId"_s, id.value);
    return json;
}

} // namespace renewal::operations
