// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFlags>
#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::service {

/// What somebody may do; one person may have several.
enum class Role
{
    Clinical = 1,
    PharmacyAdmin = 2,
    Product = 4,
    Admin = 8,
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

/// "clinical", "pharmacy_admin", "product", "admin".
QString toString(Role role);

/// One known bearer token: its SHA-256, never itself, and whom it stands for.
struct TokenEntry
{
    QByteArray sha256; ///< 32 bytes
    QString name;      ///< the actor in history and audit
    Roles roles;

    bool operator==(const TokenEntry &) const = default;
};

/// The names of those who may work on renewals, in their order: whom they can be assigned to.
QStringList careStaff(const QVector<TokenEntry> &tokens);

/// Who is asking: the bearer tokens the service knows.
class Access
{
public:
    explicit Access(QVector<TokenEntry> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    /// A token file: [{"token_sha256": hex, "name": ..., "roles": [...]}, ...].
    static Result<QVector<TokenEntry>> readTokens(const QByteArray &json);
    /// An entry with all roles, as the embedded service uses.
    static TokenEntry everyRole(const QByteArray &token, const QString &name);
    /// 256 random bits as text.
    static QByteArray newToken();

    /// The entry of an Authorization field, or null. Takes the same time whatever the token.
    const TokenEntry *find(const QByteArray &authorization) const;
    qsizetype size() const { return m_tokens.size(); }

private:
    QVector<TokenEntry> m_tokens;
};

} // namespace renewal::service
