// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace renewal::ui {

/// Two circles, the prescriber's patients and the care team's, as large as they are many, over each other as
/// far as they are the same people. Hatched is what both have, so that it does not hang on colours.
class SharedPatientsFigure final : public QWidget
{
    Q_OBJECT

public:
    explicit SharedPatientsFigure(const QString &objectName, QWidget *parent = nullptr);

    void setCounts(qint64 prescriber, qint64 careTeam, qint64 both);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_prescriber = 0;
    qint64 m_careTeam = 0;
    qint64 m_both = 0;
};

} // namespace renewal::ui
