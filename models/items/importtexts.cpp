// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importtexts.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;
using Step = ImportFileState::Step;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};

int many(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

bool holdsFigures(const ImportPreview &file)
{
    return file.kind.endsWith("_metrics"_L1) || file.kind == "rollout_plan"_L1;
}
} // namespace

QString fileSizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString recordsText(qint64 records)
{
    return records == 0 ? Texts::tr("no records") : Texts::tr("%Ln record(s)", nullptr, many(records));
}

StepText previewText(const ImportPreview &file)
{
    if (file.mayGo())
        return {Texts::tr("Ready"), Tone::Info};
    return file.passedOver ? StepText{Texts::tr("Left out"), Tone::Neutral}
                           : StepText{Texts::tr("Cannot go in"), Tone::Bad};
}

StepText stepText(const ImportFileState &file)
{
    switch (file.step) {
    case Step::Waiting:
        return {Texts::tr("Waiting"), Tone::Neutral};
    case Step::Sending:
        return {Texts::tr("Sending %1", "per cent").arg(percent(file.part)), Tone::Info};
    case Step::Reading:
        return {Texts::tr("Reading %1", "per cent").arg(percent(file.part)), Tone::Info};
    case Step::Taken:
        return file.report.setAsideCount > 0 ? StepText{Texts::tr("In, some set aside"), Tone::Caution}
                                             : StepText{Texts::tr("In"), Tone::Good};
    case Step::AlreadyThere:
        return {Texts::tr("Already here"), Tone::Neutral};
    case Step::FiguresKept:
        return {Texts::tr("Others are here"), Tone::Caution};
    case Step::Refused:
        return {Texts::tr("Refused"), Tone::Bad};
    case Step::Failed:
        return {Texts::tr("Not finished"), Tone::Bad};
    case Step::Stopped:
        return {Texts::tr("Stopped"), Tone::Caution};
    }
    return {};
}

StepText reportStateText(const ImportReport &report)
{
    if (report.state == "running"_L1)
        return {Texts::tr("Running"), Tone::Info};
    if (report.state == "cancelled"_L1)
        return {Texts::tr("Stopped"), Tone::Caution};
    if (report.state == "failed"_L1)
        return {Texts::tr("Refused"), Tone::Bad};
    const bool isKept = !report.files.isEmpty() &&
                        std::all_of(report.files.cbegin(), report.files.cend(),
                                    [](const auto &file) { return file.outcome == "figures_kept"_L1; });
    if (isKept)
        return {Texts::tr("Left out"), Tone::Caution};
    const bool isKnown = !report.files.isEmpty() &&
                         std::all_of(report.files.cbegin(), report.files.cend(),
                                     [](const auto &file) { return file.outcome == "already_imported"_L1; });
    if (isKnown)
        return {Texts::tr("Already here"), Tone::Neutral};
    return report.setAsideCount > 0 ? StepText{Texts::tr("In, some set aside"), Tone::Caution}
                                    : StepText{Texts::tr("In"), Tone::Good};
}

QString previewSummary(const QVector<ImportPreview> &files)
{
    qint64 bytes = 0;
    for (const ImportPreview &file : files)
        bytes += file.bytes;
    const auto going =
        std::count_if(files.cbegin(), files.cend(), [](const ImportPreview &file) { return file.mayGo(); });
    const bool anyFigures = std::any_of(files.cbegin(), files.cend(), [](const ImportPreview &file) {
        return file.mayGo() && holdsFigures(file);
    });
    // Said before anything is sent: the go or no-go answer rests on them.
    const QString figures =
        anyFigures
            ? u' ' + Texts::tr("Where the rollout has figures of another source or region, they stay, and "
                               "you are asked at the end.")
            : QString();
    const QString all =
        Texts::tr("%Ln file(s), %1", "number, size", many(files.size())).arg(fileSizeText(bytes));
    if (going == files.size())
        return Texts::tr("%1: all can go in.").arg(all) + figures;
    if (going == 0)
        return Texts::tr("%1: none can go in. The reasons stand below.").arg(all);
    return Texts::tr("%1: %2 can go in, %3 cannot. The reasons stand below.")
               .arg(all)
               .arg(QLocale().toString(going), QLocale().toString(files.size() - going)) +
           figures;
}

QString reportSummary(const ImportReport &report)
{
    const bool wentIn = report.state == "finished"_L1 && report.taken + report.setAsideCount > 0;
    if (!wentIn)
        return report.text;
    QString text = Texts::tr("%1 went in", "records").arg(recordsText(report.taken));
    if (report.setAsideCount > 0)
        text += u"; "_s + Texts::tr("%Ln record(s) set aside", nullptr, many(report.setAsideCount));
    text[0] = text.at(0).toUpper();
    return text + u'.';
}

QString runSummary(const ImportRun &run)
{
    QMap<Step, int> counts;
    qint64 records = 0;
    qint64 aside = 0;
    for (const ImportFileState &file : run.files()) {
        ++counts[file.step];
        records += file.report.taken;
        aside += file.report.setAsideCount;
    }
    QStringList parts;
    if (const int taken = counts.value(Step::Taken))
        parts.append(
            Texts::tr("%Ln file(s) went in with %1", "number, records", taken).arg(recordsText(records)));
    if (aside > 0)
        parts.append(Texts::tr("%Ln record(s) set aside", nullptr, many(aside)));
    if (const int same = counts.value(Step::AlreadyThere))
        parts.append(Texts::tr("%Ln file(s) here already, nothing changed", nullptr, same));
    if (const int kept = counts.value(Step::FiguresKept))
        parts.append(
            Texts::tr("%Ln file(s) left out: the rollout has other figures, which were kept", nullptr, kept));
    if (const int refused = counts.value(Step::Refused))
        parts.append(Texts::tr("%Ln file(s) refused", nullptr, refused));
    if (const int failed = counts.value(Step::Failed))
        parts.append(Texts::tr("%Ln file(s) not finished", nullptr, failed));
    if (const int stopped = counts.value(Step::Stopped))
        parts.append(Texts::tr("%Ln file(s) stopped", nullptr, stopped));
    return parts.join(u"; "_s) + u'.';
}

} // namespace renewal::items
