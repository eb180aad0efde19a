// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/matchingbar.h"

#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/jobwatcher.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int lookInterval = 500;
}

MatchingBar::MatchingBar(CorrelationsGateway *gateway, SystemGateway *system, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_watcher(new JobWatcher(system, lookInterval, this))
    , m_progress(makeQuietLabel({}, u"matchingProgressLabel"_s, FontRole::Body, this))
    , m_cancel(makeButton(tr("Cancel"), u"cancelMatchingButton"_s, ButtonKind::Plain, this))
    , m_start(makeButton(tr("Run matching"), u"runMatchingButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"matchingBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 8));
    m_progress->setWordWrap(false);
    m_cancel->setAccessibleName(tr("Cancel matching"));
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &MatchingBar::start);
    connect(m_cancel, &QPushButton::clicked, m_watcher, &JobWatcher::cancel);
    connect(m_watcher, &JobWatcher::progressed, this, &MatchingBar::showProgress);
    connect(m_watcher, &JobWatcher::ended, this, [this](const Job &job) {
        showIdle();
        if (job.state == u"failed")
            emit failed(job.errorText.isEmpty() ? tr("Matching failed.") : job.errorText);
        else if (job.state == u"cancelled")
            emit cancelled(job.text.isEmpty() ? tr("Matching was cancelled.") : job.text);
        else
            emit finished(job.text.isEmpty() ? tr("Matching is finished.") : job.text);
    });
    showIdle();
}

void MatchingBar::start()
{
    ask({m_scope, false});
}

void MatchingBar::startLearning()
{
    ask({{}, true});
}

void MatchingBar::ask(const MatchingRequest &request)
{
    if (!m_start->isEnabled()) { // asked for from elsewhere
        emit failed(tr("Matching is running already. Wait for its end, or cancel it."));
        return;
    }
    m_startHadFocus = m_start->hasFocus();
    m_start->setEnabled(false);
    emit started();
    items::await(m_gateway->startMatching(request), this, [this](const Result<QString> &id) {
        if (id) {
            m_watcher->watch(*id);
        } else {
            showIdle();
            emit failed(id.error().text);
        }
    });
}

void MatchingBar::showProgress(const Job &job)
{
    m_progress->setText(tr("Matching, %1", "a percentage").arg(items::percent(job.progress)));
    m_progress->setToolTip(job.text);
    m_progress->show();
    m_cancel->show();
    // Its place is taken by what it started, also for the keyboard.
    if (std::exchange(m_startHadFocus, false))
        m_cancel->setFocus();
    m_start->setEnabled(false);
    m_start->hide();
}

void MatchingBar::showIdle()
{
    m_progress->hide();
    const bool wasFocused = m_cancel->hasFocus();
    m_cancel->hide();
    m_start->show();
    m_start->setEnabled(true);
    if (wasFocused)
        m_start->setFocus();
}

} // namespace renewal::ui
