// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace renewal::ui {

/// Which other request stands for this one. None is chosen at first.
class DuplicateDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `others` in the order in which they are offered.
    DuplicateDialog(const Renewal &renewal, const QVector<Renewal> &others, QWidget *parent = nullptr);

    /// Invalid while none is chosen.
    RenewalId kept() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupList(const QVector<Renewal> &others);

    QListWidget *m_list;
    QPushButton *m_close;
};

} // namespace renewal::ui
