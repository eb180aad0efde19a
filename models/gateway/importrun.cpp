// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/importrun.h"

#include <algorithm>

namespace renewal {

bool ImportRun::isOver() const
{
    return std::all_of(m_files.cbegin(), m_files.cend(),
                       [](const ImportFileState &file) { return file.isOver(); });
}

double ImportRun::part() const
{
    // Reading takes about as long as sending; a file of no size counts too.
    double all = 0;
    double done = 0;
    for (const ImportFileState &file : m_files) {
        const double weight = static_cast<double>(file.file.bytes) + 1;
        all += weight;
        if (file.isOver())
            done += weight;
        else if (file.step == ImportFileState::Step::Sending)
            done += weight * file.part / 2;
        else if (file.step == ImportFileState::Step::Reading)
            done += weight * (1 + file.part) / 2;
    }
    return all > 0 ? done / all : 1;
}

void ImportRun::setFiles(const QVector<ImportPreview> &files)
{
    m_files.clear();
    for (const ImportPreview &file : files) {
        ImportFileState state;
        state.file = file;
        m_files.append(state);
    }
}

void ImportRun::change(int file, const ImportFileState &state)
{
    m_files[file] = state;
    emit changed(file);
}

} // namespace renewal
