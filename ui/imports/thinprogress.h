// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

namespace renewal::ui {

/// A progress bar as quiet as the bars of the lists.
class ThinProgress final : public QProgressBar
{
    Q_OBJECT

public:
    explicit ThinProgress(const QString &objectName, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace renewal::ui
