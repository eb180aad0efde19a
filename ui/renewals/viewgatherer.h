// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"

#include <QObject>

namespace renewal::ui {

/// Reads all renewals of a view, page by page, so that an action on the whole of it knows each and its
/// version. Stops at `most`.
class ViewGatherer final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 500;
    static constexpr int most = 20'000;

    /// The gateway must outlive it. Deleting it ends the reading.
    ViewGatherer(RenewalsGateway *gateway, const RenewalQuery &query, QObject *parent = nullptr);

    void start();

signals:
    void progressed(qint64 done, qint64 all);
    void gathered(const QVector<renewal::Renewal> &renewals);
    void failed(const renewal::Error &error);

private:
    void readNext();
    void take(const Result<Page<Renewal>> &page);

    RenewalsGateway *m_gateway;
    RenewalQuery m_query;
    QVector<Renewal> m_renewals;
};

} // namespace renewal::ui
