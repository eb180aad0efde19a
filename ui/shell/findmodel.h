// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/findhit.h"
#include "models/items/stationdirectory.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>
#include <QVector>

namespace renewal::ui {

/// A thing of the program itself that can be found: an action or a setting.
struct FindEntry
{
    QString section; ///< heading it stands under
    QString text;
    QPointer<QAction> action;
    bool onlyLeads =
        false; ///< it is not carried out from afar: one goes to its place and sees what it acts on
};

/// What "find anything" found: hits of the service by kind, then actions and settings, each under a heading.
class FindModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        KeysRole = Qt::UserRole + 100, ///< the shortcut of an action
        StateRole,                     ///< a state in words, for the right end of the row
    };

    explicit FindModel(QObject *parent = nullptr);

    /// In the order in which they are shown.
    void setEntries(const QVector<FindEntry> &entries);
    /// Narrows the actions and settings at once; hits stay until newer ones come.
    void setWords(const QString &words);
    void setHits(const QVector<FindHit> &hits);
    void setStations(const items::StationDirectory &stations) { m_stations = stations; }
    bool hasHits() const { return !m_hits.isEmpty(); }

    const FindHit *hit(const QModelIndex &index) const;
    QAction *action(const QModelIndex &index) const;
    /// The first row that is no heading.
    QModelIndex firstIndex() const;
    QModelIndex find(const QString &key) const;
    /// What identifies a row across answers.
    QString key(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString heading; ///< filled: the row is a heading
        QString section;
        qsizetype hit = -1;
        qsizetype entry = -1;
    };

    void rebuild();
    void append(const QString &section, const Row &row);
    bool fits(const FindEntry &entry) const;
    QString second(const FindHit &hit) const;
    QString spoken(const Row &row) const;

    QVector<FindEntry> m_entries;
    QVector<FindHit> m_hits;
    QVector<Row> m_rows;
    QStringList m_words;
    items::StationDirectory m_stations;
};

} // namespace renewal::ui
