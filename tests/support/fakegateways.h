// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/connectionstate.h"
#include "models/gateway/correlationsgateway.h"
#include "models/gateway/decisionsreport.h"
#include "models/gateway/renewalsgateway.h"
#include "models/gateway/rolloutgateway.h"
#include "models/gateway/systemgateway.h"
#include "tests/support/heldreplies.h"

#include <QMap>

namespace renewal::test {

/// The queue in memory: filters by view, station and search, pages by row number.
class FakeRenewals final : public RenewalsGateway
{
public:
    QVector<Renewal> rows;
    QMap<qint64, RenewalDetail> details; ///< what differs from the plain detail of a row
    QVector<ViewCount> extraCounts;      ///< for views whose rows are not held here
    QVector<RenewalQuery> queries;
    Replies<Page<Renewal>> pageReplies;
    Replies<QVector<ViewCount>> countReplies;
    Replies<RenewalDetail> detailReplies;
    QString me = QStringLiteral("Renewal Clerk"); ///< whose the view "assigned_to_me" is
    QVector<TriageRequest> triageRequests;        ///< all that were asked for
    QStringList undoneBatches;
    QStringList revealReasons;
    QMap<qint64, TriageRefusal> refusals; ///< by renewal: refused whatever is asked
    QMap<qint64, RevealedPatient> patients;
    Replies<TriageOutcome> triageReplies;
    Replies<RevealedPatient> revealReplies;

    QFuture<Result<Page<Renewal>>> renewals(const RenewalQuery &query) override;
    QFuture<Result<QVector<ViewCount>>> counts(const Scope &scope, const RenewalFilter &filter) override;
    QVector<FilterChoice> choiceList; ///< what choices() finds its answers in
    QVector<ChoiceQuery> choiceQueries;
    Replies<QVector<FilterChoice>> choiceReplies;
    QVector<SavedView> savedList; ///< of everybody, as the service keeps them
    Replies<QVector<SavedView>> savedReplies;
    Replies<SavedView> saveReplies;
    QFuture<Result<QVector<FilterChoice>>> choices(const ChoiceQuery &query) override;
    QFuture<Result<QVector<SavedView>>> savedViews() override;
    QFuture<Result<SavedView>> saveView(const SavedView &view, const QString &idempotencyKey) override;
    QFuture<Result<SavedView>> removeView(const SavedView &view) override;
    QFuture<Result<RenewalDetail>> renewal(RenewalId id) override;
    QFuture<Result<TriageOutcome>> triage(const TriageRequest &request) override;
    QFuture<Result<TriageOutcome>> undoTriage(const QString &batch, const QString &idempotencyKey) override;
    QFuture<Result<RevealedPatient>> reveal(RenewalId id, const QString &reason) override;
    QStringList staffNames = {QStringLiteral("Ann Lee"), QStringLiteral("Renewal Clerk")};
    QFuture<Result<QStringList>> staff() override;

private:
    bool fits(const Renewal &renewal, const QString &view, const Scope &scope) const;
    static bool passes(const Renewal &renewal, const RenewalFilter &filter);
    static void sortBy(QVector<Renewal> &renewals, const RenewalSort &sort);
    TriageOutcome apply(const TriageRequest &request);
    TriageOutcome takeBack(const QString &batch);

    QMap<QString, QVector<Renewal>> m_before; ///< for undo, by batch
    QMap<QString, TriageOutcome> m_answered;  ///< by idempotency key
};

/// Prescribers in memory; decisions follow the rules of versions and of undo.
class FakeCorrelations final : public CorrelationsGateway
{
public:
    QVector<PrescriberDetail> prescriberDetails; ///< ordered as the work list
    QVector<CareTeam> teams;
    QVector<Decision> decisions; ///< all that were asked for, refused ones too
    QVector<Decision> previews;  ///< all that were looked at
    int undos = 0;
    QMap<QString, qint64> extraCounts; ///< status word: prescribers that are not held here
    Replies<Page<PrescriberSummary>> pageReplies;
    Replies<PrescriberDetail> detailReplies;
    Replies<QVector<CareTeam>> teamReplies;
    Replies<QVector<TeamChoice>> choiceReplies;
    Replies<DecisionEffect> previewReplies;
    Replies<DecisionOutcome> decideReplies; ///< of undo too
    QMap<qint64, Error> undoErrors;         ///< by prescriber: taking back fails, nothing happens
    Replies<QString> matchingReplies;
    MatchingQuality qualityData;
    Replies<MatchingQuality> qualityReplies;
    Replies<CsvPiece> exportReplies;

