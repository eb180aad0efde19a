// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findmodel.h"

#include "models/items/correlationtexts.h"
#include "models/items/renewaltexts.h"
#include "models/items/roles.h"

#include <QKeySequence>
#include <QLocale>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
QString kindTitle(FindKind kind)
{
    switch (kind) {
    case FindKind::Renewal:
        return FindModel::tr("Renewals");
    case FindKind::Prescriber:
        return FindModel::tr("Prescribers");
    case FindKind::CareTeam:
        return FindModel::tr("Care teams");
    case FindKind::Station:
        return FindModel::tr("Stations");
    }
    return {};
}

QString stateOf(const FindHit &hit)
{
    if (hit.kind == FindKind::Renewal) {
        const auto state = renewalStateFromString(hit.state);
        return state ? items::stateText(*state) : QString();
    }
    const auto status = correlationStatusFromString(hit.state);
    return hit.kind == FindKind::Prescriber && status ? items::statusText(*status) : QString();
}
} // namespace

FindModel::FindModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FindModel::setEntries(const QVector<FindEntry> &entries)
{
    m_entries = entries;
    rebuild();
}

void FindModel::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void FindModel::setHits(const QVector<FindHit> &hits)
{
    m_hits = hits;
    rebuild();
}

bool FindModel::fits(const FindEntry &entry) const
{
    if (!entry.action || !entry.action->isEnabled())
        return false;
    const QStringList own = QString(entry.text + u' ' + entry.section).split(u' ');
    return std::ranges::all_of(m_words, [&](const QString &word) {
        return std::ranges::any_of(
            own, [&](const QString &text) { return text.startsWith(word, Qt::CaseInsensitive); });
    });
}

void FindModel::append(const QString &section, const Row &row)
{
    if (m_rows.isEmpty() || m_rows.constLast().section != section) {
        Row heading;
        heading.heading = section;
        heading.section = section;
        m_rows.append(heading);
    }
    m_rows.append(row);
    m_rows.last().section = section;
}

void FindModel::rebuild()
{
    // A new question, not a refresh: who looks keeps the selection by key().
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_hits.size(); ++i) {
        Row row;
        row.hit = i;
        append(kindTitle(m_hits[i].kind), row);
    }
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        Row row;
        row.entry = i;
        if (fits(m_entries[i]))
            append(m_entries[i].section, row);
    }
    endResetModel();
}

const FindHit *FindModel::hit(const QModelIndex &index) const
{
    const qsizetype hit = index.isValid() ? m_rows[index.row()].hit : -1;
    return hit < 0 ? nullptr : &m_hits[hit];
}

QAction *FindModel::action(const QModelIndex &index) const
{
    const qsizetype entry = index.isValid() ? m_rows[index.row()].entry : -1;
    return entry < 0 ? nullptr : m_entries[entry].action.data();
}

QModelIndex FindModel::firstIndex() const
{
    return m_rows.size() > 1 ? index(1) : QModelIndex();
}

QString FindModel::key(const QModelIndex &index) const
{
    if (const FindHit *found = hit(index))
        return u"%1/%2/%3"_s.arg(toString(found->kind), found->station).arg(found->id);
    const QAction *found = action(index);
    return found ? u"action/"_s + found->objectName() : QString();
}

QModelIndex FindModel::find(const QString &key) const
{
    for (int row = 0; row < m_rows.size() && !key.isEmpty(); ++row) {
        if (this->key(index(row)) == key)
            return index(row);
    }
    return {};
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString FindModel::second(const FindHit &hit) const
{
    QStringList parts;
    if (hit.kind == FindKind::Renewal) {
        if (!hit.number.isEmpty())
            parts.append(tr("Rx %1", "prescription number").arg(hit.number));
        parts.append(hit.prescriber);
        parts.append(items::maskedPatient(hit.patientEnd));
    } else if (hit.kind == FindKind::Station) {
        parts.append(m_stations.name(StationNumber(hit.station)) == hit.name ? QString() : hit.name);
    } else {
        parts.append(tr("Station %1").arg(hit.station));
        if (hit.waiting > 0)
            parts.append(tr("%1 waiting", "renewals, a number").arg(QLocale().toString(hit.waiting)));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString FindModel::spoken(const Row &row) const
{
    if (!row.heading.isEmpty())
        return row.heading;
    if (row.entry >= 0) {
        const FindEntry &entry = m_entries[row.entry];
        const QString text = row.section + u": "_s + entry.text;
        return entry.onlyLeads ? tr("%1, goes there, does nothing yet", "an action").arg(text) : text;
    }
    const FindHit &hit = m_hits[row.hit];
    QStringList parts{row.section + u": "_s + hit.name, second(hit), stateOf(hit)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::AccessibleTextRole)
        return spoken(row);
    if (role == items::HeadingRole)
        return !row.heading.isEmpty();
    if (!row.heading.isEmpty())
        return role == Qt::DisplayRole ? QVariant(row.heading) : QVariant();
    if (row.entry >= 0) {
        const FindEntry &entry = m_entries[row.entry];
        if (role == Qt::DisplayRole)
            return entry.text;
        if (role == KeysRole && entry.action)
            return entry.action->shortcut().toString(QKeySequence::NativeText);
        if (role == items::SecondLineRole && entry.onlyLeads)
            return tr("goes there, does nothing yet");
        return {};
    }
    const FindHit &hit = m_hits[row.hit];
    switch (role) {
    case Qt::DisplayRole:
        if (hit.kind == FindKind::Station)
            return QString(hit.station + u"  "_s + hit.name).trimmed();
        return hit.name.isEmpty() ? tr("Without a name") : hit.name;
    case items::SecondLineRole:
        return second(hit);
    case StateRole:
        return stateOf(hit);
    default:
        return {};
    }
}

Qt::ItemFlags FindModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!m_rows[index.row()].heading.isEmpty())
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace renewal::ui
