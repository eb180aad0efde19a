// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/sharednamedialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

SharedNameDialog::SharedNameDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_note(new QPlainTextEdit(question.note, this))
    , m_link(makeButton({}, u"confirmSharedNameButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"sharedNameDialog"_s);
    setWindowTitle(tr("People with the same name"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(tr("%n people at station %1 are called %2", "station, name", question.people)
                                    .arg(question.station, question.prescriber),
                                u"sharedNameTitleLabel"_s, FontRole::Heading, this));
    const QString meaning =
        tr("Their renewals cannot be told apart, so the renewals of all of them will go to %1: those "
           "waiting now, and all later ones. Link only if this team answers for every one of them.",
           "care team")
            .arg(question.careTeam);
    layout->addWidget(makeLabel(meaning, u"sharedNameMeaningLabel"_s, FontRole::Body, this));
    if (!question.doubt.isEmpty())
        layout->addWidget(makeLabel(question.doubt, u"sharedNameDoubtLabel"_s, FontRole::Body, this));
    setAccessibleDescription(QString(meaning + u' ' + question.doubt).trimmed());
    setupNote();
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelSharedNameButton"_s, ButtonKind::Plain, this);
    m_link->setText(question.waiting > 0
                        ? tr("Link all and release %n", "renewals", static_cast<int>(question.waiting))
                        : tr("Link all"));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_link);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_link, &QPushButton::clicked, this, &QDialog::accept);
    resize(scaled(this, 480), sizeHint().height());
}

void SharedNameDialog::setupNote()
{
    auto *label = makeLabel(tr("Why is that right? (needed, goes into the record)"), u"sharedNameNoteLabel"_s,
                            FontRole::Strong, this);
    m_note->setObjectName(u"sharedNameNoteEdit"_s);
    m_note->setAccessibleName(tr("Why is that right? Needed, goes into the record"));
    m_note->setPlaceholderText(tr("For example: both work in this team. No patient names."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(this, 64));
    m_note->moveCursor(QTextCursor::End);
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->addWidget(label);
    box->addWidget(m_note);
    const auto showChoice = [this] { m_link->setEnabled(!note().isEmpty()); };
    connect(m_note, &QPlainTextEdit::textChanged, this, showChoice);
    showChoice();
    m_note->setFocus();
}

QString SharedNameDialog::note() const
{
    return m_note->toPlainText().trimmed();
}

} // namespace renewal::ui
