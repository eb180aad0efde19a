// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/consoleoptions.h"

#include <QObject>

#include <functional>

class QAbstractItemView;
class QWidget;

namespace renewal::console {

class ConsoleSession;

/// The list that the workspace in sight is about; null when it is about something else.
QAbstractItemView *mainList(const QWidget *window);

/// Waits until the session's window has its data, selects the row of --select, writes the picture and calls
/// `done` once. Fails when there is no service, no such row, or the file cannot be written.
void takePicture(ConsoleSession *session, const ConsoleOptions &options, std::function<void(Done)> done);

} // namespace renewal::console
