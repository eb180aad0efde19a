// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QSize>

namespace renewal::ui {

class ExportableChart;

/// Pictures are drawn in light colours whatever the window shows: they end up in documents.
QByteArray chartPng(ExportableChart *chart, QSize size);
QByteArray chartSvg(ExportableChart *chart, QSize size);
/// RFC 4180, UTF-8 with a byte order mark (spreadsheets need it), lines end in CR LF.
QByteArray chartCsv(const ExportableChart *chart);

/// Writes PNG, SVG or CSV after the ending of `file`, all or nothing. ErrorCode::InvalidInput for another
/// ending or a place that cannot be written.
Done exportChart(ExportableChart *chart, const QString &file);

} // namespace renewal::ui
