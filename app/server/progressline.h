// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>

namespace renewal::server {

/// One line on a terminal that is written over: "42 % reading prescriptions". Says nothing when the stream is
/// not a terminal. The line is wiped when this goes out of scope.
class ProgressLine
{
public:
    /// `fileDescriptor` is the one behind `stream`: 2 for standard error.
    ProgressLine(QTextStream &stream, int fileDescriptor);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// `part` is 0 to 1; shown at most ten times a second.
    void show(double part, const QString &text);

private:
    QTextStream &m_stream;
    QElapsedTimer m_sinceShown;
    bool m_terminal;
    qsizetype m_width = 0;
};

} // namespace renewal::server
