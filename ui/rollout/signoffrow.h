// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QCheckBox>

namespace renewal::ui {

/// The word of one discipline as a line: a sign, the discipline, who gave it and when. It is a check box (so
/// it is spoken and works like one) whose state only setSignOff() changes.
class SignOffRow final : public QCheckBox
{
    Q_OBJECT

public:
    explicit SignOffRow(const QString &objectName, QWidget *parent = nullptr);

    void setSignOff(const SignOff &signOff);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void nextCheckState() override {}
    bool hitButton(const QPoint &pos) const override { return rect().contains(pos); }
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_by; ///< "P. Osei, Nov 21"
};

} // namespace renewal::ui
