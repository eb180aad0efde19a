// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/releaseplanmarkdown.h"

#include "models/exchange/releaseplanlabels.h"

#include <QLocale>

#include <utility>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
QString countOf(const std::optional<qint64> &count)
{
    return count ? QLocale(QLocale::English, QLocale::UnitedStates).toString(*count) : QString();
}

QString numberOf(double value)
{
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString cell(const QString &text)
{
    return QString(text).replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s);
}

QString wordOf(CriterionVerdict verdict)
{
    switch (verdict) {
    case CriterionVerdict::Met:
        return u"met"_s;
    case CriterionVerdict::NotMet:
        return u"not met"_s;
    case CriterionVerdict::TooLittleData:
        break;
    }
    return u"too little data"_s;
}

/// Puts the parts of a document one after the other.
class Writer
{
public:
    void heading(int level, const QString &text)
    {
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text += QString(level, u'#') + u' ' + text + u"\n\n"_s;
    }
    void paragraphs(const QString &text)
    {
        if (text.isEmpty())
            return;
        const QStringList lines = text.split(u'\n');
        for (const QString &one : lines)
            line(escaped(one));
    }
    void line(const QString &text) { m_text += text + u'\n'; }
    void field(const char *label, const QString &value)
    {
        line((u"- "_s + QLatin1StringView(label) + u": "_s + escaped(value)).trimmed());
    }
    void items(const QStringList &texts)
    {
        for (const QString &text : texts)
            line(u"  - "_s + escaped(text));
    }
    void steps(const QStringList &texts)
    {
        int number = 0;
        for (const QString &text : texts)
            line(QString::number(++number) + u". "_s + escaped(text));
    }
    QString take() { return std::move(m_text); }

private:
    QString m_text;
};

void writeIntroduction(Writer &out, const ReleasePlan &plan)
{
    out.heading(1, (u"Release Plan: "_s + escaped(plan.title)).trimmed());
    out.heading(2, u"Background"_s);
    out.paragraphs(plan.background);
    out.heading(2, u"Overview"_s);
    out.paragraphs(plan.overview);
    out.heading(2, u"Step 1: Development"_s);
    out.heading(3, u"Feature Toggles"_s);
    out.line(u"| Toggle name | Description |"_s);
    out.line(u"| --- | --- |"_s);
    for (const PlannedToggle &toggle : plan.toggles)
        out.line(u"| `%1` | %2 |"_s.arg(toggle.name, cell(toggle.description)));
    out.heading(2, u"Step 2: Validation"_s);
    for (const ChecklistItem &item : plan.checklist) {
        out.line((item.isPart ? u"  "_s : QString()) + (item.done ? u"- [x] "_s : u"- [ ] "_s) +
                 escaped(item.text));
    }
}

void writeRollout(Writer &out, const ReleasePlan &plan)
{
    out.heading(2, u"Step 3: Production rollout"_s);
    out.heading(3, u"Do I need a staged rollout?"_s);
    out.paragraphs(plan.stagedRollout);
    out.heading(3, u"Define the Rollback process"_s);
    out.paragraphs(plan.rollback.intro);
    const std::pair<QString, QStringList> severities[] = {
        {u"If a critical severity issue"_s, plan.rollback.critical},
        {u"If a high-severity issue"_s, plan.rollback.high},
        {u"If a low-severity issue"_s, plan.rollback.low},
    };
    for (const auto &[title, steps] : severities) {
        out.heading(4, title);
        out.steps(steps);
    }
    out.heading(3, u"Rollout Planning"_s);
    out.field(exposureLabel, plan.exposure);
    out.line(u"- "_s + QLatin1StringView(criteriaLabel) + u": see Metrics Based Criteria"_s);
    out.field(dashboardsLabel, {});
    out.items(plan.dashboards);
    out.field(monitorsLabel, {});
    QStringList monitors;
    for (const PlanMonitor &monitor : plan.monitors)
        monitors.append(monitor.who.isEmpty() ? monitor.role : monitor.role + u": "_s + monitor.who);
    out.items(monitors);
}

