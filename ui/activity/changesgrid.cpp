// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/changesgrid.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLabel>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ChangesGrid::ChangesGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"changesGrid"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(this, 10));
    m_grid->setVerticalSpacing(scaled(this, 5));
    m_grid->setColumnMinimumWidth(0, scaled(this, 104));
    m_grid->setColumnStretch(1, 1);
}

void ChangesGrid::setChanges(const QVector<items::AuditChange> &changes)
{
    while (m_rows.size() < changes.size()) {
        const int row = static_cast<int>(m_rows.size());
        Row labels{makeQuietLabel({}, u"changeLabel"_s, FontRole::Body, this),
                   makeLabel({}, u"changeValueLabel"_s, FontRole::Body, this)};
        labels.label->setMaximumWidth(scaled(this, 128));
        labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(labels.label, row, 0, Qt::AlignTop);
        m_grid->addWidget(labels.value, row, 1, Qt::AlignTop);
        m_rows.append(labels);
    }
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const bool isUsed = row < changes.size();
        m_rows[row].label->setVisible(isUsed);
        m_rows[row].value->setVisible(isUsed);
        if (!isUsed)
            continue;
        const items::AuditChange &change = changes.at(row);
        m_rows[row].label->setText(change.what);
        QString text = change.after;
        if (!change.before.isEmpty())
            text = tr("%1 → %2", "before, after")
                       .arg(change.before, change.after.isEmpty() ? tr("nothing") : change.after);
        m_rows[row].value->setText(text);
        m_rows[row].value->setAccessibleName(
            change.before.isEmpty() ? tr("%1: %2", "what, after").arg(change.what, change.after)
                                    : tr("%1: was %2, is %3").arg(change.what, change.before, change.after));
    }
}

} // namespace renewal::ui
