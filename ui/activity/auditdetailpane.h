// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/gateway/findhit.h"

#include <QScrollArea>
#include <QTimeZone>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace renewal::ui {

class Card;
class ChangesGrid;
class FactsGrid;

/// One entry of the record in words: who did what to what, and what it changed.
class AuditDetailPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit AuditDetailPane(const QTimeZone &zone, QWidget *parent = nullptr);

    /// Nothing is chosen without an entry.
    void setEntry(const std::optional<AuditEvent> &entry);

signals:
    /// To where the entry's subject is.
    void subjectRequested(const QString &subject);

private:
    void setupCards(QVBoxLayout *layout);

    QTimeZone m_zone;
    QString m_subject;
    QLabel *m_title;
    QLabel *m_subtitle;
    QPushButton *m_about = nullptr;
    QLabel *m_aboutText = nullptr; ///< in its place, where there is nothing to go to
    Card *m_noteCard = nullptr;
    QLabel *m_note = nullptr;
    Card *m_changesCard = nullptr;
    ChangesGrid *m_changes = nullptr;
    Card *m_placeCard = nullptr;
    FactsGrid *m_place = nullptr;
};

} // namespace renewal::ui
