// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/progressline.h"

#include <unistd.h>

namespace renewal::server {

using namespace Qt::StringLiterals;

ProgressLine::ProgressLine(QTextStream &stream, int fileDescriptor)
    : m_stream(stream)
    , m_terminal(isatty(fileDescriptor) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_width > 0)
        m_stream << u'\r' << QString(m_width, u' ') << u'\r' << Qt::flush;
}

void ProgressLine::show(double part, const QString &text)
{
    constexpr int pauseMs = 100;
    if (!m_terminal || (m_sinceShown.isValid() && m_sinceShown.elapsed() < pauseMs))
        return;
    m_sinceShown.start();
    const QString line = u"%1 % %2"_s.arg(qRound(part * 100), 3).arg(text);
    m_stream << u'\r' << line.leftJustified(m_width) << Qt::flush;
    m_width = line.size();
}

} // namespace renewal::server
