// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QAbstractTableModel>

#include <optional>

namespace renewal::items {

/// What every list that is fetched page by page tells its view: whether it is loading, what failed, and how
/// many rows there are beyond those loaded.
class PagedModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PagedModelBase(QObject *parent = nullptr);

    /// A request is on its way.
    bool isLoading() const { return m_loading; }
    /// At least one answer to the present query came.
    bool isAnswered() const { return m_answered; }
    /// Why the last request failed; reset by the next success.
    std::optional<Error> error() const { return m_error; }
    /// All rows that fit the query, loaded or not.
    qint64 total() const { return m_total; }
    /// How many of them are loaded; headings and folds do not count.
    virtual qint64 loadedCount() const { return rowCount(); }

    /// Fetches what is loaded once more; rows that stay keep their selection.
    virtual void refresh() = 0;

signals:
    /// isLoading(), isAnswered(), error() or total() changed.
    void stateChanged();
    /// The rows now belong to another query: go to the top.
    void queryChanged();

protected:
    void setWaiting(bool queryIsNew);
    void setAnswered(qint64 total);
    void setFailed(const Error &error, bool queryIsNew);

private:
    bool m_loading = false;
    bool m_answered = false;
    std::optional<Error> m_error;
    qint64 m_total = 0;
};

} // namespace renewal::items
