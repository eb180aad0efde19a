// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/papertexts.h"

#include "models/items/datetexts.h"
#include "models/items/renewalfacts.h"
#include "models/items/renewaltexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Paper)
};

QString foot(const PaperFrame &frame, const QTimeZone &zone)
{
    const QString asOf = Texts::tr("As of %1", "time").arg(items::zonedTime(frame.now, zone));
    return frame.printedBy.isEmpty()
               ? asOf
               : Texts::tr("%1, printed by %2", "as of when, name").arg(asOf, frame.printedBy);
}

/// Of all that is on the paper, when they share one.
QTimeZone zoneOf(const QVector<Renewal> &renewals, const PaperFrame &frame)
{
    if (renewals.isEmpty())
        return QTimeZone::utc();
    const QTimeZone first = frame.stations.zone(renewals.constFirst().station);
    for (const Renewal &renewal : renewals) {
        if (frame.stations.zone(renewal.station) != first)
            return QTimeZone::utc();
    }
    return first;
}

QString keysText(const PaperFrame &frame)
{
    return frame.reason.isEmpty() ? Texts::tr("Patient keys show their last four characters.")
                                  : Texts::tr("With whole patient keys. Reason: %1").arg(frame.reason);
}

QStringList rowOf(const Renewal &renewal, const PaperFrame &frame)
{
    const QTimeZone zone = frame.stations.zone(renewal.station);
    return {renewal.patientKey,           renewal.drug,
            renewal.prescriptionNumber,   items::columnDate(renewal.lastFilled, zone),
            renewal.prescriberShown,      renewal.careTeamName,
            items::nextStepText(renewal), items::dueText(renewal, frame.now)};
}

QString gateLines(const RenewalDetail &detail)
{
    QStringList lines;
    for (const GateResult &gate : detail.gates)
        lines.append((!gate.known   ? Texts::tr("not known", "a gate")
                      : gate.passed ? Texts::tr("yes", "a gate")
                                    : Texts::tr("no", "a gate")) +
                     u": "_s + gate.text);
    return lines.join(u"; "_s);
}

PaperSection sectionOf(const RenewalDetail &detail, const PaperFrame &frame)
{
    const Renewal &renewal = detail.renewal;
    const QTimeZone zone = frame.stations.zone(renewal.station);
    PaperSection section;
    section.heading = renewal.drug.isEmpty() ? Texts::tr("Medication not named") : renewal.drug;
    const QString renewable = !detail.renewable   ? Texts::tr("Not checked")
                              : *detail.renewable ? Texts::tr("Yes")
                                                  : Texts::tr("No");
    const QString refills = renewal.refillRemaining ? QString::number(*renewal.refillRemaining) : QString();
    const auto name = [](const std::optional<CareTeam> &team) {
        return team ? team->shownName() : QString();
    };
    section.facts = {
        {Texts::tr("Where it stands"), items::nextStepText(renewal)},
        {Texts::tr("Reply due"), renewal.dueAt.isValid() ? items::zonedTime(renewal.dueAt, zone) : QString()},
        {Texts::tr("Asked for"), items::zonedTime(renewal.requestedAt, zone)},
        {Texts::tr("Rx number"), renewal.prescriptionNumber},
        {Texts::tr("Instructions"), renewal.sig},
        {Texts::tr("Quantity"), renewal.quantity},
        {Texts::tr("Last fill"), items::readableDate(renewal.lastFilled, zone)},
        {Texts::tr("Refills left"), refills},
        {Texts::tr("Expires"), items::readableDate(renewal.expires, zone)},
        {Texts::tr("Prescriber"), items::prescriberWithCredential(detail)},
        {Texts::tr("Source"), items::prescriberSource(detail)},
        {Texts::tr("Fills"), items::fillLines(detail, zone).join(u"; "_s)},
        {Texts::tr("Can it be renewed?"), renewable},
        {Texts::tr("Why"), detail.verdictText},
        {Texts::tr("Gates"), gateLines(detail)},
        {Texts::tr("Rule"), QString(detail.ruleVersion).replace(u'_', u' ')},
        {Texts::tr("Care team by the link"), name(detail.careTeam)},
        {Texts::tr("Care team the Veteran chose"), name(detail.sentTo)},
        {Texts::tr("Evidence"), detail.careTeamReason},
    };
    if (!detail.messageBody.isEmpty())
        section.text = Texts::tr("Message as sent:\n%1").arg(detail.messageBody.trimmed());
    return section;
}
} // namespace

Paper queuePaper(const QString &viewTitle, const Page<Renewal> &page, const PaperFrame &frame)
{
    const QLocale locale;
    Paper paper;
    paper.isWide = true;
    paper.title = Texts::tr("Renewals: %1", "name of a view").arg(viewTitle);
    paper.subtitle = page.items.size() < page.total
                         ? Texts::tr("The first %1 of %2 renewals.", "numbers")
                               .arg(locale.toString(page.items.size()), locale.toString(page.total))
                         : Texts::tr("%1 renewals.", "a number").arg(locale.toString(page.total));
    paper.subtitle += u' ' + keysText(frame);
    paper.foot = foot(frame, zoneOf(page.items, frame));
    PaperSection section;
    section.table.head = {Texts::tr("Patient"),   Texts::tr("Medication"), Texts::tr("Rx"),
                          Texts::tr("Last fill"), Texts::tr("Prescriber"), Texts::tr("Care team"),
                          Texts::tr("Next step"), Texts::tr("Due")};
    section.table.widths = {10, 21, 8, 9, 14, 16, 12, 10};
    for (const Renewal &renewal : page.items)
        section.table.rows.append(rowOf(renewal, frame));
    paper.sections = {section};
    return paper;
}

Paper bundlePaper(const QString &patient, const QVector<RenewalDetail> &details, const PaperFrame &frame)
{
    Paper paper;
    paper.title = Texts::tr("Renewals of %1", "a patient").arg(patient);
    paper.subtitle = keysText(frame);
    QVector<Renewal> renewals;
    for (const RenewalDetail &detail : details) {
        renewals.append(detail.renewal);
        paper.sections.append(sectionOf(detail, frame));
    }
    paper.foot = foot(frame, zoneOf(renewals, frame));
    return paper;
}

} // namespace renewal::ui
