// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/verifybar.h"

#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/jobwatcher.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

VerifyBar::VerifyBar(SystemGateway *gateway, int interval, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_watcher(new JobWatcher(gateway, interval, this))
    , m_progress(makeQuietLabel({}, u"verifyProgressLabel"_s, FontRole::Body, this))
    , m_cancel(makeButton(tr("Cancel"), u"cancelVerifyButton"_s, ButtonKind::Plain, this))
    , m_start(makeButton(tr("Check the record"), u"verifyRecordButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"verifyBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 8));
    m_progress->setWordWrap(false);
    m_cancel->setAccessibleName(tr("Cancel the check"));
    m_start->setToolTip(tr("Reads every entry and its seal: shows whether one was changed or removed"));
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &VerifyBar::start);
    connect(m_cancel, &QPushButton::clicked, m_watcher, &JobWatcher::cancel);
    connect(m_watcher, &JobWatcher::progressed, this, &VerifyBar::showProgress);
    connect(m_watcher, &JobWatcher::ended, this, &VerifyBar::take);
    showIdle();
}

void VerifyBar::start()
{
    if (!m_start->isEnabled())
        return;
    m_start->setEnabled(false);
    items::await(m_gateway->verifyAudit(), this, [this](const Result<Job> &job) {
        if (job)
            return m_watcher->watch(job->id);
        showIdle();
        emit verdictReached(tr("The record was not checked. %1").arg(job.error().text), items::Tone::Caution);
    });
}

void VerifyBar::showProgress(const Job &job)
{
    m_progress->setText(tr("Checking, %1", "a percentage").arg(items::percent(job.progress)));
    m_progress->setToolTip(job.text);
    m_progress->show();
    m_cancel->show();
}

void VerifyBar::showIdle()
{
    m_progress->hide();
    m_cancel->hide();
    m_start->setEnabled(true);
}

void VerifyBar::take(const Job &job)
{
    showIdle();
    if (job.state == "finished"_L1)
        return emit verdictReached(job.text, items::Tone::Good);
    if (job.state == "cancelled"_L1)
        return emit verdictReached(tr("The check was cancelled; it says nothing about the record."),
                                   items::Tone::Caution);
    const bool isBroken = job.errorCode == toString(ErrorCode::Integrity);
    emit verdictReached(isBroken ? job.errorText : tr("The record was not checked. %1").arg(job.errorText),
                        isBroken ? items::Tone::Bad : items::Tone::Caution);
}

} // namespace renewal::ui
