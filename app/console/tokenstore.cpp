// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tokenstore.h"

#include <QCoreApplication>
#include <QPromise>

#include <memory>
#ifdef RENEWAL_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

namespace renewal::console {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("renewal-console", text);
}

template <class T>
struct Pending
{
    QPromise<Result<T>> promise;

    Pending() { promise.start(); }
    void finish(Result<T> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

#ifdef RENEWAL_KEYCHAIN
Error keychainError(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {ErrorCode::NotFound,
                tr("This desktop's keychain has no token for that service. Connect to it once more."),
                {}};
    return {ErrorCode::Unavailable,
            tr("This desktop's keychain could not be used, so the token is not kept. Unlock it and connect "
               "once more."),
            job.errorString()};
}
#else
template <class T>
QFuture<Result<T>> noKeychain()
{
    Pending<T> pending;
    pending.finish(
        failure(ErrorCode::Unavailable, tr("This program was built without support for keychains.")));
    return pending.promise.future();
}
#endif
} // namespace

#ifdef RENEWAL_KEYCHAIN
namespace {
constexpr char service[] = "renewal-console";
}

bool TokenStore::isAvailable()
{
#ifdef Q_OS_LINUX
    // Keychains of Linux desktops are reached over the session bus.
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
#else
    return true;
#endif
}

QFuture<Result<QByteArray>> TokenStore::read(const QString &url)
{
    const auto pending = std::make_shared<Pending<QByteArray>>();
    auto *job = new QKeychain::ReadPasswordJob(QLatin1StringView(service)); // deletes itself
    job->setKey(url);
    QObject::connect(job, &QKeychain::Job::finished, job, [pending, job] {
        pending->finish(job->error() == QKeychain::NoError ? Result<QByteArray>(job->binaryData())
                                                           : failure(keychainError(*job)));
    });
    job->start();
    return pending->promise.future();
}

QFuture<Done> TokenStore::write(const QString &url, const QByteArray &token)
{
    const auto pending = std::make_shared<Pending<void>>();
    auto *job = new QKeychain::WritePasswordJob(QLatin1StringView(service));
    job->setKey(url);
    job->setBinaryData(token);
    QObject::connect(job, &QKeychain::Job::finished, job, [pending, job] {
        pending->finish(job->error() == QKeychain::NoError ? ok() : Done(failure(keychainError(*job))));
    });
    job->start();
    return pending->promise.future();
}
#else
bool TokenStore::isAvailable()
{
    return false;
}

QFuture<Result<QByteArray>> TokenStore::read(const QString &)
{
    return noKeychain<QByteArray>();
}

QFuture<Done> TokenStore::write(const QString &, const QByteArray &)
{
    return noKeychain<void>();
}
#endif

} // namespace renewal::console
