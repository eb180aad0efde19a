// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/cutover.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace renewal::items {
class StationDirectory;
}

namespace renewal::ui {

/// Asks for the day on which a station goes to Oracle Health, and says what would happen then.
class CutOverDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Stations that have a day already are left out.
    CutOverDialog(const items::StationDirectory &stations, const QVector<CutOver> &taken, const QDate &today,
                  QWidget *parent = nullptr);

    CutOverEntry entry() const;
    /// What is asked for first; one without a station leaves the dialog as it is.
    void setEntry(const CutOverEntry &entry);
    void setEffect(const CutOverEntry &asked, const Result<CutOverEffect> &effect);

signals:
    /// What would this do?
    void previewWanted(const renewal::CutOverEntry &entry);

private:
    void setupFields(const items::StationDirectory &stations, const QVector<CutOver> &taken,
                     const QDate &today);
    void ask();

    QComboBox *m_station;
    QDateEdit *m_date;
    QLineEdit *m_note;
    QLabel *m_effect;
    QPushButton *m_enter;
    QTimer *m_patience; ///< not at every key while a date is typed
};

} // namespace renewal::ui
