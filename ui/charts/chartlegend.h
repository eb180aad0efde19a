// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;

namespace renewal::ui {

/// The names of the series with a piece of their lines; each hides and shows its series. Empty and hidden
/// when there is only one: hiding it would leave nothing.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    /// What was hidden stays hidden while the titles are the same.
    void setTitles(const QStringList &titles);
    QVector<bool> shown() const;
    void showAll();

signals:
    void lineToggled(int series, bool shown);

private:
    QHBoxLayout *m_row;
    QVector<QCheckBox *> m_entries;
    QStringList m_titles;
};

} // namespace renewal::ui
