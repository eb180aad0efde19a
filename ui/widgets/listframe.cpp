// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listframe.h"

#include "models/items/pagedmodelbase.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMilliseconds = 200;
constexpr qint64 tooMany = 10000;
} // namespace

ListFrame::ListFrame(QAbstractItemView *view, items::PagedModelBase *model, int rowHeight,
                     const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_model(model)
    , m_overlay(new StateOverlay(view, rowHeight))
    , m_footer(new QWidget(this))
    , m_footerText(makeQuietLabel({}, u"listFooterLabel"_s, FontRole::Small, m_footer))
    , m_retry(makeButton(tr("Try again"), u"listRetryButton"_s, ButtonKind::Link, m_footer))
{
    setObjectName(objectName);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(view, 1);
    layout->addWidget(m_footer);
    auto *footer = new QHBoxLayout(m_footer);
    footer->setContentsMargins(scaled(this, 12), scaled(this, 5), scaled(this, 8), scaled(this, 5));
    footer->addWidget(m_footerText, 1);
    footer->addWidget(m_retry);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);

    connect(&m_patience, &QTimer::timeout, this, &ListFrame::showState);
    connect(model, &items::PagedModelBase::stateChanged, this, &ListFrame::showState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListFrame::showState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ListFrame::showState);
    connect(model, &items::PagedModelBase::queryChanged, view, &QAbstractItemView::scrollToTop);
    connect(m_overlay, &StateOverlay::retryRequested, model, [model] { model->refresh(); });
    connect(m_retry, &QPushButton::clicked, model, [model] { model->refresh(); });
    showState();
}

void ListFrame::setTexts(const Texts &texts)
{
    m_texts = texts;
    showState();
}

bool ListFrame::isSettled() const
{
    return !m_model->isLoading() && (m_model->isAnswered() || m_model->error());
}

void ListFrame::showState()
{
    const bool hasRows = m_model->rowCount() > 0;
    if (!m_model->isLoading())
        m_patience.stop();
    else if (!m_patience.isActive() && sender() != &m_patience)
        m_patience.start();
    if (hasRows)
        m_overlay->clear();
    else if (m_model->error())
        m_overlay->showFailed(m_texts.failedTitle, m_model->error()->text);
    else if (m_model->isAnswered())
        m_overlay->showEmpty(m_texts.emptyTitle, m_texts.emptyHint);
    else
        m_overlay->showLoading();
    showFooter();
}

void ListFrame::showFooter()
{
    const QLocale locale;
    const qint64 shown = m_model->loadedCount();
    QString text;
    if (shown > 0 && m_model->error())
        text = m_model->error()->text;
    else if (shown > 0 && m_model->isLoading() && !m_patience.isActive())
        text = tr("Loading…");
    else if (shown > 0 && m_model->total() > tooMany)
        text = tr("%1 fit. %2", "a number, then what to do")
                   .arg(locale.toString(m_model->total()), m_texts.narrowHint);
    else if (m_model->total() > shown && shown > 0)
        text = tr("%1 of %2 loaded, scroll for more")
                   .arg(locale.toString(shown), locale.toString(m_model->total()));
    m_footerText->setText(text);
    m_retry->setVisible(shown > 0 && m_model->error().has_value());
    m_footer->setVisible(!text.isEmpty());
}

} // namespace renewal::ui
