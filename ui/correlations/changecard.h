// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"

#include <QWidget>

class QLabel;

namespace renewal::ui {

/// At the top of a case that came back: what was so, and what is so now.
class ChangeCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeCard(QWidget *parent = nullptr);

    /// Shown while the correlation is stale.
    void setCorrelation(const Correlation &correlation);

private:
    QLabel *m_text;
    QLabel *m_before;
};

} // namespace renewal::ui
