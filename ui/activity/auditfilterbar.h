// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/auditquery.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace renewal::ui {

/// What the record is narrowed to: who, what, when and words.
class AuditFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilterBar(QWidget *parent = nullptr);

    AuditQuery query() const;
    bool isNarrowed() const { return query() != AuditQuery(); }
    void clear();
    void focusWords();

signals:
    /// A moment after the last letter, at once for a choice.
    void changed();

private:
    void setupFields();
    void setupDates();
    void showDates();
    void tell();

    QLineEdit *m_words;
    QLineEdit *m_who;
    QComboBox *m_what;
    QComboBox *m_when;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QPushButton *m_clear;
    QTimer m_typing;
    AuditQuery m_told;
};

} // namespace renewal::ui