void writeCriteria(Writer &out, const ReleasePlan &plan)
{
    out.heading(2, u"Metrics Based Criteria"_s);
    for (const PlannedCriterion &criterion : plan.criteria) {
        QString bound =
            criterion.atMost ? u"no higher than before the rollout"_s : u"no lower than before the rollout"_s;
        if (criterion.limit) {
            bound = (criterion.atMost ? u"at most "_s : u"at least "_s) + numberOf(*criterion.limit);
            if (!criterion.unit.isEmpty())
                bound += u' ' + criterion.unit;
        }
        out.line(u"- %1: %2 (`%3`)"_s.arg(escaped(criterion.title), bound, criterion.key));
    }
}

void writeResults(Writer &out, const StageReport *report, const QString &downstream, const QString &changes)
{
    out.field(uniqueLabel, report ? countOf(report->summary.uniqueUsers) : QString());
    out.field(metricsLabel, {});
    QStringList metrics;
    if (report) {
        for (const CriterionResult &one : report->criteria)
            metrics.append(u"%1: %2. %3"_s.arg(one.title, wordOf(one.verdict), one.sentence));
    }
    out.items(metrics);
    out.field(downstreamLabel, downstream);
    out.field(errorsLabel, report ? report->summary.errorsByType : QString());
    out.field(changesLabel, changes);
}

void writeStage(Writer &out, const PlannedStage &stage, const StageReport *report)
{
    const QString audience = stage.allowList ? u"Allow-list"_s : audienceText(stage) + u" of users"_s;
    out.heading(3, u"Stage %1: %2"_s.arg(stage.name, audience));
    out.heading(4, u"Planning"_s);
    out.field("Planned date", stage.plannedOn.toString(Qt::ISODate));
    QString length;
    if (stage.minimumDays > 0)
        length = stage.minimumDays == 1 ? u"at least 1 day"_s : u"at least %1 days"_s.arg(stage.minimumDays);
    out.field("Length of time", length);
    QString users = audienceText(stage);
    if (stage.expectedUsers)
        users += u" (about %1 users)"_s.arg(countOf(stage.expectedUsers));
    out.field(usersLabel, users);
    out.heading(4, u"Results"_s);
    if (report) {
        const QString from = report->from.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
        const QString until = report->until.isValid()
                                  ? report->until.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)
                                  : u"still on"_s;
        out.field("Actual dates", from + u" to "_s + until);
    }
    writeResults(out, report, stage.downstream, stage.changes);
}

const StageReport *reportOf(const QVector<StageReport> &reports, const QString &name)
{
    for (const StageReport &report : reports) {
        if (report.name == name)
            return &report;
    }
    return nullptr;
}

void writeDays(Writer &out, const QVector<MonitoredDay> &days)
{
    out.heading(2, u"Monitoring Log"_s);
    out.line(u"| Day (UTC) | Stage | Messages sent | Could not be sent | Slowest hour | What happened |"_s);
    out.line(u"| --- | --- | ---: | ---: | ---: | --- |"_s);
    for (const MonitoredDay &day : days) {
        const QString latency =
            day.latency ? QLocale::c().toString(*day.latency, 'f', 1) + u" s"_s : QString();
        out.line(u"| %1 | %2 | %3 | %4 | %5 | %6 |"_s.arg(day.day.toString(Qt::ISODate), cell(day.stage),
                                                          countOf(day.sent), countOf(day.errors), latency,
                                                          cell(day.events.join(u"; "_s).simplified())));
    }
}
} // namespace

QString releasePlanMarkdown(const ReleaseDocument &document)
{
    Writer out;
    const ReleasePlan plan = normalised(document.plan);
    writeIntroduction(out, plan);
    writeRollout(out, plan);
    writeCriteria(out, plan);
    out.heading(2, u"Monitoring"_s);
    for (const PlannedStage &stage : plan.stages)
        writeStage(out, stage, reportOf(document.stages, stage.name));
    if (!document.looks.isEmpty())
        out.heading(2, u"Post Launch metrics"_s);
    for (const StageReport &look : document.looks) {
        out.heading(3, look.name + u" results"_s);
        writeResults(out, &look, {}, {});
    }
    writeDays(out, document.days);
    if (document.writtenAt.isValid())
        out.line(u"\nWritten %1 from the figures of %2."_s.arg(
            document.writtenAt.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s),
            document.environment.isEmpty() ? u"this service"_s : document.environment));
    return out.take();
}

} // namespace renewal::exchange
