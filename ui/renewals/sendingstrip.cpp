// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/sendingstrip.h"

#include "models/items/await.h"
#include "models/items/outboxwords.h"
#include "ui/renewals/sendingdialog.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

SendingStrip::SendingStrip(OutboxGateway *gateway, const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_button(makeButton(tr("Sending…"), u"sendingButton"_s, ButtonKind::Link, this))
{
    setObjectName(u"sendingStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &SendingStrip::open);
}

void SendingStrip::refresh()
{
    ++m_pending;
    items::await(m_gateway->status(), this, [this](const Result<OutboxStatus> &status) {
        --m_pending;
        take(status);
        emit settledChanged();
    });
}

/// What is not known is not told; the dialog says what failed.
void SendingStrip::take(const Result<OutboxStatus> &status)
{
    const qint64 stuck = status ? items::needAPerson(*status) : 0;
    m_button->setText(stuck > 0 ? tr("Sending: %n need you", nullptr, int(stuck)) : tr("Sending…"));
    m_button->setToolTip(status ? items::outboxSummary(*status) : QString());
    m_button->setAccessibleDescription(m_button->toolTip());
}

void SendingStrip::open()
{
    if (m_dialog)
        return;
    m_dialog = new SendingDialog(m_gateway, m_clock, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &SendingDialog::changed, this, &SendingStrip::refresh);
    connect(m_dialog, &SendingDialog::changed, this, &SendingStrip::changed);
    connect(m_dialog, &SendingDialog::renewalWanted, this, &SendingStrip::renewalWanted);
    m_dialog->open();
}

} // namespace renewal::ui
