// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/importupload.h"

#include "app/client/restjson.h"
#include "models/gateway/await.h"
#include "models/rest/restimports.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace renewal::client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto pieceTimeout = 60s;
constexpr auto pollInterval = 250ms;
} // namespace

ImportUpload::ImportUpload(RestClient *client, qint64 pieceBytes, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_pieceBytes(pieceBytes)
{
    m_promise.start();
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        await(m_client->call<Job>({.path = {u"jobs"_s, m_jobId}}, decodeOne<Job>), this,
              [this](const Result<Job> &job) { job ? followJob(*job) : complete(failure(job.error())); });
    });
}

ImportUpload::~ImportUpload()
{
    cancel();
}

QFuture<Result<ImportReport>> ImportUpload::send(const QString &path, const QString &extract,
                                                 bool replaceFigures)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly)) {
        complete(
            failure(ErrorCode::InvalidInput, tr("%1 cannot be read: %2.").arg(path, m_file.errorString())));
        return m_promise.future();
    }
    QJsonObject body{{u"fileName"_s, QFileInfo(path).fileName()}, {u"bytes"_s, m_file.size()}};
    if (!extract.isEmpty())
        body.insert(u"extract"_s, extract);
    if (replaceFigures)
        body.insert(u"replaceFigures"_s, true);
    const RestRequest request{.method = RestMethod::Post, .path = {u"imports"_s}, .body = bodyOf(body)};
    await(m_client->call<ImportReport>(request, decodeOne<ImportReport>), this,
          [this](const Result<ImportReport> &begun) {
              if (!begun)
                  return complete(failure(begun.error()));
              m_import = begun->id;
              if (m_over) // stopped before there was anything to stop
                  return withdraw();
              sendNextPiece();
          });
    return m_promise.future();
}

void ImportUpload::cancel()
{
    if (m_over)
        return;
    withdraw();
    complete(failure(ErrorCode::Cancelled, tr("The import was stopped.")));
}

void ImportUpload::withdraw()
{
    if (m_import.isValid())
        m_client->call<void>({.method = RestMethod::Delete, .path = importPath({}), .repeatable = true},
                             [](const RestAnswer &) { return ok(); });
}

void ImportUpload::sendNextPiece()
{
    if (m_over)
        return;
    const QByteArray bytes = m_file.read(m_pieceBytes);
    if (m_file.error() != QFileDevice::NoError)
        return complete(
            failure(ErrorCode::InvalidInput,
                    tr("%1 cannot be read to its end: %2.").arg(m_file.fileName(), m_file.errorString())));
    // An empty file has one empty piece: the service then says what is wrong with it.
    if (bytes.isEmpty() && m_piece > 0)
        return finishUpload();
    const RestRequest request{.method = RestMethod::Put,
                              .path = importPath({u"pieces"_s, QString::number(m_piece)}),
                              .body = bytes,
                              .contentType = "application/octet-stream",
                              .repeatable = true,
                              .timeout = pieceTimeout};
    await(m_client->call<void>(request, [](const RestAnswer &) { return ok(); }), this,
          [this](const Done &done) {
              if (!done)
                  return complete(failure(done.error()));
              ++m_piece;
              emit sent(m_file.pos(), m_file.size());
              sendNextPiece();
          });
}

void ImportUpload::finishUpload()
{
    const RestRequest request{
        .method = RestMethod::Post, .path = importPath({u"finish"_s}), .body = "{}", .repeatable = true};
    await(m_client->call<Job>(request, decodeOne<Job>), this, [this](const Result<Job> &job) {
        if (!job)
            return complete(failure(job.error()));
        m_jobId = job->id;
        followJob(*job);
    });
}

void ImportUpload::followJob(const Job &job)
{
    if (m_over)
        return;
    emit jobChanged(job);
    if (!job.isOver())
        m_poll.start();
    else if (job.state == "cancelled"_L1)
        complete(failure(ErrorCode::Cancelled, job.text));
    else
        readReport();
}

void ImportUpload::readReport()
{
    await(m_client->call<ImportReport>({.path = importPath({})}, decodeOne<ImportReport>), this,
          [this](const Result<ImportReport> &report) { complete(report); });
}

void ImportUpload::complete(const Result<ImportReport> &result)
{
    if (m_over)
        return;
    m_over = true;
    m_poll.stop();
    m_promise.addResult(result);
    m_promise.finish();
}

QStringList ImportUpload::importPath(const QStringList &rest) const
{
    return QStringList{u"imports"_s, QString::number(m_import.value)} + rest;
}

} // namespace renewal::client
