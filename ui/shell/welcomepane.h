// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

/// What a first start shows in place of empty lists: how data comes in, and made-up data to look around with.
class WelcomePane final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePane(QWidget *parent = nullptr);

    void setCanLoadDemo(bool can);
    /// One sentence while it works and afterwards; the buttons rest meanwhile.
    void showWork(const QString &text, bool isWorking);

signals:
    void importRequested();
    void demoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *m_import;
    QPushButton *m_demo;
    QLabel *m_work;
};

} // namespace renewal::ui
