// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/releaseplanmarkdown.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace renewal::exchange {

/// Goes through the lines of a release plan; what a line means follows from the heading above it.
class ReleasePlanReader
{
public:
    ReadReleasePlan read(const QString &markdown);

private:
    enum class Section
    {
        None, ///< before the first heading
        LeftOut,
        Background,
        Overview,
        Toggles,
        Checklist,
        StagedRollout,
        Rollback,
        Critical,
        High,
        Low,
        Planning,
        Criteria,
        Monitoring,
        Figures, ///< of the program: not read
        StagePlanning,
        StageResults,
    };
    enum class Field
    {
        None,
        Dashboards,
        Monitors,
    };

    void readLine(const QString &line);
    bool readHeading(const QString &line);
    bool readStageHeading(const QString &text);
    void begin(const QString &title);
    void readToggle(const QString &line);
    void readChecklist(const QString &line);
    void readCriterion(const QString &line);
    void readStep(const QString &line, QStringList &steps);
    bool readRolloutField(const QString &line);
    void readSubItem(const QString &line);
    void addMonitor(const QString &text);
    void readStageLine(const QString &line);
    void readUsers(const QString &value, PlannedStage &stage);
    void readLength(const QString &value, PlannedStage &stage);
    void readText(const QString &line, QString &text);
    void finish();
    void problem(const QString &text) { m_read.problems.append({m_line, text}); }
    void leaveOut(const QString &text);
    QVector<int> &linesOf(PlanFault::Part part) { return m_lines[int(part)]; }

    ReadReleasePlan m_read;
    Section m_section = Section::None;
    Field m_field = Field::None;
    int m_line = 0;
    QHash<int, QVector<int>> m_lines; ///< of the toggles, criteria, ...: by PlanFault::Part
};

} // namespace renewal::exchange
