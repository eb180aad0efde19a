// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/access.h"

#include "models/base/enumtext.h"
#include "models/rest/fields.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <array>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<Role> roleNames[] = {
    {Role::Clinical, "clinical"},
    {Role::PharmacyAdmin, "pharmacy_admin"},
    {Role::Product, "product"},
    {Role::Admin, "admin"},
};
constexpr Roles allRoles = Roles(Role::Clinical) | Role::PharmacyAdmin | Role::Product | Role::Admin;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Compares without telling by its time where two digests differ.
bool isEqualInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

Result<TokenEntry> readEntry(const QJsonValue &value, qsizetype number)
{
    rest::ObjectReader r(value, u"[%1]"_s.arg(number));
    TokenEntry entry;
    entry.sha256 = r.hex("token_sha256"_L1);
    entry.name = r.text("name"_L1);
    const QJsonArray roles = r.array("roles"_L1);
    for (const auto &word : roles) {
        if (const auto role = enumFromText(roleNames, word.toString()))
            entry.roles |= *role;
        else
            r.refuse("roles"_L1, QCoreApplication::translate("Service", "\"%1\" is not a role.")
                                     .arg(word.toString().left(40)));
    }
    if (entry.sha256.size() != QCryptographicHash::hashLength(QCryptographicHash::Sha256))
        r.refuse("token_sha256"_L1,
                 QCoreApplication::translate("Service", "64 hexadecimal digits are expected here."));
    if (entry.name.isEmpty())
        r.refuse("name"_L1, QCoreApplication::translate("Service", "A name is expected here."));
    if (const Done done = r.done(); !done)
        return failure(done.error());
    return entry;
}
} // namespace

QString toString(Role role)
{
    return enumText(roleNames, role);
}

QStringList careStaff(const QVector<TokenEntry> &tokens)
{
    QStringList names;
    for (const TokenEntry &entry : tokens) {
        if (entry.roles & (Roles(Role::Clinical) | Role::PharmacyAdmin | Role::Admin))
            names.append(entry.name);
    }
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<QVector<TokenEntry>> Access::readTokens(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray() || document.array().isEmpty()) {
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "Service",
                "The token file must be a JSON list of objects with token_sha256, name and roles."));
    }
    QVector<TokenEntry> entries;
    const QJsonArray array = document.array();
    for (const auto &value : array) {
        const auto entry = readEntry(value, entries.size());
        if (!entry)
            return failure(entry.error());
        entries.append(*entry);
    }
    return entries;
}

TokenEntry Access::everyRole(const QByteArray &token, const QString &name)
{
    return {sha256(token), name, allRoles};
}

QByteArray Access::newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

const TokenEntry *Access::find(const QByteArray &authorization) const
{
    constexpr qsizetype schemeLength = 7;
    const bool bearer = authorization.left(schemeLength).toLower() == "bearer ";
    const QByteArray digest = sha256(bearer ? authorization.mid(schemeLength).trimmed() : QByteArray());
    const TokenEntry *found = nullptr;
    for (const TokenEntry &entry : m_tokens) { // all of them, always
        if (isEqualInConstantTime(entry.sha256, digest) && bearer)
            found = &entry;
    }
    return found;
}

} // namespace renewal::service
