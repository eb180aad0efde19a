// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/renewal.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<RenewalState> stateNames[] = {
    {RenewalState::NeedsRouting, "needs_routing"}, {RenewalState::ReadyToRoute, "ready_to_route"},
    {RenewalState::InReview, "in_review"},         {RenewalState::Routed, "routed"},
    {RenewalState::Returned, "returned"},          {RenewalState::External, "external"},
    {RenewalState::NotRenewable, "not_renewable"}, {RenewalState::Closed, "closed"},
};
constexpr EnumText<ThreadPart> threadParts[] = {
    {ThreadPart::Asked, "asked"},
    {ThreadPart::AskedByRecord, "asked_by_record"},
    {ThreadPart::Answered, "answered"},
    {ThreadPart::Replied, "replied"},
};
} // namespace

QString toString(RenewalState state)
{
    return enumText(stateNames, state);
}

std::optional<RenewalState> renewalStateFromString(QStringView word)
{
    return enumFromText(stateNames, word);
}

QString toString(ThreadPart part)
{
    return enumText(threadParts, part);
}

std::optional<ThreadPart> threadPartFromString(QStringView word)
{
    return enumFromText(threadParts, word);
}

bool isPending(RenewalState state)
{
    return state != RenewalState::Routed && state != RenewalState::Closed;
}

QString maskedKey(const QString &patientKey)
{
    constexpr int shown = 4;
    const QString dots = QStringLiteral("••••");
    return patientKey.size() > shown ? dots + patientKey.right(shown)
           : patientKey.isEmpty()    ? QString()
                                     : dots;
}

} // namespace renewal
