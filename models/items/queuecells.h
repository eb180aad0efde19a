// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"
#include "models/items/stationdirectory.h"

#include <QDateTime>
#include <QString>
#include <QVariant>
#include <QVector>

namespace renewal::items {

/// What stands in the cells of the queue, by the columns and roles of RenewalsModel.
struct QueueCells
{
    const StationDirectory *stations;
    QDateTime now;

    QVariant renewal(const Renewal &renewal, int column, int role) const;
    /// Of the patient whose loaded renewals these are; at least one.
    QVariant heading(const QVector<Renewal> &parts, int column, int role) const;

private:
    QString shown(const Renewal &renewal, int column) const;
    QVariant sorted(const Renewal &renewal, int column) const;
    QString spoken(const Renewal &renewal, int column) const;
    QString toolTip(const Renewal &renewal, int column) const;
    QString headingText(const QVector<Renewal> &parts, int column) const;
};

/// "Medication"
QString queueColumnTitle(int column);
/// "Selected: yes"
QString spokenCheck(Qt::CheckState state);
/// Whether a view of the queue shows renewals in this one's state. Says nothing about scope, search, or
/// whose it is.
bool belongsTo(const QString &view, const Renewal &renewal);

} // namespace renewal::items
