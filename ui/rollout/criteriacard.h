// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QWidget>

class QTableView;

namespace renewal::items {
class CriteriaModel;
}

namespace renewal::ui {

/// The success criteria as a table that is as high as its rows.
class CriteriaCard final : public QWidget
{
    Q_OBJECT

public:
    explicit CriteriaCard(QWidget *parent = nullptr);

    void setCriteria(const QVector<CriterionResult> &criteria);
    QTableView *table() const { return m_table; }

signals:
    /// The reader wants to see the series behind a criterion.
    void metricWanted(const QString &metric);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    QTableView *m_table;
    items::CriteriaModel *m_model;
};

} // namespace renewal::ui
