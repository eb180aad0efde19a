// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace renewal::ui {

/// One place in the navigation: its name, and how much waits there.
class NavigationButton final : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &text, const QString &objectName, QWidget *parent = nullptr);

    /// `spoken` says what the badge counts: "142 need routing". An alarm is red.
    void setBadge(const QString &badge, const QString &spoken, bool alarm = false);
    QString badge() const { return m_badge; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_badge;
    bool m_alarm = false;
};

} // namespace renewal::ui
