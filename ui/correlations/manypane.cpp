// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/manypane.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/decisionbutton.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QKeySequence>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype namesShown = 6;
}

ManyPane::ManyPane(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, u"manyTitleLabel"_s, FontRole::Heading, this))
    , m_names(makeLabel({}, u"manyNamesLabel"_s, FontRole::Body, this))
    , m_hint(makeQuietLabel({}, u"manyHintLabel"_s, FontRole::Body, this))
{
    setObjectName(u"manyPane"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(m_title);
    layout->addWidget(m_names);
    QPushButton *one =
        makeButton(tr("Choose only the one shown"), u"onlyOneButton"_s, ButtonKind::Link, this);
    one->setToolTip(tr("Escape in the list"));
    connect(one, &QPushButton::clicked, this, &ManyPane::onlyOneWanted);
    layout->addWidget(one, 0, Qt::AlignLeft);
    setupButtons(layout);
    layout->addWidget(m_hint);
    auto *card = new Card(tr("Note (goes into the record of each)"), u"manyNoteCard"_s, this);
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(u"manyNoteEdit"_s);
    m_note->setAccessibleName(tr("Note, goes into the record of each"));
    m_note->setPlaceholderText(tr("Why, if it is not obvious. No patient names."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(this, 58));
    card->add(m_note);
    layout->addWidget(card);
    layout->addStretch(1);
    showState();
}

void ManyPane::setupButtons(QVBoxLayout *layout)
{
    m_link = new DecisionButton(tr("Link each to its first candidate…"), u"linkManyButton"_s,
                                QKeySequence(Qt::Key_L), ButtonKind::Primary, this);
    m_refuse = new DecisionButton(tr("None of these is right…"), u"refuseManyButton"_s,
                                  QKeySequence(Qt::Key_N), ButtonKind::Plain, this);
    m_external = new DecisionButton(tr("Community care, has no team…"), u"externalManyButton"_s,
                                    QKeySequence(Qt::Key_X), ButtonKind::Plain, this);
    m_link->setPrimary(true);
    for (QPushButton *button : {m_link, m_refuse, m_external})
        layout->addWidget(button);
    connect(m_link, &QPushButton::clicked, this, [this] { want(DecisionKind::Link); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { want(DecisionKind::Refuse); });
    connect(m_external, &QPushButton::clicked, this, [this] { want(DecisionKind::External); });
}

void ManyPane::setChosen(const QVector<PrescriberSummary> &chosen)
{
    const bool isOther = chosen.size() != m_chosen.size();
    m_chosen = chosen;
    showState();
    if (isOther && chosen.size() > 1)
        announce(m_title, m_title->text());
}

void ManyPane::setBusy(bool busy)
{
    m_busy = busy;
    showState();
}

void ManyPane::want(DecisionKind kind)
{
    if (m_link->isEnabled())
        emit wanted(kind);
}

QString ManyPane::note() const
{
    return m_note->toPlainText().trimmed();
}

void ManyPane::clearNote()
{
    m_note->clear();
}

void ManyPane::showState()
{
    const int count = static_cast<int>(m_chosen.size());
    const bool isTooMany = count > items::mostChosen;
    m_title->setText(tr("%Ln prescriber(s) chosen", nullptr, count));
    QStringList names;
    for (const PrescriberSummary &summary : m_chosen.mid(0, namesShown))
        names += items::prescriberName(summary.prescriber);
    if (count > namesShown)
        names += tr("and %Ln more", nullptr, count - static_cast<int>(namesShown));
    m_names->setText(names.join(tr("; ")));
    m_hint->setText(isTooMany
                        ? tr("Choose at most %1; each of them is decided in one go.").arg(items::mostChosen)
                    : m_busy ? tr("Looking at the candidates…")
                             : tr("You see what happens to each before anything is decided. Only what is "
                                  "chosen in the list counts, never what a filter hides."));
    for (QPushButton *button : {m_link, m_refuse, m_external})
        button->setEnabled(count > 1 && !isTooMany && !m_busy);
}

} // namespace renewal::ui
