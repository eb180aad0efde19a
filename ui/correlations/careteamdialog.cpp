// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/careteamdialog.h"

#include "models/correlation/counterfactual.h"
#include "models/items/await.h"
#include "models/items/careteamsmodel.h"
#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "models/items/triageplan.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/stateoverlay.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 150;

Result<QVector<TeamChoice>> withoutReasons(const Result<QVector<CareTeam>> &teams)
{
    if (!teams)
        return failure(teams.error());
    QVector<TeamChoice> choices;
    for (const CareTeam &team : *teams)
        choices.append({team, {}});
    return choices;
}
} // namespace

CareTeamDialog::CareTeamDialog(CorrelationsGateway *gateway, const QString &parentStation,
                               const QString &prescriber, QWidget *parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_station(parentStation)
    , m_model(new items::CareTeamsModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_link(makeButton(tr("Link to this team"), u"linkTeamButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"careTeamDialog"_s);
    setWindowTitle(tr("Link to another team"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    m_heading =
        makeLabel(tr("Care teams of station %1 for %2", "station, prescriber").arg(m_station, prescriber),
                  u"careTeamDialogLabel"_s, FontRole::Heading, this);
    layout->addWidget(m_heading);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    m_ahead = makeQuietLabel({}, u"careTeamAheadLabel"_s, FontRole::Body, this);
    m_ahead->hide();
    layout->addWidget(m_ahead);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelTeamButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_link);
    layout->addLayout(buttons);
    setupList();
    m_link->setDefault(true);
    resize(scaled(this, 520), scaled(this, 460));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_link, &QPushButton::clicked, this, &QDialog::accept);
    m_search->setFocus();
    request();
}

void CareTeamDialog::setupList()
{
    m_search->setObjectName(u"teamSearchEdit"_s);
    m_search->setAccessibleName(tr("Search care teams"));
    m_search->setPlaceholderText(tr("Search by name, number or lead provider"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"careTeamsList"_s);
    m_list->setAccessibleName(tr("Care teams"));
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Height::TwoLines, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_overlay = new StateOverlay(m_list, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, m_list));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &CareTeamDialog::request);
    connect(m_overlay, &StateOverlay::retryRequested, this, &CareTeamDialog::request);
    connect(m_list, &QListView::activated, this, [this] {
        if (m_link->isEnabled())
            accept();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CareTeamDialog::showChoice);
    m_link->setEnabled(false);
}

void CareTeamDialog::setWords(const QString &title, const QString &heading, const QString &button)
{
    setWindowTitle(title);
    m_heading->setText(heading);
    m_link->setText(button);
}

void CareTeamDialog::setDecision(const Decision &decision, const CandidateSet &candidates)
{
    m_decision = decision;
    m_decision->kind = DecisionKind::Link;
    m_candidates = candidates;
    showChoice();
    request();
}

void CareTeamDialog::setRenewals(const QVector<Renewal> &renewals)
{
    m_renewals = renewals;
    QSet<qint64> prescribers;
    for (const Renewal &renewal : renewals) {
        addFirst(renewal.sentTo, tr("the Veteran wrote to it"));
        addFirst(renewal.careTeam, tr("it goes there now"));
        prescribers.insert(renewal.prescriberId.value);
    }
    const PrescriberId only{prescribers.size() == 1 ? *prescribers.cbegin() : 0};
    request();
    if (!only.isValid())
        return;
    items::await(m_gateway->prescriber(only), this, [this](const Result<PrescriberDetail> &detail) {
        if (!detail)
            return; // the list does without
        for (const Candidate &candidate : std::as_const(detail->candidates.candidates))
            addFirst(candidate.careTeam,
                     tr("matching gives it %1", "a percentage").arg(items::percent(candidate.probability)));
        request();
    });
}

void CareTeamDialog::addFirst(TriageTeamId team, const QString &note)
{
    if (!team.isValid())
        return;
    const auto it = std::ranges::find(m_first, team, &First::team);
    if (it == m_first.end())
        m_first.append({team, {note}});
    else if (!it->notes.contains(note))
        it->notes.append(note);
}

/// Those that are likely to be meant come first, each with what speaks for it.
QVector<TeamChoice> CareTeamDialog::arranged(const QVector<TeamChoice> &choices) const
{
    QVector<TeamChoice> first;
    QVector<TeamChoice> rest = choices;
    for (const First &one : m_first) {
        const auto it = std::ranges::find_if(
            rest, [&](const TeamChoice &choice) { return choice.team.triageTeamId == one.team; });
        if (it == rest.end())
            continue;
        it->reason = one.notes.join(u", "_s);
        first.append(*it);
        rest.erase(it);
    }
    return first + rest;
}

std::optional<qint64> CareTeamDialog::releases() const
{
    return m_effect && *m_effect ? std::optional((*m_effect)->becomeReady) : std::nullopt;
}

/// What is selected, not what is current: to be the first that the keyboard comes to is no choice.
QModelIndex CareTeamDialog::chosenIndex() const
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QModelIndex() : selected.first();
}

std::optional<CareTeam> CareTeamDialog::chosenTeam() const
{
    const CareTeam *team = m_model->team(chosenIndex().row());
    return team ? std::optional(*team) : std::nullopt;
}

TriageTeamId CareTeamDialog::chosen() const
{
    const auto team = chosenTeam();
    return team ? team->triageTeamId : TriageTeamId{};
}

QString CareTeamDialog::chosenName() const
{
    const auto team = chosenTeam();
    return team ? team->shownName() : QString();
}

void CareTeamDialog::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    m_list->selectionModel()->select(m_model->index(row), QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(m_model->index(row));
}

bool CareTeamDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || (watched != m_search && watched != m_list))
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool moves =
        key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp;
    // The first step is to the first team, also when the view holds it for its current one already.
    if (moves && !chosenIndex().isValid() && m_model->rowCount() > 0) {
        choose(0);
        return true;
    }
    // The arrows move in the list while one goes on typing.
    if (moves && watched == m_search) {
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void CareTeamDialog::showChoice()
{
    if (m_decision) {
        lookAhead();
        return;
    }
    m_link->setEnabled(chosen().isValid());
    if (!m_renewals.isEmpty())
        showUnfit();
}

/// A team that cannot take them stays in the list, so that nobody looks for it, and says why.
void CareTeamDialog::showUnfit()
{
    const auto team = chosenTeam();
    const QString why = team ? items::whyUnfit(*team, m_renewals) : QString();
    m_ahead->setText(why);
    m_ahead->setVisible(!why.isEmpty());
    m_link->setEnabled(team && why.isEmpty());
    if (!why.isEmpty())
        announce(this, why);
}

void CareTeamDialog::setReasons(const QVector<RerouteReason> &reasons, const QString &chosen)
{
    m_reasons = new QComboBox(this);
    m_reasons->setObjectName(u"rerouteReasonCombo"_s);
    m_reasons->setAccessibleName(tr("Why"));
    for (const RerouteReason &reason : reasons)
        m_reasons->addItem(reason.text, reason.code);
    m_reasons->setCurrentIndex(std::max(0, m_reasons->findData(chosen)));
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_ahead), m_reasons);
}

