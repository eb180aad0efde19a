// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/flippercalls.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
FlipperCall remove(const QString &gate, const QJsonObject &body = {})
{
    return {true, gate, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

FlipperCall post(const QString &gate, const QJsonObject &body = {})
{
    return {false, gate, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

double part(const std::optional<double> &percentage)
{
    return percentage.value_or(0);
}

void addPercentage(QVector<FlipperCall> &calls, const QString &gate, double present, double wanted)
{
    if (wanted > 0 && wanted != present)
        calls.append(post(gate, {{u"percentage"_s, QString::number(wanted, 'g', 10)}}));
    else if (wanted <= 0 && present > 0)
        calls.append(remove(gate));
}

QJsonObject groupBody(const QString &group)
{
    return {{u"name"_s, group}, {u"allow_unregistered_groups"_s, true}};
}

/// Closes what is not wanted any more.
void addClosing(QVector<FlipperCall> &calls, const FlipperGates &present, const FlipperGates &wanted)
{
    if (!present.expression.isNull() && wanted.expression.isNull())
        calls.append(remove(u"expression"_s));
    for (const QString &actor : present.actors) {
        if (!wanted.actors.contains(actor))
            calls.append(remove(u"actors"_s, {{u"flipper_id"_s, actor}}));
    }
    for (const QString &group : present.groups) {
        if (!wanted.groups.contains(group))
            calls.append(remove(u"groups"_s, groupBody(group)));
    }
}

void addOpening(QVector<FlipperCall> &calls, const FlipperGates &present, const FlipperGates &wanted)
{
    for (const QString &actor : wanted.actors) {
        if (!present.actors.contains(actor))
            calls.append(post(u"actors"_s, {{u"flipper_id"_s, actor}}));
    }
    for (const QString &group : wanted.groups) {
        if (!present.groups.contains(group))
            calls.append(post(u"groups"_s, groupBody(group)));
    }
    if (!wanted.expression.isNull() && wanted.expression != present.expression)
        calls.append(post(u"expression"_s, wanted.expression.toObject()));
}
} // namespace

FlipperGates closedGates(const FlipperGates &gates)
{
    FlipperGates closed;
    closed.key = gates.key;
    closed.state = u"off"_s;
    return closed;
}

FlipperGates gatesAtPercentage(const FlipperGates &gates, double percentage)
{
    FlipperGates wanted = gates;
    wanted.boolean = false;
    wanted.percentageOfActors = percentage;
    wanted.percentageOfTime.reset();
    return wanted;
}

bool isSameGates(const FlipperGates &left, const FlipperGates &right)
{
    return left.key == right.key && left.boolean == right.boolean && left.actors == right.actors &&
           left.groups == right.groups && part(left.percentageOfActors) == part(right.percentageOfActors) &&
           part(left.percentageOfTime) == part(right.percentageOfTime) && left.expression == right.expression;
}

QVector<FlipperCall> callsTowards(const FlipperGates &present, const FlipperGates &wanted)
{
    if (isSameGates(present, wanted))
        return {};
    if (wanted.boolean)
        return {post(u"boolean"_s)};
    QVector<FlipperCall> calls;
    FlipperGates from = present;
    if (present.boolean || wanted.isOff()) {
        calls.append(remove(u"boolean"_s));
        from = closedGates(present);
    }
    addClosing(calls, from, wanted);
    addPercentage(calls, u"percentage_of_time"_s, part(from.percentageOfTime), part(wanted.percentageOfTime));
    addPercentage(calls, u"percentage_of_actors"_s, part(from.percentageOfActors),
                  part(wanted.percentageOfActors));
    addOpening(calls, from, wanted);
    return calls;
}

} // namespace renewal::exchange
