// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace renewal::ui {

/// How sure something is: one bar and the figure in per cent beside it.
class ProbabilityBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ProbabilityBar(const QString &objectName, QWidget *parent = nullptr);

    /// 0 to 1; nullopt hides it.
    void setProbability(std::optional<double> probability);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_probability;
};

} // namespace renewal::ui
