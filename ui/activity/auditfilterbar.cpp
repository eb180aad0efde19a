// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/auditfilterbar.h"

#include "models/items/audittexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 250;

enum When
{
    AnyTime,
    Today,
    Week,
    Month,
    Dates,
};

/// The beginning of a day here.
QDateTime beginning(const QDate &day)
{
    return day.startOfDay();
}
} // namespace

AuditFilterBar::AuditFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_who(new QLineEdit(this))
    , m_what(new QComboBox(this))
    , m_when(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_clear(makeButton(tr("Clear"), u"clearAuditFilterButton"_s, ButtonKind::Link, this))
{
    setObjectName(u"auditFilterBar"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new FlowLayout(this);
    const int side = scaled(this, 8);
    layout->setContentsMargins(scaled(this, 12), 0, side, side);
    layout->setSpacing(side);
    setupFields();
    setupDates();
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_words, m_who, m_what, m_when, m_from, m_to, m_clear})
        layout->addWidget(field);
    m_clear->setAccessibleName(tr("Clear the filters"));
    m_clear->hide();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::tell);
    connect(m_clear, &QPushButton::clicked, this, &AuditFilterBar::clear);
}

void AuditFilterBar::setupFields()
{
    m_words->setObjectName(u"auditWordsEdit"_s);
    m_words->setAccessibleName(tr("Words in the record"));
    m_words->setPlaceholderText(tr("Prescriber, or words"));
    m_words->setMinimumWidth(scaled(this, 200));
    m_who->setObjectName(u"auditWhoEdit"_s);
    m_who->setAccessibleName(tr("Who"));
    m_who->setPlaceholderText(tr("Anyone"));
    m_who->setMinimumWidth(scaled(this, 130));
    for (QLineEdit *edit : {m_words, m_who}) {
        edit->setClearButtonEnabled(true);
        edit->setMaxLength(200);
        connect(edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
        connect(edit, &QLineEdit::returnPressed, this, &AuditFilterBar::tell);
    }
    m_what->setObjectName(u"auditWhatCombo"_s);
    m_what->setAccessibleName(tr("What"));
    for (const items::AuditActionKind &kind : items::auditActionKinds())
        m_what->addItem(kind.title, kind.action);
    connect(m_what, &QComboBox::currentIndexChanged, this, &AuditFilterBar::tell);
}

void AuditFilterBar::setupDates()
{
    m_when->setObjectName(u"auditWhenCombo"_s);
    m_when->setAccessibleName(tr("When"));
    m_when->addItems({tr("Any time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("From, to…")});
    m_from->setObjectName(u"auditFromEdit"_s);
    m_from->setAccessibleName(tr("From this day"));
    m_to->setObjectName(u"auditToEdit"_s);
    m_to->setAccessibleName(tr("To this day, included"));
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setDate(QDate::currentDate());
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, &m_typing, qOverload<>(&QTimer::start));
    }
    m_from->setDate(QDate::currentDate().addDays(-7));
    connect(m_when, &QComboBox::currentIndexChanged, this, [this] {
        showDates();
        tell();
    });
}

void AuditFilterBar::showDates()
{
    const bool byHand = m_when->currentIndex() == Dates;
    m_from->setVisible(byHand);
    m_to->setVisible(byHand);
}

AuditQuery AuditFilterBar::query() const
{
    AuditQuery query;
    query.text = m_words->text().trimmed();
    query.actor = m_who->text().trimmed();
    query.action = m_what->currentData().toString();
    const QDate today = QDate::currentDate();
    constexpr int week = 6; // and today
    constexpr int month = 29;
    switch (m_when->currentIndex()) {
    case Today:
        query.from = beginning(today);
        break;
    case Week:
        query.from = beginning(today.addDays(-week));
        break;
    case Month:
        query.from = beginning(today.addDays(-month));
        break;
    case Dates:
        query.from = beginning(m_from->date());
        query.to = beginning(m_to->date().addDays(1));
        break;
    default:
        break;
    }
    return query;
}

void AuditFilterBar::clear()
{
    m_words->clear();
    m_who->clear();
    m_what->setCurrentIndex(0);
    m_when->setCurrentIndex(AnyTime);
    tell();
}

void AuditFilterBar::focusWords()
{
    m_words->setFocus();
    m_words->selectAll();
}

void AuditFilterBar::tell()
{
    m_typing.stop();
    const AuditQuery now = query();
    m_clear->setVisible(now != AuditQuery());
    if (now == m_told)
        return;
    m_told = now;
    emit changed();
}

} // namespace renewal::ui
