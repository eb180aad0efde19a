// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/triagecontroller.h"

#include "models/gateway/await.h"
#include "models/items/triagetexts.h"

#include <QUuid>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestMemory = 20; ///< actions that can be taken back, newest first
constexpr int subjectsTold = 3;   ///< medications by name of what an action did

QString freshKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString intentOf(const TriageRequest &request)
{
    QStringList words{toString(request.action), QString::number(request.careTeam.value), request.assignee,
                      request.reason, request.note};
    words += request.message;
    words += QString::number(request.duplicateOf.value);
    if (request.order)
        words += {request.order->drug, request.order->sig, quantityText(request.order->quantity.value_or(0)),
                  QString::number(request.order->refills.value_or(0))};
    if (request.gateOverride)
        words += {request.gateOverride->gate, request.gateOverride->reason};
    for (const RenewalChoice &choice : request.renewals)
        words += u"%1:%2"_s.arg(choice.id.value).arg(choice.version);
    return words.join(u'\n');
}
} // namespace

TriageController::TriageController(RenewalsGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

void TriageController::run(const TriageRequest &request, const QVector<Renewal> &renewals,
                           const QString &teamName)
{
    if (m_busy || renewals.isEmpty())
        return;
    m_busy = true;
    m_cancelled = false;
    m_request = request;
    m_teamName = teamName;
    m_sent = 0;
    m_answered = 0;
    m_left.clear();
    m_batches.clear();
    m_report = {};
    m_report.asked = renewals;
    emit stateChanged();
    sendNext();
}

void TriageController::goOn()
{
    const TriageRequest request = m_request;
    run(request, QVector<Renewal>(m_left), QString(m_teamName));
}

void TriageController::cancel()
{
    m_cancelled = m_busy;
}

void TriageController::sendNext()
{
    if (m_cancelled || m_sent >= m_report.asked.size()) {
        finish(std::nullopt);
        return;
    }
    if (m_report.asked.size() > TriageRequest::maximumRenewals)
        emit progressed(items::triageProgress(m_request.action, m_sent, m_report.asked.size()));
    TriageRequest part = m_request;
    part.renewals.clear();
    for (const Renewal &renewal : m_report.asked.mid(m_sent, TriageRequest::maximumRenewals))
        part.renewals.append({renewal.id, renewal.version});
    part.idempotencyKey = keyFor(part);
    m_lostIntent = intentOf(part);
    m_lostKey = part.idempotencyKey;
    m_sent += part.renewals.size();
    await(m_gateway->triage(part), this, [this](const Result<TriageOutcome> &answer) { takeAnswer(answer); });
}

void TriageController::takeAnswer(const Result<TriageOutcome> &answer)
{
    if (!answer) {
        finish(answer.error());
        return;
    }
    m_lostIntent.clear();
    m_answered = m_sent;
    if (!answer->batch.isEmpty())
        m_batches.append(answer->batch);
    m_report.changed += answer->changed;
    m_report.refused += answer->refused;
    m_report.notes += answer->notes;
    if (!answer->changed.isEmpty())
        emit taken(answer->changed);
    if (m_report.isUndo)
        undoNext();
    else
        sendNext();
}

QString TriageController::undoText() const
{
    if (m_done.isEmpty())
        return {};
    const Action &last = m_done.last();
    return tr("%1 (%2)", "what was done, to which renewals").arg(last.text, last.subjects.join(u"; "));
}

void TriageController::undo()
{
    if (!canUndo())
        return;
    m_busy = true;
    m_report = {};
    m_report.isUndo = true;
    m_batches = m_done.last().batches;
    emit stateChanged();
    undoNext();
}

void TriageController::undoNext()
{
    if (m_batches.isEmpty()) {
        finish(std::nullopt);
        return;
    }
    // The last part first, as it was done last. What an undoing did is not undone in turn.
    await(m_gateway->undoTriage(m_batches.last(), freshKey()), this, [this](Result<TriageOutcome> answer) {
        if (answer) {
            m_batches.removeLast();
            answer->batch.clear();
        }
        takeAnswer(answer);
    });
}

void TriageController::finish(const std::optional<Error> &error)
{
    m_busy = false;
    m_report.error = error;
    const int count = static_cast<int>(m_report.changed.size());
    m_report.subjects = items::subjectLines(m_report.changed, subjectsTold);
    if (m_report.isUndo) {
        m_report.text = tr("%n renewal(s) taken back", nullptr, count);
        // A batch that cannot be taken back stands in the way of those before it otherwise.
        if (!error || error->code == ErrorCode::NotFound || error->code == ErrorCode::Conflict)
            m_done.removeLast();
        else
            m_done.last().batches = m_batches;
    } else {
        m_left = m_report.asked.mid(m_answered);
        m_report.left = m_left.size();
        m_report.text = items::triageResult(m_request, m_report.changed, m_teamName);
        if (!m_batches.isEmpty())
            m_done.append({m_batches, m_report.text, m_report.subjects});
        if (m_done.size() > longestMemory)
            m_done.removeFirst();
    }
    emit stateChanged();
    emit finished(std::exchange(m_report, {}));
}

QString TriageController::keyFor(const TriageRequest &request)
{
    return !m_lostIntent.isEmpty() && intentOf(request) == m_lostIntent ? m_lostKey : freshKey();
}

} // namespace renewal::ui
