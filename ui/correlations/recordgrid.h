// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/agreement.h"

#include <QVector>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace renewal::ui {

class MarkedTextView;

/// One field of a record.
struct RecordField
{
    QString label;
    correlation::MarkedText value;
};

/// The fields of one record, labels at the left; values carry their marks.
class RecordGrid final : public QWidget
{
    Q_OBJECT

public:
    /// `labelWidth` in pixels of the drawn design.
    RecordGrid(int labelWidth, const QString &objectName, QWidget *parent = nullptr);

    /// Fields without a value are left out.
    void setFields(const QVector<RecordField> &fields);
    /// What stands there, for tests and for copying.
    QVector<RecordField> fields() const { return m_fields; }

private:
    struct Row
    {
        QLabel *label;
        MarkedTextView *value;
    };

    QGridLayout *m_grid;
    QVector<Row> m_rows;
    QVector<RecordField> m_fields;
};

} // namespace renewal::ui
