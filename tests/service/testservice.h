// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/service.h"
#include "tests/service/rawsocket.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

namespace renewal::testing {

/// A service over a small synthetic region in a fresh SQLite file, with one token for each role.
///
/// Station 552: prescriber 1 (Okafor) has three renewals that need routing, one that is not renewable and one
/// in review; 2 (Smith) has two; 3 (Reyes) has one. Care teams 1001 and 1002 are open, 1003 is blocked;
/// station 589 has prescriber 4 (Lee) with one renewal, and care team 2001.
class TestService
{
public:
    explicit TestService(service::ServiceOptions options = {});

    /// Empty when all went well.
    QString problem() const { return m_problem; }
    quint16 port() const { return static_cast<quint16>(QUrl(m_endpoint.url).port()); }
    QString databaseUrl() const;
    service::Service &service() { return m_service; }

    /// Everything may be done with this one; the others carry the role of their name.
    static QByteArray token() { return "test-token-of-everyone"; }
    static QByteArray token(service::Role role);

    /// One request over a fresh connection.
    std::optional<RawAnswer> ask(const QByteArray &method, const QByteArray &target,
                                 const QByteArray &fields = {}, const std::optional<QByteArray> &body = {},
                                 const QByteArray &asToken = token()) const;
    /// True when a good request is answered with 200: the service is well.
    bool isWell() const;
    /// The id of a report that was started, once it is finished.
    QByteArray finishedReport(const QJsonObject &started) const;

private:
    QTemporaryDir m_dir;
    QString m_problem;
    service::Service m_service;
    service::Endpoint m_endpoint;
};

/// Fills an empty, migrated database with the region described above.
Done seedRegion(const QString &databaseUrl);

} // namespace renewal::testing
