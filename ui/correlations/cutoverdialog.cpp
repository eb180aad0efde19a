// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/cutoverdialog.h"

#include "models/items/cutovertexts.h"
#include "models/items/stationdirectory.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CutOverDialog::CutOverDialog(const items::StationDirectory &stations, const QVector<CutOver> &taken,
                             const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_station(new QComboBox(this))
    , m_date(new QDateEdit(today.addDays(60), this))
    , m_note(new QLineEdit(this))
    , m_effect(makeLabel({}, u"cutOverEffectLabel"_s, FontRole::Body, this))
    , m_enter(makeButton(tr("Enter the day"), u"enterCutOverButton"_s, ButtonKind::Primary, this))
    , m_patience(new QTimer(this))
{
    setObjectName(u"cutOverDialog"_s);
    setWindowTitle(tr("Enter a cut-over"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(tr("A station goes to Oracle Health"), u"cutOverDialogTitleLabel"_s,
                                FontRole::Heading, this));
    layout->addWidget(makeQuietLabel(
        tr("Links of its VistA prescribers end with the beginning of that day. Withdrawing the cut-over "
           "gives them their former ends back."),
        u"cutOverDialogHintLabel"_s, FontRole::Body, this));
    setupFields(stations, taken, today);
    m_effect->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_effect->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_effect);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelCutOverButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_enter);
    layout->addLayout(buttons);
    m_enter->setDefault(true);
    setMinimumWidth(scaled(this, 480));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_enter, &QPushButton::clicked, this, &QDialog::accept);
    m_patience->setSingleShot(true);
    m_patience->setInterval(250);
    connect(m_patience, &QTimer::timeout, this, [this] { emit previewWanted(entry()); });
    ask();
}

void CutOverDialog::setupFields(const items::StationDirectory &stations, const QVector<CutOver> &taken,
                                const QDate &today)
{
    m_station->setObjectName(u"cutOverStationBox"_s);
    m_station->setAccessibleName(tr("Station"));
    const QVector<Station> parents = stations.parents();
    for (const Station &one : parents) {
        const QString number = one.number.text();
        const bool isTaken = std::ranges::find(taken, number, &CutOver::parentStation) != taken.cend();
        if (!isTaken)
            m_station->addItem(number + u' ' + one.name, number);
    }
    m_date->setObjectName(u"cutOverDateEdit"_s);
    m_date->setAccessibleName(tr("First day on Oracle Health"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_date->setDateRange(today.addDays(-366), today.addDays(3 * 366));
    m_note->setObjectName(u"cutOverNoteEdit"_s);
    m_note->setAccessibleName(tr("Note, goes into the record"));
    m_note->setPlaceholderText(tr("For example: wave 3. No patient names."));
    m_note->setMaxLength(500);
    auto *form = new QFormLayout;
    form->addRow(tr("Station"), m_station);
    form->addRow(tr("First day on Oracle Health"), m_date);
    form->addRow(tr("Note (goes into the record)"), m_note);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
    connect(m_station, &QComboBox::currentIndexChanged, this, &CutOverDialog::ask);
    connect(m_date, &QDateEdit::dateChanged, this, &CutOverDialog::ask);
}

CutOverEntry CutOverDialog::entry() const
{
    return {m_station->currentData().toString(), m_date->date(), m_note->text().trimmed()};
}

void CutOverDialog::setEntry(const CutOverEntry &entry)
{
    const int row = m_station->findData(entry.parentStation);
    if (row < 0)
        return;
    m_station->setCurrentIndex(row);
    m_date->setDate(entry.date);
    m_note->setText(entry.note);
}

void CutOverDialog::ask()
{
    m_enter->setEnabled(false); // until it is known what it would do
    if (m_station->count() == 0) {
        m_effect->setText(tr("Every station has its day already."));
        return;
    }
    m_effect->setText(tr("Looking at what would happen…"));
    m_patience->start();
}

void CutOverDialog::setEffect(const CutOverEntry &asked, const Result<CutOverEffect> &effect)
{
    const CutOverEntry now = entry();
    if (asked.parentStation != now.parentStation || asked.date != now.date)
        return; // an answer to an older question
    m_effect->setText(effect ? items::cutOverEffectText(*effect, now.date) : effect.error().text);
    m_enter->setEnabled(effect.has_value());
    announce(m_effect, m_effect->text());
}

} // namespace renewal::ui
