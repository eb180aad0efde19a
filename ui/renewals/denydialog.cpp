// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/denydialog.h"

#include "models/items/triagetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

DenyDialog::DenyDialog(const QVector<Renewal> &renewals, QWidget *parent)
    : QDialog(parent)
    , m_reasons(new QListWidget(this))
    , m_note(new QPlainTextEdit(this))
{
    setObjectName(u"denyDialog"_s);
    setWindowTitle(tr("Deny"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(
        makeLabel(items::denialConsequence(renewals), u"denyConsequenceLabel"_s, FontRole::Body, this));
    layout->addWidget(makeQuietLabel(tr("Reason"), u"denyReasonLabel"_s, FontRole::Body, this));
    m_reasons->setObjectName(u"denialReasonsList"_s);
    m_reasons->setAccessibleName(tr("Reason"));
    for (const DenialReason &reason : denialReasons()) {
        auto *item = new QListWidgetItem(reason.text, m_reasons);
        item->setData(Qt::UserRole, reason.code);
    }
    m_reasons->setMinimumHeight(m_reasons->sizeHintForRow(0) * m_reasons->count() + scaled(this, 6));
    layout->addWidget(m_reasons, 1);
    layout->addWidget(
        makeQuietLabel(tr("Note (goes into the record)"), u"denyNoteLabel"_s, FontRole::Body, this));
    m_note->setObjectName(u"denialNoteEdit"_s);
    m_note->setAccessibleName(tr("Note (goes into the record)"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(this, 54));
    layout->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelDenyButton"_s, ButtonKind::Plain, this);
    QPushButton *deny = makeButton(tr("Deny %n", nullptr, static_cast<int>(renewals.size())),
                                   u"confirmDenyButton"_s, ButtonKind::Danger, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(deny);
    layout->addLayout(buttons);
    deny->setDefault(true);
    deny->setEnabled(false); // a reason is chosen by a person, never by a default
    resize(scaled(this, 440), sizeHint().height());
    connect(m_reasons, &QListWidget::itemSelectionChanged, this,
            [this, deny] { deny->setEnabled(!reason().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(deny, &QPushButton::clicked, this, &QDialog::accept);
    m_reasons->setFocus();
}

QString DenyDialog::reason() const
{
    const QList<QListWidgetItem *> chosen = m_reasons->selectedItems();
    return chosen.isEmpty() ? QString() : chosen.first()->data(Qt::UserRole).toString();
}

QString DenyDialog::note() const
{
    return m_note->toPlainText().trimmed();
}

} // namespace renewal::ui
