// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

class QPushButton;

namespace renewal::ui {

/// Asks once before a link to a care team that is more likely wrong than right. Cancel is what Enter does.
class UnlikelyLinkDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString prescriber;
        QString careTeam;
        double probability = 0;
        double noneProbability = 0;
        std::optional<qint64> releases =
            {}; ///< renewals that would follow at once; nullopt while that is not known
    };

    explicit UnlikelyLinkDialog(const Question &question, QWidget *parent = nullptr);

    /// Whether the service thinks so little of a candidate that a person is asked.
    static bool isNeeded(double probability);
    /// The sentence about the figures, for other questions too.
    static QString doubt(double probability, double noneProbability);

private:
    static QString consequence(const Question &question);
};

} // namespace renewal::ui
