// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/filepreview.h"

#include "app/client/filebeginning.h"
#include "models/exchange/filecontent.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ImportPreview", text);
}

ImportPreview look(const QFileInfo &info, const QString &folder)
{
    ImportPreview preview;
    preview.path = info.absoluteFilePath();
    preview.fileName = info.fileName();
    preview.folder = folder;
    preview.bytes = info.size();
    preview.refusal = exchange::passedOverReason(preview.fileName);
    preview.passedOver = !preview.refusal.isEmpty();
    if (preview.passedOver)
        return preview;
    const auto beginning = fileBeginning(preview.path, exchange::contentHead);
    if (!beginning) {
        preview.refusal = beginning.error().text;
        return preview;
    }
    preview.mark = QCryptographicHash::hash(*beginning, QCryptographicHash::Sha256);
    const auto content = exchange::contentOf(*beginning);
    if (!content) {
        preview.refusal = content.error().text;
        return preview;
    }
    preview.kind = exchange::toString(content->kind);
    preview.kindTitle = exchange::fileKindTitle(content->kind);
    preview.system = exchange::fileKindSystem(content->kind);
    preview.refusal = exchange::importRefusal(content->kind);
    preview.order = exchange::importOrder(content->kind);
    return preview;
}
} // namespace

Result<QVector<ImportPreview>> previewFiles(const QStringList &paths)
{
    QVector<ImportPreview> previews;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return failure(ErrorCode::NotFound, tr("%1 does not exist any more.").arg(path));
        if (!info.isDir()) {
            previews.append(look(info, info.absoluteDir().dirName()));
            continue;
        }
        const QDir dir(info.absoluteFilePath());
        if (!dir.isReadable())
            return failure(ErrorCode::Forbidden,
                           tr("The folder %1 cannot be read; check that you may open it.").arg(path));
        const QFileInfoList files = dir.entryInfoList(QDir::Files, QDir::Name);
        if (files.isEmpty())
            return failure(ErrorCode::NotFound, tr("The folder %1 holds no files.").arg(dir.dirName()));
        for (const QFileInfo &file : files)
            previews.append(look(file, dir.dirName()));
    }
    // The same file chosen twice is one.
    QVector<ImportPreview> each;
    for (const ImportPreview &preview : std::as_const(previews)) {
        if (std::none_of(each.cbegin(), each.cend(),
                         [&](const ImportPreview &known) { return known.path == preview.path; }))
            each.append(preview);
    }
    // What goes in comes first, in the order in which it goes.
    std::stable_sort(each.begin(), each.end(), [](const ImportPreview &a, const ImportPreview &b) {
        return a.mayGo() != b.mayGo() ? a.mayGo() : a.order < b.order;
    });
    return each;
}

QString extractOf(const QVector<ImportPreview> &files)
{
    QByteArrayList parts;
    for (const ImportPreview &file : files)
        parts.append(file.fileName.toUtf8() + ' ' + QByteArray::number(file.bytes) + ' ' + file.mark.toHex());
    std::sort(parts.begin(), parts.end());
    constexpr qsizetype markLength = 12;
    const QByteArray mark =
        QCryptographicHash::hash(parts.join('\n'), QCryptographicHash::Sha256).toHex().first(markLength);
    const QString folder = files.isEmpty() ? QString() : files.constFirst().folder.left(100);
    return folder + u'-' + QString::fromLatin1(mark);
}

} // namespace renewal::client
