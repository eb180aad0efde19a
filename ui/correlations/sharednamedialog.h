// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace renewal::ui {

/// Asks once before a link for a name that several people share: their renewals cannot be told apart, so the
/// link is for all of them. It wants a reason, which goes into the record.
class SharedNameDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString prescriber;
        QString station;
        QString careTeam;
        QString doubt = {}; ///< why the team is an unlikely one; empty when it is not
        int people = 2;
        qint64 waiting = 0; ///< renewals that would be released at once; 0 when that is not known
        QString note;       ///< what was written already
    };

    explicit SharedNameDialog(const Question &question, QWidget *parent = nullptr);

    QString note() const;

private:
    void setupNote();

    QPlainTextEdit *m_note;
    QPushButton *m_link;
};

} // namespace renewal::ui
