// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/correlationpages.h"

#include "ui/correlations/blindreviewpage.h"
#include "ui/correlations/cutoverpage.h"
#include "ui/correlations/qualitypage.h"

#include <QTableView>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CorrelationPages::CorrelationPages(QWidget *parent)
    : QStackedWidget(parent)
{
    setObjectName(u"correlationPages"_s);
}

void CorrelationPages::setDesk(QWidget *desk)
{
    m_desk = desk;
    addWidget(desk);
}

void CorrelationPages::addReviewPages(QualityGateway *gateway)
{
    m_review = new BlindReviewPage(gateway, this);
    m_quality = new QualityPage(gateway, this);
    addWidget(m_review);
    addWidget(m_quality);
    connectReview();
    connectQuality();
}

void CorrelationPages::addCutOverPage(CutOverGateway *gateway, const Clock *clock)
{
    m_cutOver = new CutOverPage(gateway, clock, this);
    addWidget(m_cutOver);
    connect(m_cutOver, &CutOverPage::backRequested, this, &CorrelationPages::showDesk);
    connect(m_cutOver, &CutOverPage::settledChanged, this, &CorrelationPages::settledChanged);
    connect(m_cutOver, &CutOverPage::messageRaised, this, &CorrelationPages::messageRaised);
    connect(m_cutOver, &CutOverPage::changed, this, [this](const QString &text) {
        emit resultReported(text);
        emit linksChanged();
    });
}

void CorrelationPages::connectReview()
{
    connect(m_review, &BlindReviewPage::backRequested, this, &CorrelationPages::showDesk);
    connect(m_review, &BlindReviewPage::qualityRequested, this, &CorrelationPages::toggleQuality);
    connect(m_review, &BlindReviewPage::openCountArrived, this, &CorrelationPages::openReviewsArrived);
    connect(m_review, &BlindReviewPage::settledChanged, this, &CorrelationPages::settledChanged);
    connect(m_review, &BlindReviewPage::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Caution); });
    connect(m_review, &BlindReviewPage::judged, this, [this](const QString &text, bool ended) {
        emit resultReported(text);
        if (ended)
            emit linkEnded();
    });
}

void CorrelationPages::connectQuality()
{
    connect(m_quality, &QualityPage::backRequested, this, &CorrelationPages::showDesk);
    connect(m_quality, &QualityPage::reviewRequested, this, &CorrelationPages::toggleReview);
    connect(m_quality, &QualityPage::matchingRequested, this, &CorrelationPages::matchingRequested);
    connect(m_quality, &QualityPage::learningRequested, this, &CorrelationPages::learningRequested);
    connect(m_quality, &QualityPage::settledChanged, this, &CorrelationPages::settledChanged);
    connect(m_quality, &QualityPage::messageRaised, this, &CorrelationPages::messageRaised);
    connect(m_quality, &QualityPage::drawn, this, [this](const QString &text) {
        emit resultReported(text);
        m_review->refresh();
    });
}

void CorrelationPages::setScope(const Scope &scope)
{
    if (!m_review)
        return;
    m_review->setScope(scope);
    m_quality->setScope(scope);
}

void CorrelationPages::setStations(const items::StationDirectory &stations)
{
    if (m_cutOver)
        m_cutOver->setStations(stations);
    if (!m_review)
        return;
    m_review->setStations(stations);
    m_quality->setStations(stations);
}

void CorrelationPages::refresh()
{
    if (m_review)
        m_review->refresh();
    if (qualityInSight())
        m_quality->refresh();
    if (cutOverInSight())
        m_cutOver->refresh();
}

bool CorrelationPages::isSettled() const
{
    const bool reviewed = !m_review || (m_review->isSettled() && m_quality->isSettled());
    return reviewed && (!m_cutOver || m_cutOver->isSettled());
}

BlindReviewPage *CorrelationPages::reviewInSight() const
{
    return m_review && currentWidget() == m_review ? m_review : nullptr;
}

QualityPage *CorrelationPages::qualityInSight() const
{
    return m_quality && currentWidget() == m_quality ? m_quality : nullptr;
}

CutOverPage *CorrelationPages::cutOverInSight() const
{
    return m_cutOver && currentWidget() == m_cutOver ? m_cutOver : nullptr;
}

QWidget *CorrelationPages::mainView() const
{
    if (cutOverInSight())
        return m_cutOver->table();
    if (reviewInSight())
        return m_review->table();
    return qualityInSight() ? m_quality->firstView() : nullptr;
}

void CorrelationPages::showDesk()
{
    showPage(m_desk);
}

void CorrelationPages::toggleReview()
{
    showPage(reviewInSight() ? m_desk : m_review);
}

void CorrelationPages::toggleQuality()
{
    showPage(qualityInSight() ? m_desk : m_quality);
}

void CorrelationPages::toggleCutOver()
{
    showPage(cutOverInSight() ? m_desk : m_cutOver);
}

void CorrelationPages::takeStartOfMatching()
{
    if (m_quality)
        m_quality->hideOffer();
}

void CorrelationPages::showPage(QWidget *page)
{
    if (!page || currentWidget() == page)
        return;
    setCurrentWidget(page);
    refresh();
    emit pageChanged();
}

} // namespace renewal::ui