    QFuture<Result<Page<PrescriberSummary>>> prescribers(const PrescriberQuery &query) override;
    QFuture<Result<PrescriberDetail>> prescriber(PrescriberId id) override;
    QFuture<Result<QVector<CareTeam>>> careTeams(const QString &parentStation,
                                                 const QString &search) override;
    QMap<qint64, QString> whyNot; ///< by team number
    QFuture<Result<QVector<TeamChoice>>> teamChoices(PrescriberId id, const QString &search) override;
    QFuture<Result<DecisionEffect>> preview(const Decision &decision) override;
    QFuture<Result<DecisionOutcome>> decide(const Decision &decision) override;
    QFuture<Result<DecisionOutcome>> undo(PrescriberId id, qint64 version,
                                          const QString &idempotencyKey) override;
    QFuture<Result<QString>> startMatching(const MatchingRequest &request) override;
    QVector<MatchingRequest> matchings; ///< all that were asked for
    QFuture<Result<MatchingQuality>> quality(const Scope &scope) override;
    QFuture<Result<CsvPiece>> exportPiece(const Scope &scope, const QString &cursor) override;
    DecisionsReport fileReport;        ///< what a file of decisions becomes, and would become
    QVector<QByteArray> decisionFiles; ///< all that were taken
    Replies<DecisionsReport> fileReplies;
    Replies<QByteArray> workbookReplies;
    QFuture<Result<QByteArray>> exportWorkbook(const Scope &scope) override;
    QFuture<Result<DecisionsReport>> previewDecisions(const QByteArray &csv) override;
    QFuture<Result<DecisionsReport>> takeDecisions(const QByteArray &csv,
                                                   const QString &idempotencyKey) override;

    PrescriberDetail *find(PrescriberId id);

private:
    Result<DecisionOutcome> apply(const Decision &decision);

    QMap<qint64, PrescriberDetail> m_before; ///< for undo
};

class FakeRollout final : public RolloutGateway
{
public:
    RolloutOverview overviewData;
    QVector<MetricSeries> seriesData;
    Replies<RolloutOverview> overviewReplies;
    Replies<MetricSeries> seriesReplies;
    Replies<RolloutOverview> signOffReplies;

    QFuture<Result<RolloutOverview>> overview() override;
    QFuture<Result<MetricSeries>> series(const QString &key, const QDateTime &from,
                                         const QDateTime &to) override;
    QFuture<Result<RolloutOverview>> signOff(const QString &discipline, const QString &stage, bool given,
                                             const QString &note, const QString &idempotencyKey) override;
};

class FakeSystem final : public SystemGateway
{
public:
    ServiceStatus statusData;
    QVector<Station> stationData;
    QVector<AuditEvent> auditData; ///< newest first
    QVector<Change> pendingChanges;
    QMap<QString, Job> jobs;
    Replies<ServiceStatus> statusReplies;
    Replies<QVector<Station>> stationReplies;
    QVector<AuditQuery> auditQueries;
    Replies<Page<AuditEvent>> auditReplies;
    Replies<CsvPiece> auditExportReplies;
    Job verification; ///< the job that a check of the record starts
    Replies<Job> verifyReplies;
    Replies<ChangeList> changeReplies;
    QVector<FindHit> findData; ///< found when name, number or station contain the words
    QVector<FindQuery> findQueries;
    Replies<QVector<FindHit>> findReplies;
    Replies<Job> jobReplies;

    QFuture<Result<ServiceStatus>> status() override;
    QFuture<Result<QVector<Station>>> stations() override;
    QFuture<Result<Page<AuditEvent>>> audit(const AuditQuery &query) override;
    QFuture<Result<CsvPiece>> exportAudit(const AuditQuery &query) override;
    QFuture<Result<Job>> verifyAudit() override;
    QFuture<Result<ChangeList>> changes(qint64 since) override;
    QFuture<Result<QVector<FindHit>>> find(const FindQuery &query) override;
    QFuture<Result<Job>> job(const QString &id) override;
    QFuture<Result<Job>> cancelJob(const QString &id) override;

private:
    bool fits(const AuditEvent &event, const AuditQuery &query) const;
};

} // namespace renewal::test
