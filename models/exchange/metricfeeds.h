// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/metriccall.h"

#include <QUrl>

namespace renewal::exchange {

/// A service that figures are asked of. Keys stand in files of their own, never in this one.
struct MetricSource
{
    QString name; ///< unique: "datadog"
    MetricBackEnd backEnd = MetricBackEnd::Prometheus;
    QUrl url;
    QString keyFile;            ///< of DD-API-KEY or the bearer token; empty: none
    QString applicationKeyFile; ///< of DD-APPLICATION-KEY
    QString property;           ///< of Google Analytics
    int pollSeconds = 300;      ///< between two looks, 30 to 86,400

    bool operator==(const MetricSource &) const = default;
};

/// One figure that is asked for again and again. Criteria say which figures are counted in which
/// (criteria.h).
struct MetricFeed
{
    QString key; ///< base of its series' keys: "renewal_messages_sent"; unique
    QString title;
    QString unit;
    QString source;          ///< a MetricSource::name
    QString query;           ///< MetricQuestion::query
    int stepSeconds = 3'600; ///< 60 to 86,400
    int delaySeconds = 0;    ///< how late values still arrive or change: 172,800 for Google Analytics
    double sampled = 1;      ///< the part of all that is counted, above 0 to 1; RUM keeps 0.5
    QString stationLabel;    ///< the service's label that names the station; empty: for all stations together
    QString ehrLabel;        ///< and the record system ("vista", "oracle_health")

    bool operator==(const MetricFeed &) const = default;
};

struct MetricFeeds
{
    QVector<MetricSource> sources;
    QVector<MetricFeed> feeds;

    bool operator==(const MetricFeeds &) const = default;
    const MetricSource *source(const QString &name) const;
};

/// Reads {"sources": [...], "feeds": [...]} (docs/metric-sources.md). InvalidInput names the entry and the
/// field: an unknown field is one, since a misspelt one would be left out silently.
Result<MetricFeeds> readMetricFeeds(const QByteArray &json);

/// What a person should know of a feed before trusting it: what is counted twice, or counts more than
/// renewals (contracts.md 6). Sentences; empty: nothing.
QStringList knownTraps(const MetricFeed &feed, MetricBackEnd backEnd);

/// The series of a feed as they are stored: keys with their place ("renewal_messages_sent.589", label
/// "station_number:589"), points of whole steps only, at the beginning of their step. `now` decides what is
/// whole.
QVector<MetricSeries> storedSeries(const MetricFeed &feed, MetricBackEnd backEnd, const MetricAnswer &answer,
                                   const QDateTime &now);

} // namespace renewal::exchange
