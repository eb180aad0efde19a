// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/flippercalls.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace renewal::upstream {

/// Where Flipper's HTTP API answers, and what lets us in.
struct FlipperEndpoint
{
    QUrl base;        ///< "https://flipper.example.gov/api"; features/:key follows
    QByteArray token; ///< "Authorization: Bearer ..."; empty: none is sent; never logged
};

struct FlipperLimits
{
    std::chrono::milliseconds timeout{5'000}; ///< of one call
    qint64 maxAnswerBytes = 4 * 1024 * 1024;
};

/// InvalidInput unless the token travels encrypted there, or does not leave this computer.
Done checkEndpoint(const FlipperEndpoint &endpoint);

/// What became of bringing a feature to other gates.
struct FlipperOutcome
{
    enum class State
    {
        Done,    ///< read back: it is as it was wanted
        Refused, ///< nothing was changed
        Partly,  ///< something was changed, by us or by somebody else meanwhile: `present` is what stands
                 ///< there
        Unknown, ///< Flipper may have changed it, and cannot be asked now
    };
    State state = State::Refused;
    exchange::FlipperGates before;  ///< as they were read first; without a key when that failed
    exchange::FlipperGates present; ///< as they were read last; without a key when that failed
    Error error = {};               ///< why it is not done, in a sentence
};

/// "done", "refused", "partly", "unknown".
QString toString(FlipperOutcome::State state);

/// Calls Flipper, one call at a time; each returns when its answer is there, handling the thread's events
/// meanwhile. Lives in one thread. Never makes a feature: an unknown key is refused before anything is
/// written.
class FlipperClient final : public QObject
{
    Q_OBJECT

public:
    explicit FlipperClient(FlipperEndpoint endpoint, const FlipperLimits &limits = {});
    ~FlipperClient() override;

    /// NotFound for an unknown key; Unauthorized, Unavailable, Timeout, InvalidInput (an answer that is
    /// none).
    Result<exchange::FlipperGates> read(const QString &key);
    /// Reads the feature, makes the calls that bring it to the wanted gates, and reads it back, whatever they
    /// answered.
    FlipperOutcome bring(const exchange::FlipperGates &wanted);

public slots:
    /// Ends the call under way, and all after it: for the end of the service.
    void interrupt();

signals:
    void interrupted();

private:
    struct Answer
    {
        int status = 0; ///< 0: none came
        QByteArray body;
        Error error; ///< why none came
    };

    Answer call(const QByteArray &verb, const QString &path, const QByteArray &body = {});
    Done write(const QString &key, const exchange::FlipperCall &call);
    Result<exchange::FlipperGates> readBack(const QString &key);

    const FlipperEndpoint m_endpoint;
    const FlipperLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
    bool m_isInterrupted = false;
};

} // namespace renewal::upstream
