// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/releaseplan.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReleasePlan)
};

constexpr qsizetype mostEntries = 100;
constexpr qsizetype longestText = 20'000;
constexpr qsizetype longestLine = 1'000;
constexpr int mostDays = 365;
constexpr qint64 mostUsers = 1'000'000'000;

QString oneLine(const QString &text)
{
    return text.simplified();
}

/// Without spaces at the ends of lines, and without two empty lines in a row.
QString paragraphs(const QString &text)
{
    QStringList kept;
    const QStringList lines = QString(text).remove(u'\r').split(u'\n');
    static const QRegularExpression end(u"\\s+$"_s);
    for (QString shown : lines) {
        shown.remove(end);
        if (!shown.isEmpty() || (!kept.isEmpty() && !kept.last().isEmpty()))
            kept.append(shown);
    }
    while (!kept.isEmpty() && kept.last().isEmpty())
        kept.removeLast();
    return kept.join(u'\n');
}

QStringList lines(const QStringList &list)
{
    QStringList kept;
    for (const QString &line : list) {
        if (const QString shown = oneLine(line); !shown.isEmpty())
            kept.append(shown);
    }
    return kept;
}

void add(QVector<PlanFault> &faults, PlanFault::Part part, qsizetype index, const QString &text)
{
    faults.append({part, int(index), text});
}

bool isLong(const ReleasePlan &plan)
{
    QStringList all = plan.dashboards + plan.rollback.critical + plan.rollback.high + plan.rollback.low;
    all << plan.title << plan.exposure;
    for (const PlannedToggle &toggle : plan.toggles)
        all << toggle.name << toggle.description;
    for (const ChecklistItem &item : plan.checklist)
        all << item.text;
    for (const PlanMonitor &monitor : plan.monitors)
        all << monitor.role << monitor.who;
    for (const PlannedStage &stage : plan.stages)
        all << stage.downstream << stage.changes;
    const bool longLine =
        std::ranges::any_of(all, [](const QString &line) { return line.size() > longestLine; });
    const QStringList texts{plan.background, plan.overview, plan.stagedRollout, plan.rollback.intro};
    return longLine ||
           std::ranges::any_of(texts, [](const QString &text) { return text.size() > longestText; });
}

bool isFull(const ReleasePlan &plan)
{
    return std::max({plan.toggles.size(), plan.checklist.size(), plan.dashboards.size(), plan.monitors.size(),
                     plan.criteria.size(), plan.stages.size(), plan.rollback.critical.size(),
                     plan.rollback.high.size(), plan.rollback.low.size()}) > mostEntries;
}

void checkToggles(const ReleasePlan &plan, QVector<PlanFault> &faults)
{
    static const QRegularExpression name(u"^[A-Za-z0-9_.:-]{1,200}$"_s);
    if (plan.toggles.isEmpty())
        add(faults, PlanFault::Part::Whole, -1,
            Texts::tr("The plan names no toggle; name the one that is steered."));
    QStringList seen;
    for (qsizetype i = 0; i < plan.toggles.size(); ++i) {
        const QString &toggle = plan.toggles.at(i).name;
        if (!name.match(toggle).hasMatch())
            add(faults, PlanFault::Part::Toggle, i,
                Texts::tr("\"%1\" is no name of a toggle; use letters, digits and underscores.").arg(toggle));
        else if (seen.contains(toggle))
            add(faults, PlanFault::Part::Toggle, i,
                Texts::tr("The toggle \"%1\" is there twice; take one out.").arg(toggle));
        seen.append(toggle);
    }
}

void checkCriteria(const ReleasePlan &plan, QVector<PlanFault> &faults)
{
    static const QRegularExpression name(u"^[a-z0-9_]{1,60}$"_s);
    QStringList seen;
    for (qsizetype i = 0; i < plan.criteria.size(); ++i) {
        const PlannedCriterion &criterion = plan.criteria.at(i);
        if (!name.match(criterion.key).hasMatch() || seen.contains(criterion.key))
            add(faults, PlanFault::Part::Criterion, i,
                Texts::tr("The criterion \"%1\" has no key of its own, such as message_send_errors.")
                    .arg(criterion.title));
        else if (criterion.limit &&
                 (!std::isfinite(*criterion.limit) || *criterion.limit < 0 || *criterion.limit > 1e6))
            add(faults, PlanFault::Part::Criterion, i,
                Texts::tr("The limit of \"%1\" is no number from 0 to 1,000,000.").arg(criterion.title));
        seen.append(criterion.key);
    }
    for (qsizetype i = 0; i < plan.monitors.size(); ++i) {
        if (plan.monitors.at(i).role.isEmpty() || plan.monitors.at(i).role.contains(u':'))
            add(faults, PlanFault::Part::Monitor, i,
                Texts::tr("A monitor needs a role without a colon, such as Product Manager."));
    }
}

/// What is wrong with one stage by itself; empty: nothing.
QString faultOf(const PlannedStage &stage)
{
    static const QRegularExpression name(u"^[A-Za-z0-9]{1,20}$"_s);
    if (!name.match(stage.name).hasMatch())
        return Texts::tr("\"%1\" is no name of a stage; use letters and digits, such as A.").arg(stage.name);
    if (stage.allowList && stage.percent != 0)
        return Texts::tr("Stage %1 has an allow-list and a percentage; choose one.").arg(stage.name);
    if (!stage.allowList && !(stage.percent > 0 && stage.percent <= 100))
        return Texts::tr("Stage %1 needs a percentage above 0 and up to 100.").arg(stage.name);
    if (stage.minimumDays < 0 || stage.minimumDays > mostDays)
        return Texts::tr("Stage %1 may be held for 0 to 365 days.").arg(stage.name);
    if (stage.expectedUsers && (*stage.expectedUsers < 0 || *stage.expectedUsers > mostUsers))
        return Texts::tr("The expected users of stage %1 are no number from 0 to 1,000,000,000.")
            .arg(stage.name);
    return {};
}

