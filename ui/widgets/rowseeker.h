// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace renewal::items {
class PagedModelBase;
}

namespace renewal::ui {

/// Selects the row of an id as soon as it is there, and tells when it is not among what came. Owned by the
/// view.
class RowSeeker final : public QObject
{
    Q_OBJECT

public:
    RowSeeker(QTableView *view, items::PagedModelBase *model);

    void seek(qint64 id);

signals:
    /// The list came, without it.
    void missed(qint64 id);

private:
    void look();
    int rowOf(qint64 id) const;

    QTableView *m_view;
    items::PagedModelBase *m_model;
    qint64 m_wanted = 0;
};

} // namespace renewal::ui
