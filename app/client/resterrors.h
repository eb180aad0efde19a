// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QNetworkReply>

namespace renewal::client {

/// What came back instead of an answer, as an Error. `where` names the request for the log without its query
/// ("GET /api/v1/renewals"): queries may hold patient keys.
///
/// Reads RFC 9457 problem documents: code, detail (else title) as the sentence, and `present` of a stale
/// write. Any other body, such as a proxy's HTML page, is told by its status alone.
Error errorOfAnswer(int status, const QByteArray &body, const QString &where);

/// No complete answer came. `host` is shown to the user.
Error errorOfConnection(QNetworkReply::NetworkError error, const QString &host, const QString &where);

} // namespace renewal::client
