// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "models/items/renewaltexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// Chooses the entry with this value; one that is not offered is added, not lost.
void choose(QComboBox *combo, const QVariant &value, const QString &otherwise)
{
    if (combo->findData(value) < 0)
        combo->addItem(otherwise, value);
    combo->setCurrentIndex(combo->findData(value));
}
} // namespace

SettingsDialog::SettingsDialog(const Preferences &now, const items::StationDirectory &stations, bool isKept,
                               QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(scaled(this, 16));
    form->setVerticalSpacing(scaled(this, 10));
    form->setLabelAlignment(Qt::AlignLeft);
    fillLook(form, now);
    fillScope(form, now, stations);
    fillTimes(form, now);
    QPushButton *save = makeButton(tr("Save"), u"saveSettingsButton"_s, ButtonKind::Primary, this);
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelSettingsButton"_s, ButtonKind::Plain, this);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 14));
    layout->addLayout(form);
    if (!isKept)
        layout->addWidget(makeQuietLabel(tr("In this run settings are not kept: they end with the window."),
                                         u"settingsNoteLabel"_s, FontRole::Small, this));
    layout->addStretch(1);
    layout->addLayout(buttons);
    setMinimumWidth(scaled(this, 420));
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_theme->setFocus();
}

QComboBox *SettingsDialog::addChoice(QFormLayout *form, const QString &label, const QString &objectName)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(objectName);
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(22);
    form->addRow(label, combo);
    return combo;
}

void SettingsDialog::fillLook(QFormLayout *form, const Preferences &now)
{
    m_theme = addChoice(form, tr("Theme"), u"themeCombo"_s);
    m_theme->addItem(tr("As the desktop"), toString(ThemeChoice::System));
    m_theme->addItem(tr("Light"), toString(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), toString(ThemeChoice::Dark));
    m_theme->addItem(tr("High contrast"), toString(ThemeChoice::Contrast));
    choose(m_theme, toString(now.theme), {});
    m_text = addChoice(form, tr("Text size"), u"textSizeCombo"_s);
    for (const int percent : {90, 100, 110, 125, 150, 175, 200})
        m_text->addItem(tr("%1 %", "per cent").arg(percent), percent);
    choose(m_text, now.textPercent, tr("%1 %", "per cent").arg(now.textPercent));
}

void SettingsDialog::fillScope(QFormLayout *form, const Preferences &now,
                               const items::StationDirectory &stations)
{
    m_station = addChoice(form, tr("Station on starting"), u"defaultStationCombo"_s);
    m_station->addItem(tr("All stations"), QString());
    const QVector<Station> parents = stations.parents();
    for (const Station &station : parents)
        m_station->addItem(QString(station.number.text() + u"  "_s + station.name).trimmed(),
                           station.number.text());
    choose(m_station, now.scope.parentStation, now.scope.parentStation);
    m_ehr = addChoice(form, tr("Record system on starting"), u"defaultEhrCombo"_s);
    m_ehr->addItem(tr("VistA and Oracle Health"), QString());
    for (const EhrSystem ehr : {EhrSystem::VistA, EhrSystem::OracleHealth})
        m_ehr->addItem(items::ehrText(ehr), toString(ehr));
    choose(m_ehr, now.scope.ehr, now.scope.ehr);
}

void SettingsDialog::fillTimes(QFormLayout *form, const Preferences &now)
{
    m_check = addChoice(form, tr("Look for changes"), u"checkCombo"_s);
    for (const int seconds : {2, 5, 15, 60})
        m_check->addItem(tr("Every %n second(s)", nullptr, seconds), seconds);
    m_check->addItem(tr("Only with F5"), 0);
    choose(m_check, now.checkSeconds, tr("Every %n second(s)", nullptr, now.checkSeconds));
    m_lock = addChoice(form, tr("Lock after rest"), u"lockCombo"_s);
    m_lock->addItem(tr("Never"), 0);
    for (const int minutes : {1, 5, 10, 30})
        m_lock->addItem(tr("After %n minute(s)", nullptr, minutes), minutes);
    choose(m_lock, now.lockMinutes, tr("After %n minute(s)", nullptr, now.lockMinutes));
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen;
    chosen.theme = themeFromString(m_theme->currentData().toString()).value_or(ThemeChoice::System);
    chosen.textPercent = m_text->currentData().toInt();
    chosen.scope = {m_station->currentData().toString(), m_ehr->currentData().toString()};
    chosen.checkSeconds = m_check->currentData().toInt();
    chosen.lockMinutes = m_lock->currentData().toInt();
    return chosen;
}

} // namespace renewal::ui
