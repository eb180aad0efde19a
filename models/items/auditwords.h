// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace renewal::items {

/// What was done: "correlation.linked" is "Linked to a care team"; empty for an unknown one.
QString auditActionWord(const QString &action);
/// The name of a field of a record's state; empty for one without a text of its own.
QString auditFieldText(const QString &field);
/// A word of a record's state for the reader: "manual" is "Linked by hand"; empty for any other text.
QString auditValueText(const QString &word);
/// What only the program cares for.
bool isHiddenAuditField(const QString &field);
/// "552GA: Green team", of the care team of a division; empty for any other object.
QString auditDivisionText(const QJsonObject &object);

} // namespace renewal::items
