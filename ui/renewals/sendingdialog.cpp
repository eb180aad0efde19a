// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/sendingdialog.h"

#include "models/items/await.h"
#include "models/items/outboxmodel.h"
#include "models/items/outboxwords.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/tablesetup.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using Model = items::OutboxModel;

namespace {
bool fits(RepairAction action, OutboxState state)
{
    switch (action) {
    case RepairAction::Retry:
        return state == OutboxState::DeadLetter || state == OutboxState::Failed;
    case RepairAction::GiveUp:
        return mayBeTakenBack(state);
    case RepairAction::Sent:
        return state == OutboxState::DeadLetter || state == OutboxState::Unconfirmed;
    case RepairAction::NotSent:
        return state == OutboxState::Unconfirmed;
    }
    return false;
}
} // namespace

SendingDialog::SendingDialog(OutboxGateway *gateway, const Clock *clock, QWidget *parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_model(new Model(gateway, clock, this))
    , m_summary(makeQuietLabel({}, u"sendingSummaryLabel"_s, FontRole::Body, this))
    , m_filters(new QButtonGroup(this))
{
    setObjectName(u"sendingDialog"_s);
    setWindowTitle(tr("Sending"));
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 20);
    layout->setContentsMargins(side, scaled(this, 18), side, scaled(this, 16));
    layout->setSpacing(scaled(this, 6));
    layout->addWidget(makeLabel(tr("Renewals on their way to care teams"), u"sendingTitleLabel"_s,
                                FontRole::Heading, this));
    layout->addWidget(m_summary);
    setupFilters(layout);
    setupTable(layout);
    setupFoot(layout);
    resize(scaled(this, 860), scaled(this, 540));
    askStatus();
    m_model->setState(OutboxState::DeadLetter);
    showChosen();
    m_table->setFocus();
}

void SendingDialog::setupFilters(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    const auto add = [&](OutboxState state, const QString &name, items::Tone tone) {
        QPushButton *filter = makeFilter(items::outboxStateText(state), name, tone, this);
        m_filters->addButton(filter, int(state));
        row->addWidget(filter);
    };
    add(OutboxState::DeadLetter, u"deadLettersFilter"_s, items::Tone::Bad);
    add(OutboxState::Unconfirmed, u"unconfirmedFilter"_s, items::Tone::Caution);
    add(OutboxState::Failed, u"failedFilter"_s, items::Tone::Neutral);
    add(OutboxState::Queued, u"queuedFilter"_s, items::Tone::Neutral);
    row->addStretch(1);
    m_filters->setExclusive(true);
    m_filters->button(int(OutboxState::DeadLetter))->setChecked(true);
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int state) {
        m_model->setState(OutboxState(state));
        showChosen();
    });
    layout->addLayout(row);
}

void SendingDialog::setupTable(QVBoxLayout *layout)
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"sendingTable"_s);
    m_table->setAccessibleName(tr("Renewals on their way"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    setColumnWidths(m_table, Model::ProblemColumn,
                    {{Model::MedicationColumn, 190},
                     {Model::PatientColumn, 92},
                     {Model::CareTeamColumn, 160},
                     {Model::SinceColumn, 84}});
    auto *list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::OneLine, this),
                               u"sendingListFrame"_s, this);
    list->setTexts({tr("Nothing here"),
                    tr("No routed renewal is in this state."),
                    tr("This list could not be read"),
                    {}});
    layout->addWidget(list, 1);
    m_detail = makeLabel({}, u"sendingDetailLabel"_s, FontRole::Body, this);
    m_detail->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_detail);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SendingDialog::showChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SendingDialog::showChosen);
}

void SendingDialog::setupFoot(QVBoxLayout *layout)
{
    m_note = new QLineEdit(this);
    m_note->setObjectName(u"sendingNoteEdit"_s);
    m_note->setAccessibleName(tr("Note (goes into the record)"));
    m_note->setPlaceholderText(tr("Note (goes into the record)"));
    m_note->setMaxLength(2000);
    layout->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 8));
    m_show = makeButton(tr("Show renewal"), u"showSentRenewalButton"_s, ButtonKind::Link, this);
    row->addWidget(m_show);
    row->addStretch(1);
    m_actions = {addAction(tr("Send again"), u"retrySendingButton"_s, RepairAction::Retry),
                 addAction(tr("Back to the queue"), u"giveUpSendingButton"_s, RepairAction::GiveUp),
                 addAction(tr("It was sent"), u"wasSentButton"_s, RepairAction::Sent),
                 addAction(tr("It was not sent"), u"wasNotSentButton"_s, RepairAction::NotSent)};
    for (QPushButton *button : std::as_const(m_actions))
        row->addWidget(button);
    QPushButton *close = makeButton(tr("Close"), u"closeSendingButton"_s, ButtonKind::Plain, this);
    close->setAutoDefault(true);
    row->addWidget(close);
    layout->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const QVector<OutboxItem> items = chosen();
        if (items.size() != 1)
            return;
        emit renewalWanted(items.constFirst().entry.renewal);
        accept();
    });
}

