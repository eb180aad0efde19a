// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QPair>
#include <QVector>

namespace renewal::service {

using HeaderField = QPair<QByteArray, QByteArray>;

/// What a route answers: everything but the framing.
struct Answer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QVector<HeaderField> headers;

    Answer with(const QByteArray &name, const QByteArray &value) &&
    {
        headers.append({name, value});
        return std::move(*this);
    }
};

Answer jsonAnswer(const QJsonObject &json, int status = 200);
Answer textAnswer(const QByteArray &text, int status = 200);

/// The whole answer as bytes of HTTP/1.1.
QByteArray serialised(const Answer &answer, bool close);

} // namespace renewal::service
