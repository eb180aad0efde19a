// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/releaseplanreader.h"

#include "models/exchange/releaseplanlabels.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(exchange)
};

constexpr qsizetype longestDocument = 1'000'000;

/// The cells of "| a | b |", with their escapes undone.
QStringList cellsOf(const QString &line)
{
    QStringList cells{QString()};
    const QString text = line.trimmed().mid(1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size())
            cells.last() += text.at(++i);
        else if (text.at(i) == u'|')
            cells.append(QString());
        else
            cells.last() += text.at(i);
    }
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}
} // namespace

ReadReleasePlan readReleasePlan(const QString &markdown)
{
    return ReleasePlanReader().read(markdown);
}

ReadReleasePlan ReleasePlanReader::read(const QString &markdown)
{
    if (markdown.size() > longestDocument) {
        problem(Texts::tr("The document has over 1,000,000 characters; it cannot be a release plan."));
        return m_read;
    }
    const QStringList lines = QString(markdown).remove(u'\r').remove(QChar(0xfeff)).split(u'\n');
    for (const QString &line : lines) {
        ++m_line;
        readLine(line);
    }
    m_line = 0;
    finish();
    return m_read;
}

void ReleasePlanReader::readLine(const QString &line)
{
    if (readHeading(line))
        return;
    ReleasePlan &plan = m_read.plan;
    const bool isRollout = m_section >= Section::StagedRollout && m_section <= Section::Planning;
    if (isRollout && readRolloutField(line))
        return;
    switch (m_section) {
    case Section::Background:
        return readText(line, plan.background);
    case Section::Overview:
        return readText(line, plan.overview);
    case Section::StagedRollout:
        return readText(line, plan.stagedRollout);
    case Section::Rollback:
        return readText(line, plan.rollback.intro);
    case Section::Toggles:
        return readToggle(line);
    case Section::Checklist:
        return readChecklist(line);
    case Section::Critical:
        return readStep(line, plan.rollback.critical);
    case Section::High:
        return readStep(line, plan.rollback.high);
    case Section::Low:
        return readStep(line, plan.rollback.low);
    case Section::Criteria:
        return readCriterion(line);
    case Section::StagePlanning:
    case Section::StageResults:
        return readStageLine(line);
    case Section::Figures:
    case Section::LeftOut: // told at its heading
        return;
    case Section::None:
    case Section::Planning:
    case Section::Monitoring:
        break;
    }
    if (!line.trimmed().isEmpty())
        leaveOut(Texts::tr("This line is not kept: a plan has no place for it."));
}

bool ReleasePlanReader::readHeading(const QString &line)
{
    static const QRegularExpression heading(u"^#{1,6}\\s+(.*)$"_s);
    static const QRegularExpression bold =
        anyCase(u"^\\*\\*\\s*(Stage\\s.*|Planning|Results)\\s*\\*\\*\\s*$"_s);
    const bool mayBeBold = m_section >= Section::Monitoring;
    if (const auto match = heading.match(line); match.hasMatch())
        begin(match.captured(1).trimmed());
    else if (const auto asBold = bold.match(line); mayBeBold && asBold.hasMatch())
        begin(asBold.captured(1).trimmed());
    else
        return false;
    m_field = Field::None;
    return true;
}

/// What begins under a heading. Stages have their own Planning and Results.
void ReleasePlanReader::begin(const QString &title)
{
    struct Known
    {
        const char *start;
        Section section;
    };
    static constexpr Known known[] = {
        {"background", Section::Background},
        {"overview", Section::Overview},
        {"step 1", Section::Toggles},
        {"feature toggles", Section::Toggles},
        {"step 2", Section::Checklist},
        {"step 3", Section::Planning},
        {"do i need a staged rollout", Section::StagedRollout},
        {"define the rollback process", Section::Rollback},
        {"if a critical", Section::Critical},
        {"if a high", Section::High},
        {"if a low", Section::Low},
        {"rollout planning", Section::Planning},
        {"metrics based criteria", Section::Criteria},
        {"monitoring log", Section::Figures},
        {"monitoring", Section::Monitoring},
        {"post launch", Section::Figures},
        {"1 week", Section::Figures},
        {"1-week", Section::Figures},
        {"1 month", Section::Figures},
        {"1-month", Section::Figures},
    };
    static const QRegularExpression plan = anyCase(u"^Release Plan\\s*:?\\s*(.*)$"_s);
    if (const auto match = plan.match(title); match.hasMatch()) {
        m_read.plan.title = valueOf(match.captured(1));
        m_section = Section::None;
        return;
    }
    if (readStageHeading(title))
        return;
    const bool isInStage = !m_read.plan.stages.isEmpty() &&
                           (m_section == Section::StagePlanning || m_section == Section::StageResults);
    if (isInStage && title.startsWith(u"planning", Qt::CaseInsensitive)) {
        m_section = Section::StagePlanning;
        return;
    }
    if (isInStage && title.startsWith(u"results", Qt::CaseInsensitive)) {
        m_section = Section::StageResults;
        return;
    }
    for (const Known &one : known) {
        if (title.startsWith(QLatin1StringView(one.start), Qt::CaseInsensitive)) {
            m_section = one.section;
            return;
        }
    }
    m_section = Section::LeftOut;
    leaveOut(Texts::tr("\"%1\" is not kept: a plan has no place for it.").arg(title));
}

