// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/recordcards.h"

#include "models/gateway/correlationsgateway.h"
#include "models/items/renewaltexts.h"
#include "ui/correlations/recordgrid.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using correlation::Agreement;
using correlation::MarkedText;

namespace {
MarkedText plain(const QString &text)
{
    return {text, {}};
}

MarkedText careTeamStatus(const CareTeam &team)
{
    if (team.migratingToOh)
        return correlation::marked(RecordCards::tr("Moving to Oracle Health, closed to messages"),
                                   Agreement::Against);
    return team.blocked ? correlation::marked(RecordCards::tr("Closed to messages"), Agreement::Against)
                        : plain(RecordCards::tr("Open to messages"));
}

/// "Smith, Joan; Wong, A. and 3 more"; empty without any.
QString othersText(const TeamPrescribers &others)
{
    const QString names = others.names.join(u"; "_s);
    const int more = static_cast<int>(others.total - others.names.size());
    return more > 0 ? RecordCards::tr("%1 and %2 more", "names, a number").arg(names).arg(more) : names;
}

/// A system is worth a mark only where the two differ.
MarkedText systemText(EhrSystem ehr, bool differs)
{
    const QString text = items::ehrText(ehr);
    return differs ? correlation::marked(text, Agreement::Against) : plain(text);
}

/// A place that does not speak against the pair says nothing that the station does not.
MarkedText onlyMarked(const MarkedText &text)
{
    return text.spans.isEmpty() ? MarkedText() : text;
}
} // namespace

RecordCards::RecordCards(QWidget *parent)
    : QWidget(parent)
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(u"recordCards"_s);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(scaled(this, 12));
    auto *prescriberCard = new Card(tr("Medications: prescriber"), u"prescriberCard"_s, this);
    m_prescriber = new RecordGrid(78, u"prescriberFacts"_s, this);
    prescriberCard->add(m_prescriber, 1);
    m_teamCard = new Card({}, u"teamCard"_s, this);
    m_team = new RecordGrid(84, u"teamFacts"_s, this);
    m_noTeam = makeQuietLabel({}, u"noTeamLabel"_s, FontRole::Body, this);
    m_teamCard->add(m_team, 1);
    m_teamCard->add(m_noTeam);
    for (Card *card : {prescriberCard, m_teamCard}) {
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_cards->addWidget(card, 1);
    }
}

void RecordCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Side by side only where both can be read.
    m_cards->setDirection(width() >= scaled(this, 440) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void RecordCards::setRecords(const PrescriberDetail &detail, const CareTeam *team, const QString &without)
{
    const auto records = correlation::compareRecords(detail.summary.prescriber, team);
    showPrescriber(detail, records);
    m_team->setVisible(team);
    m_noTeam->setVisible(!team);
    m_teamCard->setTitle(team ? tr("Secure Messaging: care team %1", "number").arg(team->triageTeamId.value)
                         : without.isEmpty() ? tr("Secure Messaging: no care team")
                                             : tr("Secure Messaging: care team"));
    if (team)
        showTeam(detail, *team, records);
    else
        m_noTeam->setText(without.isEmpty() ? noTeamText(detail) : without);
}

QString RecordCards::noTeamText(const PrescriberDetail &detail)
{
    if (detail.linkedTeam && isLinked(detail.summary.correlation.status))
        return tr("Linked to %1, which is none of the candidates.", "care team")
            .arg(detail.linkedTeam->shownName().trimmed());
    return detail.candidates.candidates.isEmpty()
               ? tr("There is no candidate: the prescriber stays without a care team until one is chosen.")
               : tr("No candidate is chosen: the prescriber would stay without a care team. Choose one below "
                    "to "
                    "compare it.");
}

MarkedText RecordCards::stationText(const StationNumber &number, const MarkedText &marked) const
{
    return {QString(number.text() + u' ' + m_stations.name(number)).trimmed(), marked.spans};
}

void RecordCards::showPrescriber(const PrescriberDetail &detail, const correlation::RecordComparison &records)
{
    const Prescriber &prescriber = detail.summary.prescriber;
    m_prescriber->setFields({
        {tr("Last name"), records.last},
        {tr("First name"), records.first},
        {tr("Name"), records.display},
        {tr("Station"), stationText(prescriber.station, records.station)},
        {tr("Division"), onlyMarked(records.division)},
        {tr("Specialty"), records.specialty},
        {tr("Patients"),
         plain(tr("%1 with prescriptions", "a number").arg(QLocale().toString(detail.patients)))},
        {tr("System"), systemText(prescriber.ehr, records.otherSystem)},
    });
}

void RecordCards::showTeam(const PrescriberDetail &detail, const CareTeam &team,
                           const correlation::RecordComparison &records)
{
    QString shared;
    if (detail.sharedPatients.contains(team.triageTeamId.value)) {
        const QLocale locale;
        shared = tr("%1 of the same %2", "numbers of patients")
                     .arg(locale.toString(detail.sharedPatients.value(team.triageTeamId.value)),
                          locale.toString(detail.patients));
    }
    m_team->setFields({
        {tr("Group name"), records.groupName},
        {tr("Shown as"), records.shownAs},
        {tr("Lead provider"), records.lead},
        {tr("Station"), stationText(team.station, records.teamStation)},
        {tr("Location"), onlyMarked(records.location)},
        {tr("Group type"), records.groupType},
        {tr("Patients"), plain(shared)},
        {tr("Also linked"), plain(othersText(detail.otherPrescribers.value(team.triageTeamId.value)))},
        {tr("Status"), careTeamStatus(team)},
        {tr("System"), records.otherSystem ? systemText(team.ehr, true) : MarkedText()},
    });
}

} // namespace renewal::ui
