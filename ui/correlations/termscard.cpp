// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/termscard.h"

#include "models/items/linktexts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
QVBoxLayout *bareLayout(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(widget, 4));
    return layout;
}
} // namespace

TermsCard::TermsCard(QWidget *parent)
    : QWidget(parent)
    , m_reason(new QComboBox(this))
    , m_divisionPart(new QWidget(this))
    , m_division(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_ends(new QCheckBox(tr("Ends after"), this))
    , m_to(new QDateEdit(this))
    , m_problem(makeLabel({}, u"termsProblemLabel"_s, FontRole::Small, this))
{
    setObjectName(u"termsPart"_s);
    auto *card = new Card(tr("Reason and dates"), u"termsCard"_s, this);
    bareLayout(this)->addWidget(card);
    m_reason->setObjectName(u"reasonBox"_s);
    m_reason->setAccessibleName(tr("Reason, goes into the record"));
    m_reason->addItem(tr("No reason given"), QString());
    for (const QString &word : decisionReasons())
        m_reason->addItem(items::reasonText(word), word);
    m_division->setObjectName(u"divisionBox"_s);
    m_division->setAccessibleName(tr("For which division"));
    m_divisionPart->setObjectName(u"divisionPart"_s);
    auto *divisionLayout = bareLayout(m_divisionPart);
    divisionLayout->addWidget(makeQuietLabel(tr("Prescriptions come from several divisions. Decide for"),
                                             u"divisionLabel"_s, FontRole::Small, this));
    divisionLayout->addWidget(m_division);
    for (QComboBox *box : {m_reason, m_division}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        connect(box, &QComboBox::currentIndexChanged, this, &TermsCard::tell);
    }
    card->add(m_reason);
    card->add(m_divisionPart);
    auto *dates = new QWidget(this);
    dates->setObjectName(u"termDatesPart"_s);
    auto *grid = new QGridLayout(dates);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(scaled(this, 6));
    grid->addWidget(makeQuietLabel(tr("Begins on"), u"validFromLabel"_s, FontRole::Body, this), 0, 0);
    grid->addWidget(m_from, 0, 1);
    grid->addWidget(m_ends, 1, 0);
    grid->addWidget(m_to, 1, 1);
    grid->setColumnStretch(1, 1);
    card->add(dates);
    card->add(m_problem);
    setupDates();
    setFocusProxy(m_reason);
    setDivisions({});
    reset();
}

void TermsCard::setupDates()
{
    m_from->setObjectName(u"validFromEdit"_s);
    m_from->setAccessibleName(tr("The link begins on this day"));
    m_to->setObjectName(u"validToEdit"_s);
    m_to->setAccessibleName(tr("The last day of the link"));
    m_ends->setObjectName(u"endsBox"_s);
    m_ends->setAccessibleName(tr("The link ends after a day"));
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setMinimumDate(QDate::currentDate());
        connect(edit, &QDateEdit::dateChanged, this, &TermsCard::tell);
    }
    connect(m_ends, &QCheckBox::toggled, this, &TermsCard::tell);
}

void TermsCard::tell()
{
    m_to->setEnabled(m_ends->isChecked());
    // One division is linked at once and without an end.
    const bool isAll = m_division->currentData().toString().isEmpty();
    m_from->setEnabled(isAll);
    m_ends->setEnabled(isAll);
    const QString problem = terms().problem;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    emit changed();
}

LinkTerms TermsCard::terms() const
{
    LinkTerms terms;
    terms.reason = m_reason->currentData().toString();
    terms.division = m_division->currentData().toString();
    if (!terms.division.isEmpty())
        return terms;
    if (m_from->date() > QDate::currentDate())
        terms.validFrom = m_from->date().startOfDay();
    if (m_ends->isChecked()) {
        terms.validTo = m_to->date().addDays(1).startOfDay();
        if (m_to->date() < m_from->date())
            terms.problem = tr("The last day lies before the first.");
    }
    return terms;
}

void TermsCard::reset()
{
    {
        const QSignalBlocker quietReason(m_reason);
        const QSignalBlocker quietDivision(m_division);
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        const QSignalBlocker quietEnds(m_ends);
        const QDate today = QDate::currentDate();
        for (QDateEdit *edit : {m_from, m_to})
            edit->setMinimumDate(today);
        m_reason->setCurrentIndex(0);
        m_division->setCurrentIndex(0);
        m_from->setDate(today);
        m_to->setDate(today.addMonths(1));
        m_ends->setChecked(false);
    }
    tell();
}

void TermsCard::setDivisions(const QVector<DivisionWork> &divisions)
{
    if (divisions == m_divisions && m_division->count() > 0)
        return;
    const QString before = m_division->currentData().toString();
    m_divisions = divisions;
    {
        const QSignalBlocker quiet(m_division);
        m_division->clear();
        m_division->addItem(tr("All divisions"), QString());
        for (const DivisionWork &work : divisions)
            m_division->addItem(items::divisionText(work), work.division);
        m_division->setCurrentIndex(std::max(0, m_division->findData(before)));
    }
    m_divisionPart->setVisible(divisions.size() > 1);
    tell();
}

} // namespace renewal::ui
