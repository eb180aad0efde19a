// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/cutovercontroller.h"

#include "models/items/await.h"
#include "models/items/cutovertexts.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace renewal::ui {

CutOverController::CutOverController(CutOverGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

QString CutOverController::newKey() const
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void CutOverController::load()
{
    const quint64 generation = ++m_listGeneration;
    ++m_waiting;
    items::await(m_gateway->cutOvers(), this, [this, generation](const Result<QVector<CutOver>> &list) {
        if (generation == m_listGeneration)
            takeList(list);
        settle();
    });
}

void CutOverController::takeList(const Result<QVector<CutOver>> &list)
{
    if (!list) {
        emit listFailed(list.error().text);
        return;
    }
    m_loaded = true;
    m_cutOvers = *list;
    const bool isThere =
        std::ranges::find(std::as_const(m_cutOvers), m_current, &CutOver::id) != m_cutOvers.cend();
    if (!isThere) {
        m_current = m_cutOvers.isEmpty() ? CutOverId() : m_cutOvers.constFirst().id;
        m_review.reset();
        m_lastConfirmed.clear();
    }
    emit listChanged();
    loadReview();
}

void CutOverController::choose(CutOverId id)
{
    if (id == m_current || !id.isValid())
        return;
    m_current = id;
    m_review.reset();
    m_lastConfirmed.clear();
    loadReview();
}

void CutOverController::loadReview()
{
    const quint64 generation = ++m_reviewGeneration;
    emit reviewChanged(); // also when there is none any more, or not yet
    if (!m_current.isValid())
        return;
    ++m_waiting;
    items::await(m_gateway->review(m_current), this, [this, generation](const Result<CutOverReview> &review) {
        if (generation == m_reviewGeneration) {
            if (review) {
                m_review = *review;
                emit reviewChanged();
            } else {
                emit reviewFailed(review.error().text);
            }
        }
        settle();
    });
}

/// One change at a time; what came of it, and then everything anew.
template <class T, class Taken>
void CutOverController::change(QFuture<Result<T>> future, Taken taken)
{
    setBusy(true);
    ++m_waiting;
    items::await(future, this, [this, taken](const Result<T> &result) {
        setBusy(false);
        if (result)
            taken(*result);
        else
            emit failed(result.error().text);
        load();
        settle();
    });
}

void CutOverController::preview(const CutOverEntry &entry)
{
    ++m_waiting;
    items::await(m_gateway->preview(entry), this, [this, entry](const Result<CutOverEffect> &effect) {
        emit previewed(entry, effect);
        settle();
    });
}

void CutOverController::enter(const CutOverEntry &entry)
{
    if (m_busy)
        return;
    change(m_gateway->enter(entry, newKey()), [this](const CutOver &cutOver) {
        m_current = cutOver.id;
        m_review.reset();
        m_cutOvers.append(cutOver);
        emit entered(cutOver);
    });
}

void CutOverController::withdraw(const QString &reason)
{
    if (m_busy || !m_review)
        return;
    change(m_gateway->withdraw(m_review->cutOver, reason, newKey()), [this](const CutOverOutcome &outcome) {
        emit done(items::withdrawnText(outcome), outcome.left > 0);
    });
}

void CutOverController::giveCrosswalk(const QByteArray &file)
{
    if (m_busy || !m_review)
        return;
    change(m_gateway->giveCrosswalk(m_current, file, newKey()),
           [this](const CrosswalkReport &report) { emit crosswalkAnswered(report); });
}

void CutOverController::confirm(const QVector<PoolChoice> &choices)
{
    if (m_busy || !m_review || choices.isEmpty())
        return;
    change(m_gateway->confirm(m_review->cutOver, choices, newKey()),
           [this, choices](const CutOverOutcome &outcome) {
               m_lastConfirmed.clear();
               for (const PoolChoice &choice : choices)
                   m_lastConfirmed.append(choice.oldTeam);
               emit done(items::confirmedText(outcome), outcome.left > 0);
           });
}

void CutOverController::takeBack(const QVector<TriageTeamId> &oldTeams)
{
    if (m_busy || !m_review || oldTeams.isEmpty())
        return;
    change(m_gateway->takeBack(m_review->cutOver, oldTeams, newKey()), [this](const CutOverOutcome &outcome) {
        m_lastConfirmed.clear();
        emit done(items::takenBackText(outcome), outcome.left > 0);
    });
}

void CutOverController::undo()
{
    takeBack(m_lastConfirmed);
}

void CutOverController::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

void CutOverController::settle()
{
    if (--m_waiting == 0)
        emit settledChanged();
}

} // namespace renewal::ui
