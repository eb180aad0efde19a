// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outbox.h"

namespace renewal {

/// A message on its way, as a screen shows it.
struct OutboxItem
{
    OutboxEntry entry; ///< without the send key
    QString text;      ///< where it stands and what a person can do, one sentence
    QString reference; ///< by which it is found in Secure Messaging
    QString drug;
    QString patientShown; ///< "••••4821"
    QString prescriber;

    bool operator==(const OutboxItem &) const = default;
};

/// Whether anything is sent, and how much waits.
struct OutboxStatus
{
    bool isConnected = false; ///< a Secure Messaging is configured
    QString pausedText;       ///< why nothing is sent for the moment; empty when nothing stands in the way
    OutboxCounts counts;

    bool operator==(const OutboxStatus &) const = default;
};

} // namespace renewal
