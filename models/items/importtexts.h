// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importrun.h"
#include "models/items/roles.h"

#include <QString>

namespace renewal::items {

/// "12.4 MB"
QString fileSizeText(qint64 bytes);
/// The state of a file before or during a run, as a word: "Ready", "Sending 34 %", "Refused".
struct StepText
{
    QString text;
    Tone tone = Tone::Neutral;
};
StepText previewText(const ImportPreview &file);
StepText stepText(const ImportFileState &file);
StepText reportStateText(const ImportReport &report);

/// "7 files, 12.4 MB: 6 can go in, 1 is left out."
QString previewSummary(const QVector<ImportPreview> &files);
/// "3 files went in with 1,204 records; 12 records were set aside; 1 file was refused."
QString runSummary(const ImportRun &run);
/// "1,204 records went in; 3 records set aside." or why nothing did.
QString reportSummary(const ImportReport &report);
/// "120 records" or "no records"
QString recordsText(qint64 records);

} // namespace renewal::items
