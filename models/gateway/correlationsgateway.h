// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/careteam.h"
#include "models/domain/correlation.h"
#include "models/domain/prescriber.h"
#include "models/domain/renewal.h"
#include "models/gateway/csvpiece.h"
#include "models/gateway/page.h"

#include <QFuture>
#include <QMap>
#include <QStringList>

#include <optional>

namespace renewal {

struct PrescriberQuery
{
    QString status; ///< a correlation status word, or empty for all
    Scope scope;
    QString search;
    int limit = 200;
    QString cursor;

    bool operator==(const PrescriberQuery &) const = default;
};

/// One row of the work list, ordered by waiting renewals, most first.
struct PrescriberSummary
{
    Prescriber prescriber;
    Correlation correlation;
    qint64 waiting = 0;      ///< pending renewals that need routing, or are ready, of this prescriber
    QDateTime oldestWaiting; ///< invalid when none
    int candidates = 0;
    std::optional<double> bestProbability = {}; ///< of the most probable candidate; nullopt without any

    bool operator==(const PrescriberSummary &) const = default;
};

/// The other prescribers that are linked to a care team today.
struct TeamPrescribers
{
    qint64 total = 0;
    QStringList names; ///< the first few in the order of the alphabet

    bool operator==(const TeamPrescribers &) const = default;
};

/// What comes from one division of a prescriber.
struct DivisionWork
{
    QString division; ///< a full station number
    qint64 prescriptions = 0;
    qint64 waiting = 0; ///< renewals that need routing, or are ready

    bool operator==(const DivisionWork &) const = default;
};

struct PrescriberDetail
{
    PrescriberSummary summary;
    qint64 patients = 0; ///< distinct patients with prescriptions of this prescriber
    CandidateSet candidates;
    QVector<CareTeam> careTeams; ///< the teams named in `candidates`, in the same order
    std::optional<CareTeam> linkedTeam;
    QVector<HistoryEntry> history;
    bool canUndo = false;
    /// By team number: how many of `patients` are associated with the team, for all of `careTeams`; empty
    /// when nothing is known about whom these patients write to.
    QMap<qint64, qint64> sharedPatients = {};
    /// By team number: how many patients are associated with the team in all, for the teams of
    /// `sharedPatients`.
    QMap<qint64, qint64> teamPatients = {};
    /// By team number, for those of `careTeams` that have any.
    QMap<qint64, TeamPrescribers> otherPrescribers = {};
    /// The divisions the prescriptions come from, in their order; with fewer than two there is nothing to
    /// split.
    QVector<DivisionWork> divisions = {};
};

/// A care team of the station, and why matching does not suggest it.
struct TeamChoice
{
    CareTeam team;
    QString reason; ///< one sentence; empty for a candidate

    bool operator==(const TeamChoice &) const = default;
};

/// What a person may decide about a prescriber.
enum class DecisionKind
{
    Link,     ///< to one care team
    Refuse,   ///< none of the candidates is right
    External, ///< community care, has no team
};

/// "link", "refuse", "external".
QString toString(DecisionKind kind);
std::optional<DecisionKind> decisionKindFromString(QStringView word);

struct Decision
{
    PrescriberId prescriberId;
    DecisionKind kind = DecisionKind::Link;
    TriageTeamId careTeam; ///< for Link
    QString note;
    qint64 version = 0;       ///< Correlation::version the person saw
    QString idempotencyKey;   ///< one per intended decision; a repeat has no second effect
    QString reason = {};      ///< a word of decisionReasons(), or empty
    QDateTime validFrom = {}; ///< of a link; invalid, or over already: at once
    QDateTime validTo = {};   ///< of a link; invalid: open-ended
    /// The decision is about the prescriptions of this division alone; empty: about all.
    QString division = {};
};

/// How many renewals a decision moves, and where the others stay; before (preview) or after (outcome) it is
/// taken.
struct DecisionEffect
{
    qint64 becomeReady = 0;     ///< needs_routing (or external) -> ready_to_route
    qint64 becomeNeedsTeam = 0; ///< ready_to_route (or external) -> needs_routing
    qint64 becomeExternal = 0;  ///< needs_routing or ready_to_route -> external
    qint64 unchanged = 0;       ///< all pending ones that stay where they are
    qint64 stayReady = 0;       ///< of these: ready to route to the same team already
    qint64 stayNeedsTeam = 0;   ///< of these: they wait for a care team, and go on waiting
    qint64 stayExternal = 0;    ///< of these: external already
    qint64 later = 0;           ///< of `unchanged`: become ready when the link begins

