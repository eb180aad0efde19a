// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/metricfeeds.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestStep = 86'400;
constexpr int longestDelay = 14 * 86'400;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MetricFeeds)
};

/// The fields of one entry. Remembers the first thing that is wrong, and which fields were asked for.
class Entry
{
public:
    Entry(const QJsonValue &value, QString place)
        : m_object(value.toObject())
        , m_place(std::move(place))
    {
        if (!value.isObject())
            fail(Texts::tr("an object is expected"));
    }

    QString text(QLatin1StringView key, bool isNeeded = false)
    {
        m_known.insert(key);
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() ? isNeeded
                                : !value.isString() || (isNeeded && value.toString().trimmed().isEmpty()))
            fail(Texts::tr("\"%1\" must be a text").arg(key));
        return value.toString().trimmed();
    }

    int whole(QLatin1StringView key, int otherwise, int least, int most)
    {
        m_known.insert(key);
        const QJsonValue value = m_object.value(key);
        const double number = value.toDouble(value.isUndefined() ? otherwise : -1);
        if (!(number >= least && number <= most) || number != int(number))
            fail(Texts::tr("\"%1\" must be a whole number from %2 to %3").arg(key).arg(least).arg(most));
        return int(std::clamp<double>(number, least, most));
    }

    double part(QLatin1StringView key)
    {
        m_known.insert(key);
        const double number = m_object.value(key).toDouble(m_object.contains(key) ? 0 : 1);
        if (!(number > 0 && number <= 1))
            fail(Texts::tr("\"%1\" must be above 0 and at most 1").arg(key));
        return number;
    }

    void fail(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = m_place + u": "_s + what + u'.';
    }

    /// What was wrong first; a field that nobody asked for is, too.
    QString problem()
    {
        for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
            if (!m_known.contains(it.key()))
                fail(Texts::tr("\"%1\" is not known here").arg(it.key()));
        }
        return m_problem;
    }

private:
    QJsonObject m_object;
    QString m_place;
    QString m_problem;
    QSet<QString> m_known;
};

MetricSource readSource(Entry &entry)
{
    MetricSource source;
    source.name = entry.text("name"_L1, true);
    const auto backEnd = metricBackEndFromString(entry.text("backEnd"_L1, true));
    if (!backEnd)
        entry.fail(Texts::tr("\"backEnd\" must be prometheus, datadog, datadog_timeseries or ga4"));
    source.backEnd = backEnd.value_or(MetricBackEnd::Prometheus);
    source.url = QUrl(entry.text("url"_L1, true), QUrl::StrictMode);
    source.keyFile = entry.text("keyFile"_L1);
    source.applicationKeyFile = entry.text("applicationKeyFile"_L1);
    source.property = entry.text("property"_L1, backEnd == MetricBackEnd::Ga4);
    source.pollSeconds = entry.whole("pollSeconds"_L1, 300, 30, longestStep);
    return source;
}

MetricFeed readFeed(Entry &entry, const MetricFeeds &feeds)
{
    static const QRegularExpression plainKey(u"^[a-z][a-z0-9_]{0,60}$"_s);
    MetricFeed feed;
    feed.key = entry.text("key"_L1, true);
    if (!plainKey.match(feed.key).hasMatch())
        entry.fail(Texts::tr("\"key\" must be of small letters, digits and underscores"));
    feed.title = entry.text("title"_L1, true);
    feed.unit = entry.text("unit"_L1);
    feed.source = entry.text("source"_L1, true);
    if (!feeds.source(feed.source))
        entry.fail(Texts::tr("there is no source named \"%1\"").arg(feed.source));
    feed.query = entry.text("query"_L1, true);
    feed.stepSeconds = entry.whole("stepSeconds"_L1, 3'600, 60, longestStep);
    feed.delaySeconds = entry.whole("delaySeconds"_L1, 0, 0, longestDelay);
    feed.sampled = entry.part("sampled"_L1);
    feed.stationLabel = entry.text("stationLabel"_L1);
    feed.ehrLabel = entry.text("ehrLabel"_L1);
    return feed;
}

bool isNamed(const QVector<MetricFeed> &feeds, const QString &key)
{
    return std::ranges::any_of(feeds, [&key](const MetricFeed &feed) { return feed.key == key; });
}

/// "a:b,c:d" -> b for a.
QString valueOf(const QString &labels, const QString &name)
{
    const QStringList all = labels.split(u',', Qt::SkipEmptyParts);
    for (const QString &label : all) {
        if (!name.isEmpty() && label.startsWith(name + u':'))
            return label.mid(name.size() + 1);
    }
    return {};
}

MetricSeries placed(const MetricFeed &feed, MetricBackEnd backEnd, const QString &delivered)
{
    MetricSeries series;
    series.key = feed.key;
    series.title = feed.title;
    series.unit = feed.unit;
    series.source = backEnd == MetricBackEnd::DatadogTimeseries ? u"datadog"_s : toString(backEnd);
    series.query = feed.query;
    QStringList labels;
    if (const QString ehr = valueOf(delivered, feed.ehrLabel); !ehr.isEmpty()) {
        labels.append(u"ehr_source:"_s + ehr);
        series.key += u'.' + ehr;
    }
    if (const QString station = valueOf(delivered, feed.stationLabel); !station.isEmpty()) {
        labels.append(u"station_number:"_s + station);
        series.key += u'.' + station;
    }
    series.labels = labels.join(u',');
    return series;
}
} // namespace

