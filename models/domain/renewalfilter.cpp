// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/renewalfilter.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<DueWindow> windowNames[] = {
    {DueWindow::Overdue, "overdue"},
    {DueWindow::Today, "today"},
    {DueWindow::ThreeDays, "within_3_days"},
    {DueWindow::SevenDays, "within_7_days"},
};
constexpr EnumText<RequestSource> sourceNames[] = {
    {RequestSource::Message, "message"},
    {RequestSource::Prescription, "prescription"},
};
constexpr EnumText<RenewalColumn> columnNames[] = {
    {RenewalColumn::Queue, "queue"},           {RenewalColumn::Drug, "drug"},
    {RenewalColumn::Number, "number"},         {RenewalColumn::LastFill, "last_fill"},
    {RenewalColumn::Prescriber, "prescriber"}, {RenewalColumn::CareTeam, "care_team"},
    {RenewalColumn::State, "state"},           {RenewalColumn::Due, "due"},
};
} // namespace

QString toString(DueWindow window)
{
    return enumText(windowNames, window);
}

std::optional<DueWindow> dueWindowFromString(QStringView word)
{
    return enumFromText(windowNames, word);
}

QString toString(RequestSource source)
{
    return enumText(sourceNames, source);
}

std::optional<RequestSource> requestSourceFromString(QStringView word)
{
    return enumFromText(sourceNames, word);
}

QString toString(RenewalColumn column)
{
    return enumText(columnNames, column);
}

std::optional<RenewalColumn> renewalColumnFromString(QStringView word)
{
    return enumFromText(columnNames, word);
}

} // namespace renewal