QPushButton *SendingDialog::addAction(const QString &text, const QString &name, RepairAction action)
{
    QPushButton *button = makeButton(text, name, ButtonKind::Plain, this);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [this, action] { begin(action); });
    return button;
}

void SendingDialog::askStatus()
{
    items::await(m_gateway->status(), this,
                 [this](const Result<OutboxStatus> &status) { showStatus(status); });
}

void SendingDialog::showStatus(const Result<OutboxStatus> &status)
{
    if (!status) {
        m_summary->setText(status.error().text);
        return;
    }
    const OutboxCounts &counts = status->counts;
    const auto name = [&](OutboxState state, qint64 number) {
        const QString text = items::outboxStateText(state);
        m_filters->button(int(state))
            ->setText(number > 0 ? tr("%1 (%2)", "state, count").arg(text, locale().toString(number)) : text);
    };
    name(OutboxState::DeadLetter, counts.deadLetters);
    name(OutboxState::Unconfirmed, counts.unconfirmed);
    name(OutboxState::Failed, counts.failed);
    name(OutboxState::Queued, counts.queued);
    if (!status->isConnected)
        m_summary->setText(tr("This service is not connected to Secure Messaging: nothing is sent."));
    else if (!status->pausedText.isEmpty())
        m_summary->setText(status->pausedText);
    else
        m_summary->setText(tr("%1 sent in the last 24 hours.").arg(locale().toString(counts.sentLastDay)));
}

QVector<OutboxItem> SendingDialog::chosen() const
{
    QVector<OutboxItem> items;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        if (const OutboxItem *item = m_model->row(index.row()))
            items.append(*item);
    }
    return items;
}

void SendingDialog::showChosen()
{
    const QVector<OutboxItem> items = chosen();
    if (items.size() == 1) {
        const OutboxItem &one = items.constFirst();
        m_detail->setText(tr("%1 Subject in Secure Messaging: Renewal Needed %2.", "sentence, reference")
                              .arg(one.text, one.reference));
    } else if (!items.isEmpty()) {
        m_detail->setText(tr("%n renewals chosen.", nullptr, int(items.size())));
    } else {
        m_detail->clear();
    }
    m_show->setEnabled(items.size() == 1);
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const bool isFit = fits(RepairAction(i), m_model->state());
        m_actions[i]->setVisible(isFit);
        m_actions[i]->setEnabled(isFit && !items.isEmpty() && !m_isBusy);
    }
}

void SendingDialog::begin(RepairAction action)
{
    if (m_isBusy)
        return;
    m_done = 0;
    m_refusal.clear();
    m_waiting.clear();
    const QVector<OutboxItem> items = chosen();
    for (const OutboxItem &item : items)
        m_waiting.prepend({item.entry.id,
                           item.entry.version,
                           action,
                           {},
                           m_note->text().trimmed(),
                           QUuid::createUuid().toString(QUuid::WithoutBraces)});
    m_isBusy = true;
    showChosen();
    next();
}

void SendingDialog::next()
{
    if (m_waiting.isEmpty()) {
        end();
        return;
    }
    items::await(m_gateway->repair(m_waiting.takeLast()), this, [this](const Result<OutboxItem> &item) {
        if (item)
            ++m_done;
        else
            m_refusal = item.error().text;
        next();
    });
}

void SendingDialog::end()
{
    m_isBusy = false;
    m_note->clear();
    m_model->refresh();
    askStatus();
    showChosen();
    QString result = tr("%n done.", nullptr, m_done);
    if (!m_refusal.isEmpty())
        result += u' ' + tr("Not all could be: %1").arg(m_refusal);
    m_detail->setText(result);
    announce(m_detail, result);
    emit changed();
}

} // namespace renewal::ui
