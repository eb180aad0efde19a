// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outbox.h"

#include "models/base/enumtext.h"

#include <QRegularExpression>

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<OutboxState> stateNames[] = {
    {OutboxState::Queued, "queued"},
    {OutboxState::Sending, "sending"},
    {OutboxState::Sent, "sent"},
    {OutboxState::Failed, "failed"},
    {OutboxState::DeadLetter, "dead_letter"},
    {OutboxState::Unconfirmed, "unconfirmed"},
    {OutboxState::Cancelled, "cancelled"},
};
constexpr EnumText<OutboxList> listNames[] = {
    {OutboxList::Queued, "queued"},           {OutboxList::Sending, "sending"},
    {OutboxList::Failed, "failed"},           {OutboxList::DeadLetters, "dead_letter"},
    {OutboxList::Unconfirmed, "unconfirmed"}, {OutboxList::RoutedEarlier, "routed_earlier"},
};
constexpr EnumText<RepairAction> actionNames[] = {
    {RepairAction::Retry, "retry"},
    {RepairAction::GiveUp, "give_up"},
    {RepairAction::Sent, "sent"},
    {RepairAction::NotSent, "not_sent"},
};
constexpr qsizetype referenceLength = 12;
} // namespace

QString toString(OutboxState state)
{
    return enumText(stateNames, state);
}

std::optional<OutboxState> outboxStateFromString(QStringView word)
{
    return enumFromText(stateNames, word);
}

QString toString(OutboxList list)
{
    return enumText(listNames, list);
}

std::optional<OutboxList> outboxListFromString(QStringView word)
{
    return enumFromText(listNames, word);
}

OutboxState stateOf(OutboxList list)
{
    return list == OutboxList::RoutedEarlier
               ? OutboxState::DeadLetter
               : outboxStateFromString(toString(list)).value_or(OutboxState::DeadLetter);
}

QString routedEarlierCode()
{
    return u"routed_earlier"_s;
}

QString toString(RepairAction action)
{
    return enumText(actionNames, action);
}

std::optional<RepairAction> repairActionFromString(QStringView word)
{
    return enumFromText(actionNames, word);
}

bool mayBeTakenBack(OutboxState state)
{
    return state == OutboxState::Queued || state == OutboxState::Failed || state == OutboxState::DeadLetter;
}

bool isRepair(RepairAction action, OutboxState state)
{
    switch (action) {
    case RepairAction::Retry:
        return state == OutboxState::DeadLetter || state == OutboxState::Failed;
    case RepairAction::GiveUp:
        return mayBeTakenBack(state);
    case RepairAction::Sent:
        return state == OutboxState::DeadLetter || state == OutboxState::Unconfirmed;
    case RepairAction::NotSent:
        return state == OutboxState::Unconfirmed;
    }
    return false;
}

QString messageReference(const QString &sendKey)
{
    return u"R-"_s + sendKey.left(referenceLength).toUpper();
}

bool carriesReference(const QString &subject)
{
    static const QRegularExpression reference(u"\\bR-[0-9A-F]{%1}\\b"_s.arg(referenceLength));
    return reference.match(subject).hasMatch();
}

} // namespace renewal
