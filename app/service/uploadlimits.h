// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace renewal::service {

/// The ceilings of files that are sent in pieces.
struct UploadLimits
{
    qint64 each = 16LL << 30;                       ///< bytes of one file; over it 413
    qint64 waiting = 64LL << 30;                    ///< bytes of all files that are not read yet; over it 507
    qint64 reserve = 1LL << 30;                     ///< bytes of the disk that stay free; else 507
    int open = 64;                                  ///< files being received at once; over it 503
    int remembered = 500;                           ///< files of which it is known what became of them
    std::chrono::milliseconds idle{10 * 60 * 1000}; ///< without a piece: given up, its pieces deleted
};

} // namespace renewal::service
