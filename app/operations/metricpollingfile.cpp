// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/metricpolling.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MetricPolling)
};

constexpr qint64 maxFile = 1024 * 1024;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxFile)
        return failure(ErrorCode::InvalidInput, Texts::tr("The file %1 can't be read.").arg(path));
    return file.readAll();
}

/// Empty without a file.
Result<QByteArray> keyIn(const QDir &folder, const QString &name)
{
    if (name.isEmpty())
        return QByteArray();
    const auto content = contentOf(folder.absoluteFilePath(name));
    return content ? Result<QByteArray>(content->trimmed()) : content;
}
} // namespace

Result<MetricPollingOptions> readMetricPolling(const QString &path)
{
    const auto json = contentOf(path);
    if (!json)
        return failure(json.error());
    auto feeds = exchange::readMetricFeeds(*json);
    if (!feeds)
        return failure(ErrorCode::InvalidInput, path + u": "_s + feeds.error().text);
    MetricPollingOptions options;
    const QDir folder = QFileInfo(path).absoluteDir();
    for (const exchange::MetricSource &source : std::as_const(feeds->sources)) {
        const auto key = keyIn(folder, source.keyFile);
        const auto applicationKey = keyIn(folder, source.applicationKeyFile);
        if (!key || !applicationKey)
            return failure(key ? applicationKey.error() : key.error());
        const Done checked = upstream::checkEndpoint(
            upstream::MetricEndpoint{source.backEnd, source.url, *key, *applicationKey, source.property});
        if (!checked)
            return failure(ErrorCode::InvalidInput,
                           path + u": "_s + source.name + u": "_s + checked.error().text);
        options.keys.insert(source.name, {*key, *applicationKey});
    }
    options.feeds = std::move(*feeds);
    return options;
}

} // namespace renewal::operations
