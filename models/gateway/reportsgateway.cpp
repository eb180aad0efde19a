// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/reportsgateway.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<ExportFormat> formats[] = {
    {ExportFormat::Csv, "csv"},
    {ExportFormat::Workbook, "xlsx"},
    {ExportFormat::Rows, "rows"},
};
} // namespace

QString toString(ExportFormat format)
{
    return enumText(formats, format);
}

std::optional<ExportFormat> exportFormatFromString(QStringView word)
{
    return enumFromText(formats, word);
}

} // namespace renewal
