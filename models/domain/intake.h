// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/extract.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal {

/// The lists of the upstream that requests come from.
enum class IntakeSource
{
    Messages,      ///< renewal messages, and what Veterans reply
    Prescriptions, ///< prescriptions that changed
};

/// "messages", "prescriptions".
QString toString(IntakeSource source);
std::optional<IntakeSource> intakeSourceFromString(QStringView word);

/// How far one list is read. A look reads all pages since an instant; `next` is where the one under way goes
/// on.
struct IntakeCursor
{
    IntakeSource source = IntakeSource::Messages;
    QDateTime since; ///< of the look under way; invalid: none is
    QString next;
    QDateTime newest; ///< the youngest record that ever came; invalid: none did
    qint64 version = 0;

    bool operator==(const IntakeCursor &) const = default;
};

/// What is told of one list.
struct IntakeSourceStatus
{
    IntakeSource source = IntakeSource::Messages;
    QDateTime lookedAt; ///< the last look that came to its end; invalid: none did
    qint64 taken = 0;   ///< by that look
    qint64 takenInAll = 0;
    qint64 setAsideInAll = 0;
    QString problem; ///< why the newest call failed, and what to do; empty when it did not
    QDateTime problemAt;

    bool operator==(const IntakeSourceStatus &) const = default;
};

/// Whether requests are taken in, and how far that is.
struct IntakeStatus
{
    bool isConnected = false; ///< an upstream is configured
    QVector<IntakeSourceStatus> sources;
    qint64 unplaced = 0;        ///< replies whose request has not arrived
    QVector<SetAside> setAside; ///< the newest records that could not be read, with the reason

    bool operator==(const IntakeStatus &) const = default;
};

} // namespace renewal
