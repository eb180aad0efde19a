// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/releaseplanlabels.h"
#include "models/exchange/releaseplanreader.h"

#include <QCoreApplication>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(exchange)
};

/// "UX Leads, Engineering Lead, and Product Manager"
QStringList rolesOf(const QString &text)
{
    static const QRegularExpression between(u",\\s*(?:and\\s+)?|\\s+and\\s+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

/// The value of a field; nullopt when the text is not that field.
std::optional<QString> fieldOf(const QString &text, const QRegularExpression &label)
{
    const auto match = label.match(text);
    return match.hasMatch() ? std::optional(valueOf(match.captured(1))) : std::nullopt;
}
} // namespace

/// The questions of the production rollout; in older plans they stand below the way back.
bool ReleasePlanReader::readRolloutField(const QString &line)
{
    static const QRegularExpression dashboards = anyCase(u"^Links to the dashboards?[^:]*:\\s*(.*)$"_s);
    static const QRegularExpression part(u"^\\s{2,}[-*]\\s+(.*)$"_s);
    if (const auto match = part.match(line); m_field != Field::None && match.hasMatch()) {
        readSubItem(match.captured(1));
        return true;
    }
    const QString text = bulletText(line);
    if (text.isEmpty())
        return false;
    if (const auto exposure = answerTo(text, exposureLabel)) {
        m_read.plan.exposure = *exposure;
        m_field = Field::None;
    } else if (answerTo(text, criteriaLabel)) {
        m_field = Field::None; // they have a section of their own
    } else if (const auto link = fieldOf(text, dashboards)) {
        m_field = Field::Dashboards;
        readSubItem(*link);
    } else if (const auto roles = answerTo(text, monitorsLabel)) {
        m_field = Field::Monitors;
        const QStringList all = rolesOf(*roles);
        for (const QString &role : all)
            addMonitor(role);
    } else {
        return false;
    }
    return true;
}

void ReleasePlanReader::readSubItem(const QString &text)
{
    const QString value = valueOf(text);
    if (value.isEmpty())
        return;
    if (m_field == Field::Dashboards)
        m_read.plan.dashboards.append(value);
    else
        addMonitor(value);
}

void ReleasePlanReader::addMonitor(const QString &text)
{
    const qsizetype colon = text.indexOf(u": "_s);
    linesOf(PlanFault::Part::Monitor).append(m_line);
    if (colon < 0)
        m_read.plan.monitors.append({text.trimmed()});
    else
        m_read.plan.monitors.append({text.left(colon).trimmed(), text.mid(colon + 2).trimmed()});
}

void ReleasePlanReader::readStageLine(const QString &line)
{
    static const QRegularExpression date = anyCase(u"^(?:Planned date|Desired date range)\\s*:\\s*(.*)$"_s);
    static const QRegularExpression length = anyCase(u"^Length of time\\s*:\\s*(.*)$"_s);
    static const QRegularExpression users = anyCase(u"^Percentage of Users[^:]*:\\s*(.*)$"_s);
    const QString text = bulletText(line);
    if (text.isEmpty() || line.startsWith(u"  "_s))
        return; // what a stage is for, and its figures
    PlannedStage &stage = m_read.plan.stages.last();
    if (const auto downstream = answerTo(text, downstreamLabel)) {
        stage.downstream = *downstream;
    } else if (const auto changes = answerTo(text, changesLabel)) {
        stage.changes = *changes;
    } else if (const auto days = fieldOf(text, length)) {
        readLength(*days, stage);
    } else if (const auto share = fieldOf(text, users)) {
        readUsers(*share, stage);
    } else if (const auto planned = fieldOf(text, date); planned && !planned->isEmpty()) {
        stage.plannedOn = QDate::fromString(*planned, Qt::ISODate);
        if (!stage.plannedOn.isValid())
            problem(Texts::tr("\"%1\" is no date. Write it like 2026-11-30.").arg(*planned));
    }
}

void ReleasePlanReader::readLength(const QString &value, PlannedStage &stage)
{
    static const QRegularExpression length = anyCase(u"^(?:at least |minimum )?(\\d{1,6}) days?\\b"_s);
    if (value.isEmpty())
        return;
    const auto match = length.match(value);
    if (match.hasMatch())
        stage.minimumDays = match.captured(1).toInt();
    else
        problem(Texts::tr("\"%1\" is no length of time. Write whole days, like at least 5 days.").arg(value));
}

void ReleasePlanReader::readUsers(const QString &value, PlannedStage &stage)
{
    static const QRegularExpression share(u"^(\\S+?)\\s*%"_s);
    static const QRegularExpression expected = anyCase(u"about ([\\d,]+) users"_s);
    if (const auto match = share.match(value); match.hasMatch() && !stage.allowList) {
        if (numberOf(match.captured(1)) != stage.percent)
            problem(Texts::tr("Stage %1 has another percentage in its heading than here. Make them the same.")
                        .arg(stage.name));
    }
    if (const auto match = expected.match(value); match.hasMatch())
        stage.expectedUsers = match.captured(1).remove(u',').toLongLong();
}

} // namespace renewal::exchange
