// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/careteamdialog.h"

#include "models/items/await.h"
#include "models/items/careteamsmodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/stateoverlay.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 150;
}

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
    const auto showChoice = [this] { m_link->setEnabled(chosen().isValid()); };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, showChoice);
    connect(m_model, &QAbstractItemModel::modelReset, this, showChoice);
    m_link->setEnabled(false);
}

void CareTeamDialog::setWords(const QString &title, const QString &heading, const QString &button)
{
    setWindowTitle(title);
    m_heading->setText(heading);
    m_link->setText(button);
}

std::optional<CareTeam> CareTeamDialog::chosenTeam() const
{
    const CareTeam *team = m_model->team(m_list->currentIndex().row());
    return team ? std::optional(*team) : std::nullopt;
}

TriageTeamId CareTeamDialog::chosen() const
{
    const CareTeam *team = m_model->team(m_list->currentIndex().row());
    return team ? team->triageTeamId : TriageTeamId{};
}

QString CareTeamDialog::chosenName() const
{
    const CareTeam *team = m_model->team(m_list->currentIndex().row());
    return team ? team->shownName() : QString();
}

bool CareTeamDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The arrows move in the list while one goes on typing.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CareTeamDialog::request()
{
    const quint64 generation = ++m_generation;
    if (m_model->rowCount() == 0)
        m_overlay->showLoading();
    items::await(m_gateway->careTeams(m_station, m_search->text().trimmed()), this,
                 [this, generation](const Result<QVector<CareTeam>> &teams) {
                     if (generation != m_generation)
                         return;
                     m_model->setTeams(teams ? *teams : QVector<CareTeam>());
                     if (!teams)
                         m_overlay->showFailed(tr("The care teams could not be fetched"), teams.error().text);
                     else if (teams->isEmpty())
                         m_overlay->showEmpty(tr("No care team fits"), tr("Try fewer letters."));
                     else
                         m_overlay->clear();
                     if (m_model->rowCount() > 0)
                         m_list->setCurrentIndex(m_model->index(0));
                 });
}

} // namespace renewal::ui
