// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/stationdirectory.h"
#include "ui/shell/preferences.h"

#include <QDialog>

class QComboBox;
class QFormLayout;

namespace renewal::ui {

/// What a person may set for the whole window. The dialog changes nothing by itself.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Preferences &now, const items::StationDirectory &stations, bool isKept,
                   QWidget *parent = nullptr);

    Preferences preferences() const;

private:
    QComboBox *addChoice(QFormLayout *form, const QString &label, const QString &objectName);
    void fillLook(QFormLayout *form, const Preferences &now);
    void fillScope(QFormLayout *form, const Preferences &now, const items::StationDirectory &stations);
    void fillTimes(QFormLayout *form, const Preferences &now);

    QComboBox *m_theme = nullptr;
    QComboBox *m_text = nullptr;
    QComboBox *m_station = nullptr;
    QComboBox *m_ehr = nullptr;
    QComboBox *m_check = nullptr;
    QComboBox *m_lock = nullptr;
};

} // namespace renewal::ui
