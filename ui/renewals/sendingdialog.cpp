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
#include <QCheckBox>
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
    m_model->setList(OutboxList::DeadLetters);
    showChosen();
    m_table->setFocus();
}

void SendingDialog::setupFilters(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    const auto add = [&](OutboxList list, const QString &name, items::Tone tone) {
        QPushButton *filter = makeFilter(items::outboxListText(list), name, tone, this);
        m_filters->addButton(filter, int(list));
        row->addWidget(filter);
    };
    add(OutboxList::DeadLetters, u"deadLettersFilter"_s, items::Tone::Bad);
    add(OutboxList::Unconfirmed, u"unconfirmedFilter"_s, items::Tone::Caution);
    add(OutboxList::Failed, u"failedFilter"_s, items::Tone::Neutral);
    add(OutboxList::Queued, u"queuedFilter"_s, items::Tone::Neutral);
    add(OutboxList::RoutedEarlier, u"routedEarlierFilter"_s, items::Tone::Neutral);
    row->addStretch(1);
    m_filters->setExclusive(true);
    m_filters->button(int(OutboxList::DeadLetters))->setChecked(true);
    m_filters->button(int(OutboxList::RoutedEarlier))->setVisible(false); // most services have none
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int list) {
        m_model->setList(OutboxList(list));
        m_result->clear();
        m_all->setChecked(false);
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
    m_result = makeLabel({}, u"sendingResultLabel"_s, FontRole::Body, this);
    layout->addWidget(m_result);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SendingDialog::showChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SendingDialog::showChosen);
}

void SendingDialog::setupFoot(QVBoxLayout *layout)
{
    m_all = new QCheckBox(tr("All that were routed earlier, also those not shown"), this);
    m_all->setObjectName(u"allEarlierCheck"_s);
    connect(m_all, &QCheckBox::toggled, this, &SendingDialog::showChosen);
    layout->addWidget(m_all);
    const auto addEdit = [&](const QString &name, const QString &text, int length) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setAccessibleName(text);
        edit->setPlaceholderText(text);
        edit->setMaxLength(length);
        layout->addWidget(edit);
        return edit;
    };
    m_number = addEdit(u"sentNumberEdit"_s, tr("Number of the message, if it was sent and you know it"), 40);
    m_note = addEdit(u"sendingNoteEdit"_s, tr("Note (goes into the record)"), 2000);
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
    m_close = makeButton(tr("Close"), u"closeSendingButton"_s, ButtonKind::Plain, this);
    m_close->setAutoDefault(true);
    row->addWidget(m_close);
    layout->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
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
    const auto name = [&](OutboxList list, qint64 number) {
        const QString text = items::outboxListText(list);
        m_filters->button(int(list))->setText(
            number > 0 ? tr("%1 (%2)", "state, count").arg(text, locale().toString(number)) : text);
    };
    name(OutboxList::DeadLetters, counts.deadLetters);
    name(OutboxList::Unconfirmed, counts.unconfirmed);
    name(OutboxList::Failed, counts.failed);
    name(OutboxList::Queued, counts.queued);
    name(OutboxList::RoutedEarlier, counts.routedEarlier);
    m_filters->button(int(OutboxList::RoutedEarlier))
        ->setVisible(counts.routedEarlier > 0 || m_model->list() == OutboxList::RoutedEarlier);
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
    const bool isEarlier = m_model->list() == OutboxList::RoutedEarlier;
    const bool areAll = isEarlier && m_all->isChecked();
    const OutboxState state = stateOf(m_model->list());
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const bool isFit = isRepair(RepairAction(i), state);
        m_actions[i]->setVisible(isFit);
        m_actions[i]->setEnabled(isFit && (areAll || !items.isEmpty()) && !m_isBusy);
    }
    m_all->setVisible(isEarlier);
    m_number->setVisible(isRepair(RepairAction::Sent, state) && !isEarlier);
    m_number->setEnabled(items.size() == 1 && !m_isBusy);
    m_show->setEnabled(items.size() == 1 && !m_isBusy);
    showBusy();
}

/// Who closes it in between would not learn what was done, and the rest would not be.
void SendingDialog::showBusy()
{
    m_close->setEnabled(!m_isBusy);
    m_note->setEnabled(!m_isBusy);
    m_all->setEnabled(!m_isBusy);
    for (QAbstractButton *filter : m_filters->buttons())
        filter->setEnabled(!m_isBusy);
}

void SendingDialog::done(int result)
{
    if (!m_isBusy)
        QDialog::done(result);
}

void SendingDialog::begin(RepairAction action)
{
    if (m_isBusy)
        return;
    m_done = 0;
    m_refusal.clear();
    m_waiting.clear();
    m_isBusy = true;
    m_result->setText(tr("Working…"));
    const QString note = m_note->text().trimmed();
    if (m_model->list() == OutboxList::RoutedEarlier && m_all->isChecked()) {
        m_earlier = EarlierRepair{action, note, {}, {}};
        showChosen();
        nextEarlier();
        return;
    }
    const QVector<OutboxItem> items = chosen();
    const bool isNumbered = action == RepairAction::Sent && items.size() == 1;
    const QString number = isNumbered ? m_number->text().trimmed() : QString();
    for (const OutboxItem &item : items)
        m_waiting.prepend({item.entry.id, item.entry.version, action, number, note,
                           QUuid::createUuid().toString(QUuid::WithoutBraces)});
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
        m_done += item ? 1 : 0;
        if (!item)
            m_refusal = item.error().text;
        next();
    });
}

void SendingDialog::nextEarlier()
{
    m_earlier->idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    items::await(m_gateway->repairEarlier(*m_earlier), this, [this](const Result<EarlierOutcome> &outcome) {
        if (outcome) {
            m_done += outcome->done;
            m_earlier->before = outcome->next;
        }
        const QString refusal = outcome ? outcome->refusal : outcome.error().text;
        if (!refusal.isEmpty())
            m_refusal = refusal;
        m_result->setText(tr("Working… %1 done.").arg(locale().toString(m_done)));
        if (outcome && outcome->next.isValid())
            nextEarlier();
        else
            end();
    });
}

void SendingDialog::end()
{
    m_isBusy = false;
    m_earlier.reset();
    m_all->setChecked(false);
    QString result = tr("%n done.", nullptr, m_done);
    if (m_refusal.isEmpty()) {
        m_note->clear();
        m_number->clear();
    } else {
        result += u' ' + tr("Not all could be: %1").arg(m_refusal);
    }
    m_result->setText(result);
    announce(m_result, result);
    m_model->refresh();
    askStatus();
    showChosen();
    emit changed();
}

} // namespace renewal::ui
