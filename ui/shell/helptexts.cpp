// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helptexts.h"

#include <QCoreApplication>

namespace renewal::ui {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HelpTexts)
};
} // namespace

QStringList helpTexts(WorkspaceId id)
{
    switch (id) {
    case WorkspaceId::Renewals:
        return {
            Texts::tr("Work the queue of renewal requests, the most urgent first. Choose a view at the left, "
                      "a renewal in the middle; the right side says whether it can be renewed and which care "
                      "team it goes to, and why."),
            Texts::tr("A renewal that needs routing waits for somebody to say which care team its prescriber "
                      "belongs to. That is done once, in Correlations, for all renewals of the prescriber.")};
    case WorkspaceId::Correlations:
        return {
            Texts::tr("Say which care team a prescriber's renewals go to. The prescribers with the most "
                      "waiting renewals come first."),
            Texts::tr(
                "The middle lays the prescriber beside the chosen care team and shows what speaks for "
                "and against. The right side links, says none is right, or marks community care; before "
                "you decide it tells how many renewals move. Each decision can be undone."),
            Texts::tr("Blind review asks for a verdict on a sample of links without showing what matching "
                      "thinks of them. Matching quality says what the verdicts mean for all links, and "
                      "moves the threshold from where on matching links alone."),
            Texts::tr("When a station goes to Oracle Health, Cut-over takes the day on which its old links "
                      "end, and shows which pool may take the place of each old care team. Nothing is "
                      "confirmed by itself.")};
    case WorkspaceId::Rollout:
        return {
            Texts::tr("See whether the rollout may go on: the stage it is in, each criterion with its limit, "
                      "and the charts behind them. Gaps are missing data, never made up.")};
    case WorkspaceId::Activity:
        return {
            Texts::tr("The record of what was done, by whom and when, newest first. Entries are chained: a "
                      "changed or removed one would be noticed.")};
    }
    return {};
}

} // namespace renewal::ui
