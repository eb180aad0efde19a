// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/recordgrid.h"

#include "ui/correlations/markedtext.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLabel>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RecordGrid::RecordGrid(int labelWidth, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(this, 8));
    m_grid->setVerticalSpacing(scaled(this, 4));
    m_grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    m_grid->setColumnStretch(1, 1);
    constexpr int belowAll = 64; // extra height goes below the fields, not between them
    m_grid->setRowStretch(belowAll, 1);
}

void RecordGrid::setFields(const QVector<RecordField> &fields)
{
    m_fields = fields;
    m_fields.removeIf([](const RecordField &field) { return field.value.text.isEmpty(); });
    while (m_rows.size() < m_fields.size()) {
        const int row = static_cast<int>(m_rows.size());
        const Row added{makeQuietLabel({}, u"fieldLabel"_s, FontRole::Body, this),
                        new MarkedTextView(u"fieldValue"_s, this)};
        added.label->setWordWrap(false);
        m_grid->addWidget(added.label, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(added.value, row, 1);
        m_rows.append(added);
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool used = row < m_fields.size();
        m_rows[row].label->setVisible(used);
        m_rows[row].value->setVisible(used);
        if (!used)
            continue;
        m_rows[row].label->setText(m_fields[row].label);
        m_rows[row].value->setText(m_fields[row].label, m_fields[row].value);
    }
}

} // namespace renewal::ui
