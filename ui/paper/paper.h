// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

class QPagedPaintDevice;

namespace renewal::ui {

struct PaperTable
{
    QStringList head; ///< repeated on each page
    QVector<QStringList> rows;
    QVector<int> widths; ///< of the columns, in per cent
};

struct PaperSection
{
    QString heading;
    QVector<QPair<QString, QString>> facts; ///< those without a value are left out
    PaperTable table;
    QString text;
};

/// What stands on sheets of paper. All texts are plain: data goes into them.
struct Paper
{
    QString title;
    QString subtitle;
    QString foot; ///< of each page, beside its number: as of when, printed by whom
    QVector<PaperSection> sections;
    bool isWide = false; ///< landscape
};

/// Paints all pages in dark on white, whatever the window shows; the result is how many there are. Rows of
/// tables stay whole. The device says how large a page is.
int paintPaper(const Paper &paper, QPagedPaintDevice *device);
/// Writes a PDF, all or nothing. The result is the number of pages; InvalidInput where nothing can be
/// written.
Result<int> savePaper(const Paper &paper, const QString &path);

} // namespace renewal::ui