    /// Those that no decision moves: not renewable, in review, returned.
    qint64 beyondDecisions() const { return unchanged - stayReady - stayNeedsTeam - stayExternal; }
    bool operator==(const DecisionEffect &) const = default;
};

/// Another prescriber of the station whose case a decision moved: matching sees it differently now.
struct MovedCase
{
    PrescriberId prescriberId;
    QString prescriber;    ///< the name as shown
    QString careTeam;      ///< the most probable one now; empty when there is none
    double before = 0;     ///< its probability before the decision, 0 to 1
    double after = 0;      ///< and now
    bool isLinked = false; ///< matching links it now, and did not before
    bool isFreed = false;  ///< matching had linked it, and a person must decide now

    bool operator==(const MovedCase &) const = default;
};

struct DecisionOutcome
{
    Correlation correlation;
    DecisionEffect effect;
    QVector<MovedCase> moved = {}; ///< ascending by prescriber id
};

/// What a run of matching is to do.
struct MatchingRequest
{
    Scope scope;        ///< empty: all stations
    bool learn = false; ///< learn the weights from all stations first

    bool operator==(const MatchingRequest &) const = default;
};

/// How well matching does, in counts that can be checked against the record.
struct MatchingQuality
{
    int days = 30;
    qint64 automatic = 0;   ///< links that matching made in these days and that hold, or a person decided on
    qint64 foundWrong = 0;  ///< of these: a person decided otherwise, and did not take it back
    qint64 linkedAlone = 0; ///< prescribers whose link today is matching's
    qint64 prescribers = 0; ///< all prescribers today but those in community care

    bool operator==(const MatchingQuality &) const = default;
};

struct DecisionsReport; // models/gateway/decisionsreport.h

/// What the correlations workspace needs from the world. Futures finish exactly once.
class CorrelationsGateway
{
public:
    virtual ~CorrelationsGateway() = default;
    virtual QFuture<Result<Page<PrescriberSummary>>> prescribers(const PrescriberQuery &query) = 0;
    virtual QFuture<Result<PrescriberDetail>> prescriber(PrescriberId id) = 0;
    virtual QFuture<Result<QVector<CareTeam>>> careTeams(const QString &parentStation,
                                                         const QString &search) = 0;
    /// The same for one prescriber: each team that is no candidate says why.
    virtual QFuture<Result<QVector<TeamChoice>>> teamChoices(PrescriberId id, const QString &search) = 0;
    virtual QFuture<Result<DecisionEffect>> preview(const Decision &decision) = 0;
    virtual QFuture<Result<DecisionOutcome>> decide(const Decision &decision) = 0;
    /// Takes back the newest decision of this prescriber; `version` as in Decision.
    virtual QFuture<Result<DecisionOutcome>> undo(PrescriberId id, qint64 version,
                                                  const QString &idempotencyKey) = 0;
    /// Starts matching over the scope; the result is a job id for SystemGateway::job().
    virtual QFuture<Result<QString>> startMatching(const MatchingRequest &request) = 0;
    virtual QFuture<Result<MatchingQuality>> quality(const Scope &scope) = 0;
    /// The correlations of the scope piece by piece; an empty cursor begins.
    virtual QFuture<Result<CsvPiece>> exportPiece(const Scope &scope, const QString &cursor) = 0;
    /// The same as an XLSX workbook. TooLarge where a workbook would be too long.
    virtual QFuture<Result<QByteArray>> exportWorkbook(const Scope &scope) = 0;
    /// What takeDecisions() would do; changes nothing. `csv` is what exchange::readDecisions() reads.
    virtual QFuture<Result<DecisionsReport>> previewDecisions(const QByteArray &csv) = 0;
    /// Takes the decisions of a file, each by itself; a repeat with the same key has no second effect.
    virtual QFuture<Result<DecisionsReport>> takeDecisions(const QByteArray &csv,
                                                           const QString &idempotencyKey) = 0;
};

} // namespace renewal
