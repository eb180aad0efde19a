// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace renewal::ui {

struct Fact
{
    QString label;
    QString value;

    bool operator==(const Fact &) const = default;
};

/// Quiet labels with their values, in two columns. Labels are read with their values.
class FactsGrid final : public QWidget
{
    Q_OBJECT

public:
    /// `labelWidth` in pixels of the drawn design.
    FactsGrid(int labelWidth, const QString &objectName, QWidget *parent = nullptr);

    /// Facts without a value are left out.
    void setFacts(const QVector<Fact> &facts);
    QVector<Fact> facts() const { return m_facts; }

private:
    struct Row
    {
        QLabel *label;
        QLabel *value;
    };

    QGridLayout *m_grid;
    QVector<Row> m_rows;
    QVector<Fact> m_facts;
};

} // namespace renewal::ui
