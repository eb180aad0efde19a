// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/auditdetailpane.h"

#include "models/items/audittexts.h"
#include "models/items/datetexts.h"
#include "ui/activity/changesgrid.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

AuditDetailPane::AuditDetailPane(const QTimeZone &zone, QWidget *parent)
    : QScrollArea(parent)
    , m_zone(zone)
    , m_title(makeLabel({}, u"auditTitleLabel"_s, FontRole::Heading, this))
    , m_subtitle(makeQuietLabel({}, u"auditSubtitleLabel"_s, FontRole::Body, this))
{
    setObjectName(u"auditDetailPane"_s);
    setAccessibleName(tr("Entry of the record"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setObjectName(u"auditDetailContent"_s);
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 4));
    m_about = makeButton({}, u"openSubjectButton"_s, ButtonKind::Link, this);
    connect(m_about, &QPushButton::clicked, this, [this] { emit subjectRequested(m_subject); });
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    m_aboutText = makeLabel({}, u"auditSubjectLabel"_s, FontRole::Body, this);
    layout->addWidget(m_about, 0, Qt::AlignLeft);
    layout->addWidget(m_aboutText);
    layout->addSpacing(scaled(this, 6));
    setupCards(layout);
    layout->addStretch(1);
    setWidget(content);
    setEntry({});
}

void AuditDetailPane::setupCards(QVBoxLayout *layout)
{
    m_noteCard = new Card(tr("Note"), u"auditNoteCard"_s, this);
    m_note = makeLabel({}, u"auditNoteLabel"_s, FontRole::Body, this);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setAccessibleName(tr("Note"));
    m_noteCard->add(m_note);
    m_changesCard = new Card(tr("What it changed"), u"auditChangesCard"_s, this);
    m_changes = new ChangesGrid(this);
    m_changesCard->add(m_changes);
    m_placeCard = new Card(tr("Place in the record"), u"auditPlaceCard"_s, this);
    m_place = new FactsGrid(88, u"auditPlaceFacts"_s, this);
    m_placeCard->add(m_place);
    for (Card *card : {m_noteCard, m_changesCard, m_placeCard}) {
        layout->addWidget(card);
        layout->addSpacing(scaled(this, 6));
    }
}

void AuditDetailPane::setEntry(const std::optional<AuditEvent> &entry)
{
    m_subject = entry ? entry->subject : QString();
    m_title->setText(entry ? items::auditActionText(entry->action) : tr("Nothing chosen"));
    m_subtitle->setText(entry
                            ? tr("%1, %2", "who, when").arg(entry->actor, items::zonedTime(entry->at, m_zone))
                            : tr("Choose an entry to see what it changed."));
    const bool isImport = m_subject.startsWith("import/"_L1);
    const bool canGo = isImport || items::auditTarget(m_subject).has_value();
    m_about->setText(entry ? items::auditSubjectText(*entry) : QString());
    m_about->setAccessibleName(tr("Go to %1", "prescriber 42").arg(m_about->text()));
    m_about->setVisible(canGo);
    // What leads nowhere is no link.
    m_aboutText->setText(m_about->text());
    m_aboutText->setVisible(!canGo && !m_subject.isEmpty());
    m_note->setText(entry ? entry->note : QString());
    m_noteCard->setVisible(entry && !entry->note.isEmpty());
    const auto changes = entry ? items::auditChanges(*entry, m_zone) : QVector<items::AuditChange>();
    m_changes->setChanges(changes);
    m_changesCard->setVisible(!changes.isEmpty());
    m_placeCard->setVisible(entry.has_value());
    if (!entry)
        return;
    constexpr qsizetype shownDigits = 12;
    m_place->setFacts({{tr("Entry"), QLocale().toString(entry->sequence)},
                       {tr("Seal"), QString::fromLatin1(entry->hash.toHex().left(shownDigits))},
                       {tr("Follows"), QString::fromLatin1(entry->previousHash.toHex().left(shownDigits))}});
}

} // namespace renewal::ui
