// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

#include <QTimeZone>
#include <QVector>
#include <QWidget>

namespace renewal::ui {

/// The stages of the rollout in a row: which are done, which is on, what is planned.
class StageStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StageStrip(const QString &objectName, QWidget *parent = nullptr);

    void setStages(const QVector<RolloutStage> &stages, const QDateTime &now, const QTimeZone &zone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int perRow() const;
    int rows() const;

    enum class State
    {
        Done,
        Current,
        Planned,
    };
    struct Step
    {
        QString name;
        QString percent;
        QString text;
        State state = State::Planned;
    };

    QVector<Step> m_steps;
};

} // namespace renewal::ui