QString CareTeamDialog::reason() const
{
    return m_reasons ? m_reasons->currentData().toString() : QString();
}

void CareTeamDialog::lookAhead()
{
    const quint64 generation = ++m_lookGeneration;
    m_effect.reset();
    m_decision->careTeam = chosen();
    showAhead();
    if (!m_decision->careTeam.isValid())
        return;
    items::await(m_gateway->preview(*m_decision), this,
                 [this, generation](const Result<DecisionEffect> &effect) {
                     if (generation != m_lookGeneration)
                         return;
                     m_effect = effect;
                     showAhead();
                 });
}

void CareTeamDialog::showAhead()
{
    const bool isChosen = chosen().isValid();
    // Nobody links without having been able to see what follows.
    m_link->setEnabled(isChosen && m_effect && *m_effect);
    const qint64 follow = releases().value_or(0);
    m_link->setText(follow > 0 ? tr("Link and release %n", "number of renewals", static_cast<int>(follow))
                               : tr("Link to this team"));
    QString text = tr("Choose a care team to see what would follow.");
    if (isChosen && !m_effect)
        text = tr("Looking…");
    else if (isChosen && !*m_effect)
        text = m_effect->error().text;
    else if (isChosen)
        text = matchingText() + u'\n' + items::effectLines(**m_effect).join(u", ");
    m_ahead->setText(text);
    m_ahead->show();
}

/// What matching thinks of the chosen team.
QString CareTeamDialog::matchingText() const
{
    const auto it = std::ranges::find(m_candidates.candidates, chosen(), &Candidate::careTeam);
    if (it == m_candidates.candidates.cend()) {
        const QString reason = m_model->reason(chosenIndex().row());
        return reason.isEmpty() ? tr("Matching did not find this team.")
                                : tr("Matching did not suggest this team: %1", "a sentence").arg(reason);
    }
    return it->probability < correlation::evenProbability
               ? tr("Matching gives this team %1: more likely wrong than right.", "a percentage")
                     .arg(items::percent(it->probability))
               : tr("Matching gives this team %1.", "a percentage").arg(items::percent(it->probability));
}

void CareTeamDialog::request()
{
    const quint64 generation = ++m_generation;
    if (m_model->rowCount() == 0)
        m_overlay->showLoading();
    const QString words = m_search->text().trimmed();
    if (m_decision) {
        items::await(m_gateway->teamChoices(m_decision->prescriberId, words), this,
                     [this, generation](const Result<QVector<TeamChoice>> &choices) {
                         if (generation == m_generation)
                             take(choices);
                     });
        return;
    }
    items::await(m_gateway->careTeams(m_station, words), this,
                 [this, generation](const Result<QVector<CareTeam>> &teams) {
                     if (generation == m_generation)
                         take(withoutReasons(teams));
                 });
}

void CareTeamDialog::take(const Result<QVector<TeamChoice>> &teams)
{
    const TriageTeamId before = chosen();
    m_model->setChoices(teams ? arranged(*teams) : QVector<TeamChoice>());
    if (!teams)
        m_overlay->showFailed(tr("The care teams could not be fetched"), teams.error().text);
    else if (teams->isEmpty())
        m_overlay->showEmpty(tr("No care team fits"), tr("Try fewer letters."));
    else
        m_overlay->clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (before.isValid() && m_model->team(row)->triageTeamId == before)
            choose(row);
    }
    showChoice();
}

} // namespace renewal::ui
