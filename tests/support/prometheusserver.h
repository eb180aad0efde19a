// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace renewal::testing {

/// A real Prometheus on a loopback port, over blocks that promtool makes of samples in the OpenMetrics text
/// format. It ends with this object. Main thread only.
class PrometheusServer
{
public:
    explicit PrometheusServer(const QByteArray &openMetrics);
    ~PrometheusServer();
    PrometheusServer(const PrometheusServer &) = delete;
    PrometheusServer &operator=(const PrometheusServer &) = delete;

    /// Why it did not start; empty when it answers.
    const QString &problem() const { return m_problem; }
    QUrl url() const;

private:
    bool makeBlocks(const QByteArray &openMetrics);
    bool launch();
    bool isReady() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem;
    quint16 m_port = 0;
};

} // namespace renewal::testing
