// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QWidget>

class QLabel;

namespace renewal::ui {

/// The quiet line at the foot: connection and age of the data, where the service runs, how much there is,
/// and the last result.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setConnection(const QString &text, items::Tone tone);
    void setService(const QString &text);
    void setSize(const QString &text);
    void setResult(const QString &text);
    QString connectionText() const;
    QString resultText() const;

    /// That of the connection alone: the rest gives way.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_connection;
    QLabel *m_service;
    QLabel *m_size;
    QLabel *m_result;
    QLabel *m_masked;
    items::Tone m_tone = items::Tone::Neutral;
};

} // namespace renewal::ui
