// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importkinds.h"

#include <QCoreApplication>

namespace renewal::operations {

using exchange::FileKind;

namespace {
constexpr qsizetype mostShown = 120;

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportKinds", text);
}

/// Keeps the first error of an error answer.
class FirstError final : public upstream::FileSink
{
public:
    bool take(exchange::Record &&record, const QString &) override
    {
        if (const auto *found = std::get_if<UpstreamError>(&record)) {
            const QString said = found->detail.isEmpty() ? found->title : found->detail;
            const QString shown = said.size() > mostShown ? said.left(mostShown) + u'\u2026' : said;
            text = found->code.isEmpty() ? shown : tr("%1: %2").arg(found->code, shown);
        }
        return false;
    }
    bool setAside(const SetAside &) override { return true; }
    bool takeShort(const exchange::ShortPrescriptionBatch &) override { return false; }
    bool reached(const upstream::FilePosition &, qint64, qint64) override { return true; }

    QString text;
};
} // namespace

QString refusal(const upstream::FileReader &reader)
{
    if (reader.kind() == FileKind::UpstreamErrors) {
        FirstError first;
        const auto read = reader.read(first);
        if (first.text.isEmpty() && !read)
            return read.error().text;
        return tr("It is an error answer and holds no data (%1).").arg(first.text);
    }
    return exchange::importRefusal(reader.kind());
}

} // namespace renewal::operations
