// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/signoffdialog.h"

#include "models/rollout/disciplines.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

SignOffDialog::SignOffDialog(const SignOff &present, QWidget *parent)
    : QDialog(parent)
    , m_note(new QLineEdit(this))
{
    setObjectName(u"signOffDialog"_s);
    const QString who = rollout::disciplineTitle(present.discipline);
    const bool give = !present.given;
    setWindowTitle(give ? tr("Sign off") : tr("Take back a sign-off"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(
        give ? tr("Sign off stage %1 for %2?", "stage, discipline").arg(present.stage, who)
             : tr("Take back the sign-off of stage %1 for %2?", "stage, discipline").arg(present.stage, who),
        u"signOffDialogLabel"_s, FontRole::Heading, this));
    layout->addWidget(makeQuietLabel(
        give ? tr("It is recorded under your name. It can be taken back until the stage begins.")
             : tr("It is recorded under your name. The stage cannot begin until it is given again."),
        u"signOffEffectLabel"_s, FontRole::Body, this));
    m_note->setObjectName(u"signOffNoteEdit"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note (goes into the record)"));
    m_note->setMaxLength(500);
    layout->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelSignOffButton"_s, ButtonKind::Plain, this);
    QPushButton *go =
        makeButton(give ? tr("Sign off stage %1", "stage").arg(present.stage) : tr("Take it back"),
                   u"confirmSignOffButton"_s, ButtonKind::Primary, this);
    go->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    layout->addLayout(buttons);
    setMinimumWidth(scaled(this, 420));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &QDialog::accept);
    m_note->setFocus();
}

QString SignOffDialog::note() const
{
    return m_note->text().trimmed();
}

} // namespace renewal::ui
