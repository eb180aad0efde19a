// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/returndialog.h"

#include "models/items/triagetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int subjectsNamed = 6;
}

ReturnDialog::ReturnDialog(const QVector<Renewal> &renewals, QWidget *parent)
    : QDialog(parent)
    , m_message(new QPlainTextEdit(this))
    , m_return(makeButton(tr("Return %n", nullptr, static_cast<int>(renewals.size())),
                          u"confirmReturnButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"returnDialog"_s);
    setWindowTitle(tr("Return to the Veteran"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(items::subjectLines(renewals, subjectsNamed).join(u'\n'),
                                u"returnSubjectsLabel"_s, FontRole::Strong, this));
    QLabel *label =
        makeLabel(tr("What is the Veteran asked for?"), u"returnMessageLabel"_s, FontRole::Body, this);
    label->setBuddy(m_message);
    layout->addWidget(label);
    m_message->setObjectName(u"returnMessageEdit"_s);
    m_message->setAccessibleName(label->text());
    m_message->setTabChangesFocus(true);
    m_message->setMinimumHeight(scaled(this, 90));
    layout->addWidget(m_message, 1);
    layout->addWidget(makeQuietLabel(tr("Messages to Veterans cannot be sent from here: the wording is kept "
                                        "with the request, and a person sends it. It can be undone."),
                                     u"returnHintLabel"_s, FontRole::Body, this));
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelReturnButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_return);
    layout->addLayout(buttons);
    m_return->setDefault(true);
    m_return->setEnabled(false);
    resize(scaled(this, 440), sizeHint().height());
    connect(m_message, &QPlainTextEdit::textChanged, this, [this] {
        m_return->setEnabled(!message().isEmpty() && message().size() <= TriageRequest::longestMessage);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_return, &QPushButton::clicked, this, &QDialog::accept);
    m_message->setFocus();
}

QString ReturnDialog::message() const
{
    return m_message->toPlainText().trimmed();
}

} // namespace renewal::ui