const MetricSource *MetricFeeds::source(const QString &name) const
{
    const auto found =
        std::ranges::find_if(sources, [&name](const MetricSource &source) { return source.name == name; });
    return found == sources.cend() ? nullptr : &*found;
}

Result<MetricFeeds> readMetricFeeds(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonObject root = QJsonDocument::fromJson(json, &fault).object();
    if (fault.error != QJsonParseError::NoError || !root.value("sources"_L1).isArray() ||
        !root.value("feeds"_L1).isArray()) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("A file of metric sources is a JSON object with the lists \"sources\" and "
                                 "\"feeds\"; see docs/metric-sources.md."));
    }
    MetricFeeds feeds;
    const QJsonArray sources = root.value("sources"_L1).toArray();
    for (qsizetype i = 0; i < sources.size(); ++i) {
        Entry entry(sources.at(i), u"sources[%1]"_s.arg(i));
        const MetricSource source = readSource(entry);
        if (feeds.source(source.name))
            entry.fail(Texts::tr("the name \"%1\" is given twice").arg(source.name));
        if (const QString problem = entry.problem(); !problem.isEmpty())
            return failure(ErrorCode::InvalidInput, problem);
        feeds.sources.append(source);
    }
    const QJsonArray list = root.value("feeds"_L1).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        Entry entry(list.at(i), u"feeds[%1]"_s.arg(i));
        const MetricFeed feed = readFeed(entry, feeds);
        if (isNamed(feeds.feeds, feed.key))
            entry.fail(Texts::tr("the key \"%1\" is given twice").arg(feed.key));
        if (const QString problem = entry.problem(); !problem.isEmpty())
            return failure(ErrorCode::InvalidInput, problem);
        feeds.feeds.append(feed);
    }
    return feeds;
}

QStringList knownTraps(const MetricFeed &feed, MetricBackEnd backEnd)
{
    QStringList traps;
    if (backEnd == MetricBackEnd::Ga4 && feed.query.contains("Rx SM Renewal"_L1) &&
        !feed.query.contains("api-latency-ms"_L1)) {
        traps.append(Texts::tr("Google Analytics gets each successful renewal twice; count only those with "
                               "api-latency-ms."));
    }
    static const QStringList mixed{u"post_create_message"_s, u"message_sent_to_station"_s,
                                   u"mhv_sm_message_sent"_s};
    if (std::ranges::any_of(mixed, [&feed](const QString &name) { return feed.query.contains(name); }))
        traps.append(Texts::tr("This counts all secure messages, not renewals alone."));
    if (backEnd == MetricBackEnd::Ga4 && feed.delaySeconds < 48 * 3'600)
        traps.append(Texts::tr("Google Analytics is up to 48 hours late; delaySeconds says less."));
    if (feed.sampled < 1)
        traps.append(
            Texts::tr("%1 % of all are counted: good for shares, not for totals.").arg(feed.sampled * 100));
    return traps;
}

QVector<MetricSeries> storedSeries(const MetricFeed &feed, MetricBackEnd backEnd, const MetricAnswer &answer,
                                   const QDateTime &now)
{
    // A range of Prometheus looks back: its value stands at the end of the step that it tells of.
    const int shift = backEnd == MetricBackEnd::Prometheus ? -feed.stepSeconds : 0;
    QVector<MetricSeries> stored;
    for (const MetricSeries &delivered : answer.series) {
        MetricSeries series = placed(feed, backEnd, delivered.labels);
        for (MetricPoint point : delivered.points) {
            point.at = point.at.addSecs(shift);
            if (point.at.addSecs(feed.stepSeconds) <= now)
                series.points.append(point);
        }
        stored.append(series);
    }
    return stored;
}

} // namespace renewal::exchange