bool ReleasePlanReader::readStageHeading(const QString &title)
{
    static const QRegularExpression stage = anyCase(u"^Stage\\s+(\\S+?)\\s*:\\s*(.*)$"_s);
    static const QRegularExpression share =
        anyCase(u"^(?:Canary\\s*-\\s*)?(\\S+?)\\s*%\\s*of users(?:\\s*\\(optional\\))?$"_s);
    const auto match = stage.match(title);
    if (!match.hasMatch())
        return false;
    PlannedStage read;
    read.name = match.captured(1);
    const QString audience = match.captured(2).trimmed();
    const auto percent = share.match(audience);
    const auto value = percent.hasMatch() ? numberOf(percent.captured(1)) : std::nullopt;
    read.allowList = audience.compare(u"allow-list"_s, Qt::CaseInsensitive) == 0;
    if (!read.allowList && !value)
        problem(Texts::tr("Stage %1 says neither how many per cent nor allow-list. Write it like Stage A: 5 "
                          "% of users.")
                    .arg(read.name));
    read.percent = value.value_or(0);
    linesOf(PlanFault::Part::Stage).append(m_line);
    m_read.plan.stages.append(read);
    m_section = Section::StagePlanning;
    return true;
}

void ReleasePlanReader::readText(const QString &line, QString &text)
{
    text += unescaped(line) + u'\n';
}

void ReleasePlanReader::readToggle(const QString &line)
{
    if (!line.trimmed().startsWith(u'|'))
        return;
    const QStringList cells = cellsOf(line);
    static const QRegularExpression ruler(u"^:?-+:?$"_s);
    if (cells.first().compare(u"Toggle name"_s, Qt::CaseInsensitive) == 0 ||
        ruler.match(cells.first()).hasMatch())
        return;
    const QString name = valueOf(QString(cells.first()).remove(u'`'));
    if (name.isEmpty())
        return;
    linesOf(PlanFault::Part::Toggle).append(m_line);
    m_read.plan.toggles.append({name, cells.value(1)});
}

void ReleasePlanReader::readChecklist(const QString &line)
{
    static const QRegularExpression box(u"^(\\s*)[-*]\\s*\\[([ xX]?)\\]\\s*(.*)$"_s);
    const auto match = box.match(line);
    if (match.hasMatch()) {
        const bool isDone = match.captured(2).compare(u"x"_s, Qt::CaseInsensitive) == 0;
        m_read.plan.checklist.append({unescaped(match.captured(3)), isDone, match.capturedLength(1) >= 2});
        return;
    }
    if (!bulletText(line).isEmpty())
        problem(Texts::tr("This line of the checklist has no box. Write - [ ] or - [x] before it."));
}

void ReleasePlanReader::readCriterion(const QString &line)
{
    static const QRegularExpression limited(u"^(.*): (at most|at least) (\\S+)(?: (.*))? \\(`([^`]*)`\\)$"_s);
    static const QRegularExpression compared(
        u"^(.*): no (higher|lower) than before the rollout \\(`([^`]*)`\\)$"_s);
    const QString text = bulletText(line);
    if (text.isEmpty()) {
        if (!line.trimmed().isEmpty())
            leaveOut(Texts::tr("This line is not kept: a criterion begins with a dash."));
        return;
    }
    PlannedCriterion read;
    if (const auto match = limited.match(text); match.hasMatch()) {
        read = {match.captured(5), unescaped(match.captured(1)), match.captured(2) == u"at most",
                numberOf(match.captured(3)), match.captured(4)};
        if (!read.limit)
            return problem(
                Texts::tr("\"%1\" is no number. Write it with a point, like 0.5.").arg(match.captured(3)));
    } else if (const auto before = compared.match(text); before.hasMatch()) {
        read = {before.captured(3), unescaped(before.captured(1)), before.captured(2) == u"higher",
                std::nullopt, QString()};
    } else {
        return problem(Texts::tr("This criterion cannot be read. Write it like: Message send errors: at most "
                                 "1 % (`message_send_errors`)."));
    }
    linesOf(PlanFault::Part::Criterion).append(m_line);
    m_read.plan.criteria.append(read);
}

void ReleasePlanReader::readStep(const QString &line, QStringList &steps)
{
    static const QRegularExpression step(u"^\\s*\\d+[.)]\\s+(.*)$"_s);
    const auto match = step.match(line);
    const QString text = match.hasMatch() ? match.captured(1) : bulletText(line);
    if (!text.isEmpty())
        steps.append(unescaped(text.trimmed()));
    else if (!line.trimmed().isEmpty())
        problem(Texts::tr("This is no step. Write 1. before it, or move it elsewhere."));
}

void ReleasePlanReader::leaveOut(const QString &text)
{
    m_read.leftOut.append({m_line, text});
}

/// Ends with what the whole plan must hold to.
void ReleasePlanReader::finish()
{
    ReleasePlan &plan = m_read.plan;
    plan = normalised(plan);
    const QVector<PlanFault> faults = faultsOf(plan);
    for (const PlanFault &fault : faults) {
        const int line = linesOf(fault.part).value(fault.index, 0);
        const bool isTold = std::ranges::any_of(
            m_read.problems, [&](const PlanRemark &told) { return line > 0 && told.line == line; });
        if (!isTold)
            m_read.problems.append({line, fault.text});
    }
    std::ranges::stable_sort(m_read.problems, {}, &PlanRemark::line);
}

} // namespace renewal::exchange
