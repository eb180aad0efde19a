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
    /// One can come here by Tab, go from fact to fact with the arrow keys, and copy its value.
    void setCopyable(const QString &accessibleName);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QLabel *label;
        QLabel *value;
    };

    void moveTo(qsizetype row);
    void copy();

    QGridLayout *m_grid;
    QString m_name;           ///< accessible
    qsizetype m_current = -1; ///< the fact that the keyboard is on
    QVector<Row> m_rows;
    QVector<Fact> m_facts;
};

} // namespace renewal::ui
