// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/manyundo.h"

#include "models/gateway/decisionsreport.h"
#include "models/items/await.h"
#include "models/items/correlationtexts.h"

#include <QUuid>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype namesTold = 5;
}

ManyUndo::ManyUndo(CorrelationsGateway *gateway, DecisionLog *log, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_log(log)
{
}

void ManyUndo::start(const QVector<DecisionPart> &parts)
{
    if (m_busy)
        return;
    m_parts = parts;
    m_at = 0;
    m_done = 0;
    m_effect = {};
    m_left.clear();
    m_why.clear();
    m_stopped.clear();
    m_busy = true;
    next();
}

void ManyUndo::next()
{
    if (m_at == m_parts.size() || !m_stopped.isEmpty()) {
        finish();
        return;
    }
    const DecisionPart part = m_parts[m_at++];
    items::await(
        m_gateway->undo(part.prescriber, part.version, QUuid::createUuid().toString(QUuid::WithoutBraces)),
        this, [this, part](const Result<DecisionOutcome> &outcome) {
            take(part, outcome);
            next();
        });
}

void ManyUndo::take(const DecisionPart &part, const Result<DecisionOutcome> &outcome)
{
    if (outcome) {
        m_log->stepBack(part.prescriber, part.version, outcome->correlation.version);
        ++m_done;
        m_effect += outcome->effect;
    } else if (isStale(outcome.error().code)) {
        m_log->forget(part.prescriber, part.version);
        m_why = m_left.isEmpty() ? outcome.error().text : m_why;
        m_left += part.name;
    } else {
        m_stopped = outcome.error().text;
    }
}

void ManyUndo::finish()
{
    m_busy = false;
    QString text;
    const auto add = [&text](const QString &sentence) {
        if (!text.isEmpty())
            text += text.endsWith(u'.') ? u" "_s : u". "_s;
        text += sentence;
    };
    if (m_done > 0 || m_stopped.isEmpty())
        add(takenText());
    if (!m_left.isEmpty()) {
        QString names = m_left.mid(0, namesTold).join(u"; "_s);
        if (m_left.size() > namesTold)
            names += tr(" and %n more", nullptr, static_cast<int>(m_left.size() - namesTold));
        add(tr("Left as they are: %1. %2", "names, why").arg(names, m_why));
    }
    if (!m_stopped.isEmpty())
        add(text.isEmpty()
                ? tr("Nothing was taken back, Undo tries it again: %1", "why").arg(m_stopped)
                : tr("The rest is not taken back yet, Undo goes on with it: %1", "why").arg(m_stopped));
    emit finished(text, m_left.isEmpty() && m_stopped.isEmpty());
}

QString ManyUndo::takenText() const
{
    QString text = tr("Took back %Ln decision(s)", nullptr, m_done);
    if (const QStringList moved = items::movedLines(m_effect); !moved.isEmpty())
        text += u": "_s + moved.join(u", "_s);
    return text;
}

} // namespace renewal::ui
