// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/renewalsgateway.h"
#include "models/items/pagedfetch.h"
#include "models/items/queuegroups.h"
#include "models/items/queuehold.h"
#include "models/items/roles.h"
#include "models/items/stationdirectory.h"

namespace renewal::items {

/// The queue: under a heading for each patient one row for each renewal request that fits the query.
///
/// Flat, also where it shows groups: a tree of many thousand nodes is too slow. Groups can be folded, rows
/// can be checked; both survive a refresh, which never resets the model.
class RenewalsModel final : public PagedFetch<Renewal>
{
    Q_OBJECT

public:
    enum Column
    {
        CheckColumn,
        MedicationColumn, ///< of a heading: the masked patient and how many medications
        NumberColumn,
        LastFillColumn,
        PrescriberColumn,
        CareTeamColumn,
        NextStepColumn, ///< a chip
        ColumnCount
    };
    enum OwnRole
    {
        FoldedRole = IdRole + 100, ///< bool, of headings only
    };

    /// Both must outlive the model.
    RenewalsModel(RenewalsGateway *gateway, const Clock *clock, QObject *parent = nullptr);

    /// Starts over unless it is the present query; limit and cursor are the model's own business.
    void setQuery(const RenewalQuery &query);
    RenewalQuery query() const { return m_query; }
    /// Times are told in the zones of these stations.
    void setStations(const StationDirectory &stations);

    bool isHeading(int row) const { return QueueGroups::isHeading(idAt(row)); }
    /// Of a renewal, negative of a heading; 0 out of bounds.
    qint64 idAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows[row] : 0; }
    int rowOf(qint64 id) const { return static_cast<int>(m_rows.indexOf(id)); }
    /// The renewal of a row; nullptr for headings and out of bounds.
    const Renewal *renewal(int row) const { return m_groups.renewal(idAt(row)); }
    /// The heading over a row; -1 out of bounds. A heading is its own.
    int headingRow(int row) const;
    /// One renewal, or all of a heading.
    QVector<Renewal> renewalsAt(int row) const;

    bool isFolded(int row) const { return m_groups.isFolded(idAt(row)); }
    /// Only headings fold.
    void setFolded(int row, bool folded);

    Qt::CheckState checkState(int row) const;
    /// Of a heading: all its renewals.
    void setChecked(int row, bool checked);
    /// All that are loaded.
    void checkAll(bool checked);
    Qt::CheckState allChecked() const;
    int checkedCount() const { return static_cast<int>(m_checked.size()); }
    /// In the order of the queue, folded ones too.
    QVector<Renewal> checkedRenewals() const;

    /// Takes what an action made of some renewals, before a refresh tells: those that the view no longer
    /// shows leave it, and none of them stays checked.
    void take(const QVector<Renewal> &renewals);

    qint64 loadedCount() const override { return m_groups.order().size(); }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// One looks at this row now. A patient whose renewals were acted on stays in place until one looks at
    /// another patient, or asks for something else; the next refresh sorts anew then.
    void lookAt(int row);

signals:
    /// Around all changes but folding and pages at the end: a view keeps its place between the two.
    void rowsChanging();
    void rowsChanged();
    void checksChanged();

protected:
    QFuture<Result<Page<Renewal>>> requestPage(const QString &cursor, int limit) override;
    bool replaceRows(QVector<Renewal> fresh, bool keepRest) override;
    void appendRows(const QVector<Renewal> &fresh) override;

private:
    void become(const QVector<Renewal> &fresh, const QVector<qint64> &rest);
    void tellChanged(const QSet<qint64> &ids);
    void tellChecks(qint64 heading);
    QString spokenHeading(int row) const;

    RenewalsGateway *m_gateway;
    const Clock *m_clock;
    RenewalQuery m_query;
    bool m_started = false;
    StationDirectory m_stations;
    QueueGroups m_groups;
    QVector<qint64> m_rows; ///< what is shown, by id
    QSet<qint64> m_checked;
    QueueHold m_hold;
};

} // namespace renewal::items
