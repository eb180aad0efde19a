// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importfiles.h"

#include "models/exchange/filecontent.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ImportFiles", text);
}

void addDirectory(const QDir &dir, ImportRequest &request)
{
    for (const QFileInfo &file : dir.entryInfoList(QDir::Files, QDir::Name)) {
        const ImportInput input{file.filePath(), file.fileName()};
        (passedOverReason(input.fileName).isEmpty() ? request.files : request.passedOver).append(input);
    }
}
} // namespace

QString passedOverReason(const QString &fileName)
{
    return exchange::passedOverReason(fileName);
}

Result<QVector<ImportRequest>> importRequests(const QStringList &paths, const QString &extract)
{
    QVector<ImportRequest> requests;
    const auto group = [&](const QString &directory, const QString &name) -> ImportRequest & {
        const QString label = extract.isEmpty() ? QFileInfo(directory).fileName() : extract;
        for (ImportRequest &request : requests) {
            if (request.name == name)
                return request;
        }
        requests.append({name, label, {}, {}, {}});
        return requests.last();
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return failure(ErrorCode::NotFound, tr("%1 does not exist; check the name.").arg(path));
        if (info.isDir()) {
            const QString directory = QDir(info.absoluteFilePath()).absolutePath();
            ImportRequest &request = group(directory, directory);
            addDirectory(QDir(directory), request);
            if (request.files.isEmpty() && request.passedOver.isEmpty())
                return failure(ErrorCode::InvalidInput, tr("%1 holds no files.").arg(path));
        } else {
            const QString directory = info.absolutePath();
            group(directory, directory).files.append({info.filePath(), info.fileName()});
        }
    }
    for (ImportRequest &request : requests) {
        request.name = request.files.size() == 1 && request.passedOver.isEmpty()
                           ? request.files.first().fileName
                           : QFileInfo(request.name).fileName();
    }
    return requests;
}

} // namespace renewal::operations