void checkStages(const ReleasePlan &plan, QVector<PlanFault> &faults)
{
    if (plan.stages.isEmpty())
        add(faults, PlanFault::Part::Whole, -1,
            Texts::tr("The plan has no stages; write at least one, such as Stage A: 5 % of users."));
    for (qsizetype i = 0; i < plan.stages.size(); ++i) {
        const PlannedStage &stage = plan.stages.at(i);
        if (const QString fault = faultOf(stage); !fault.isEmpty()) {
            add(faults, PlanFault::Part::Stage, i, fault);
            continue;
        }
        for (qsizetype j = 0; j < i; ++j) {
            const PlannedStage &earlier = plan.stages.at(j);
            if (earlier.name == stage.name)
                add(faults, PlanFault::Part::Stage, i,
                    Texts::tr("Stage %1 is there twice; give one another name.").arg(stage.name));
        }
        if (i == 0)
            continue;
        const PlannedStage &before = plan.stages.at(i - 1);
        if (stage.allowList && !before.allowList)
            add(faults, PlanFault::Part::Stage, i,
                Texts::tr("Stage %1 has an allow-list; those come before all percentages.").arg(stage.name));
        else if (!stage.allowList && stage.percent <= before.percent)
            add(faults, PlanFault::Part::Stage, i,
                Texts::tr("Stage %1 reaches no more users than stage %2; each stage must reach more.")
                    .arg(stage.name, before.name));
        if (stage.plannedOn.isValid() && before.plannedOn.isValid() && stage.plannedOn < before.plannedOn)
            add(faults, PlanFault::Part::Stage, i,
                Texts::tr("Stage %1 is planned before stage %2; put the dates in order.")
                    .arg(stage.name, before.name));
    }
}

void addPart(QCryptographicHash &hash, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
}
} // namespace

ReleasePlan normalised(const ReleasePlan &plan)
{
    ReleasePlan kept = plan;
    for (QString *text : {&kept.background, &kept.overview, &kept.stagedRollout, &kept.rollback.intro})
        *text = paragraphs(*text);
    kept.title = oneLine(kept.title);
    kept.exposure = oneLine(kept.exposure);
    for (QStringList *list :
         {&kept.dashboards, &kept.rollback.critical, &kept.rollback.high, &kept.rollback.low})
        *list = lines(*list);
    for (PlannedToggle &toggle : kept.toggles)
        toggle = {oneLine(toggle.name), oneLine(toggle.description)};
    kept.toggles.removeIf([](const PlannedToggle &toggle) { return toggle.name.isEmpty(); });
    for (ChecklistItem &item : kept.checklist)
        item.text = oneLine(item.text);
    kept.checklist.removeIf([](const ChecklistItem &item) { return item.text.isEmpty(); });
    if (!kept.checklist.isEmpty())
        kept.checklist.first().isPart = false;
    for (PlanMonitor &monitor : kept.monitors)
        monitor = {oneLine(monitor.role), oneLine(monitor.who)};
    kept.monitors.removeIf([](const PlanMonitor &one) { return one.role.isEmpty() && one.who.isEmpty(); });
    for (PlannedCriterion &criterion : kept.criteria) {
        criterion.title = oneLine(criterion.title);
        criterion.unit = oneLine(criterion.unit);
    }
    for (PlannedStage &stage : kept.stages) {
        for (QString *text : {&stage.name, &stage.downstream, &stage.changes})
            *text = oneLine(*text);
    }
    return kept;
}

QVector<PlanFault> faultsOf(const ReleasePlan &plan)
{
    QVector<PlanFault> faults;
    if (isFull(plan))
        add(faults, PlanFault::Part::Whole, -1,
            Texts::tr("A list of the plan has over 100 entries; shorten it."));
    if (isLong(plan))
        add(faults, PlanFault::Part::Whole, -1,
            Texts::tr("A line of the plan has over 1,000 characters, or a text over 20,000; shorten it."));
    checkToggles(plan, faults);
    checkCriteria(plan, faults);
    checkStages(plan, faults);
    return faults;
}

QString fingerprint(const ReleasePlan &plan)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const PlannedToggle &toggle : plan.toggles)
        addPart(hash, toggle.name);
    for (const PlannedCriterion &criterion : plan.criteria) {
        addPart(hash, criterion.key);
        addPart(hash, criterion.limit ? QString::number(*criterion.limit, 'g', 17) : u"before"_s);
    }
    for (const PlannedStage &stage : plan.stages) {
        addPart(hash, stage.name);
        addPart(hash, stage.allowList ? u"list"_s : QString::number(stage.percent, 'g', 17));
        addPart(hash, QString::number(stage.minimumDays));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString audienceText(const PlannedStage &stage)
{
    if (stage.allowList)
        return u"allow-list"_s;
    return QLocale::c().toString(stage.percent, 'g', QLocale::FloatingPointShortest) + u" %"_s;
}

} // namespace renewal
