// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textdialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

TextDialog::TextDialog(const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit(this))
    , m_accept(makeButton(words.button, u"acceptTextButton"_s, ButtonKind::Primary, this))
{
    setObjectName(words.objectName);
    setWindowTitle(words.title);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(words.sentence, u"textDialogLabel"_s, FontRole::Body, this));
    QLabel *label = makeQuietLabel(words.label, u"textDialogFieldLabel"_s, FontRole::Body, this);
    label->setBuddy(m_edit);
    layout->addWidget(label);
    m_edit->setObjectName(u"textDialogEdit"_s);
    m_edit->setAccessibleName(words.label);
    m_edit->setMaxLength(200);
    layout->addWidget(m_edit);
    layout->addSpacing(scaled(this, 6));
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelTextButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    layout->addLayout(buttons);
    m_accept->setDefault(true);
    m_accept->setEnabled(false);
    setMinimumWidth(scaled(this, 400));
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_accept->setEnabled(!text().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    m_edit->setFocus();
}

QString TextDialog::text() const
{
    return m_edit->text().trimmed();
}

void TextDialog::setText(const QString &text)
{
    m_edit->setText(text);
    m_edit->selectAll();
}

void TextDialog::setProposals(const QStringList &texts)
{
    auto *completer = new QCompleter(texts, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
}

} // namespace renewal::ui
