// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/keyset.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString listMark(QStringView list)
{
    const QByteArray hash = QCryptographicHash::hash(list.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(12));
}
} // namespace

QString Keyset::cursor(QStringView list) const
{
    const QString plain = u"%1:%2:%3:%4:"_s.arg(listMark(list)).arg(key).arg(id).arg(middle) + text;
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QString::fromLatin1(plain.toUtf8().toBase64(options));
}

Result<Keyset> Keyset::parse(const QString &cursor, QStringView list)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toUtf8(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                             QByteArray::AbortOnBase64DecodingErrors);
    const QStringList parts = QString::fromUtf8(decoded.decoded).split(u':');
    bool hasKey = false;
    bool hasId = false;
    bool hasMiddle = false;
    Keyset keyset;
    if (decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok && parts.size() >= 5 &&
        parts.at(0) == listMark(list)) {
        keyset.key = parts.at(1).toLongLong(&hasKey);
        keyset.id = parts.at(2).toLongLong(&hasId);
        keyset.middle = parts.at(3).toLongLong(&hasMiddle);
        keyset.text = parts.mid(4).join(u':');
    }
    if (!hasKey || !hasId || !hasMiddle)
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "store", "The cursor does not belong to this list. Start again from the first page."));
    return keyset;
}

Result<int> pageLimit(int asked)
{
    if (asked < 1 || asked > 1000)
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("store", "A page holds 1 to 1000 rows: correct the limit."));
    return asked;
}

} // namespace renewal::store
