// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pagedmodelbase.h"

namespace renewal::items {

PagedModelBase::PagedModelBase(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PagedModelBase::setWaiting(bool queryIsNew)
{
    m_loading = true;
    if (queryIsNew) {
        m_answered = false;
        m_error.reset();
    }
    emit stateChanged();
}

void PagedModelBase::setAnswered(qint64 total)
{
    m_loading = false;
    m_answered = true;
    m_error.reset();
    m_total = total;
    emit stateChanged();
}

void PagedModelBase::setFailed(const Error &error, bool queryIsNew)
{
    m_loading = false;
    m_error = error;
    if (queryIsNew)
        m_total = 0;
    emit stateChanged();
}

} // namespace renewal::items
