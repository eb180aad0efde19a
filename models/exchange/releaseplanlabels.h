// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace renewal::exchange {

// The template's own questions, as they are written. They are never translated.
inline constexpr char exposureLabel[] = "How will you make the product available in production while "
                                        "limiting the number of users who can find/access it";
inline constexpr char criteriaLabel[] = "What metrics-based criteria will you look at before advancing "
                                        "rollout to the next stage (\"success criteria\")?";
inline constexpr char dashboardsLabel[] = "Links to the dashboard(s) showing \"success criteria\" metrics";
inline constexpr char monitorsLabel[] = "Who is monitoring the dashboard(s)?";
inline constexpr char usersLabel[] =
    "Percentage of Users (and roughly how many users do you expect this to be)";
inline constexpr char uniqueLabel[] = "Number of unique users";
inline constexpr char metricsLabel[] = "Metrics at this stage (per your \"success criteria\")";
inline constexpr char downstreamLabel[] = "Was any downstream service affected by the change?";
inline constexpr char errorsLabel[] = "Types of errors logged";
inline constexpr char changesLabel[] = "What changes (if any) are necessarily based on the logs, feedback on "
                                       "user challenges, or VA challenges?";

/// A text whose beginning would be read as Markdown, or as a blank to fill in, gets a backslash before it.
QString escaped(const QString &text);
QString unescaped(const QString &text);
/// A blank of the template: "[FILL_IN]", "XX".
bool isBlank(const QString &text);
/// A value without the stars of bold type, its escape undone; empty for a blank.
QString valueOf(const QString &text);
/// The text of a bullet, also of one without a space after it; empty when the line is none.
QString bulletText(const QString &line);
/// The answer to the question that begins with `label`; nullopt when the text asks something else.
std::optional<QString> answerTo(const QString &text, const char *label);
/// With a point, as it is written in the document.
std::optional<double> numberOf(const QString &text);
QRegularExpression anyCase(const QString &pattern);

} // namespace renewal::exchange
