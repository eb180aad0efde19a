// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace renewal::ui {

/// Asks for one line of text, with a sentence about what it is for. The button works once there is text.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString objectName;
        QString title;
        QString sentence;
        QString label; ///< of the line
        QString button;
    };
    explicit TextDialog(const Words &words, QWidget *parent = nullptr);

    /// Without white space at its ends.
    QString text() const;
    void setText(const QString &text);
    /// Offered while typing.
    void setProposals(const QStringList &texts);

private:
    QLineEdit *m_edit;
    QPushButton *m_accept;
};

} // namespace renewal::ui
