// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/route.h"

/// What the routes do, one function for each row of the table. They run in the service thread and answer at
/// once: whatever takes longer than a page is a job.
namespace renewal::service::handlers {

Answer listRenewals(Workplace &workplace, const Call &call);
Answer countRenewals(Workplace &workplace, const Call &call);
Answer listFilterChoices(Workplace &workplace, const Call &call);
Answer readRenewal(Workplace &workplace, const Call &call);
Answer triageRenewals(Workplace &workplace, const Call &call);
Answer listStaff(Workplace &workplace, const Call &call);
Answer undoTriage(Workplace &workplace, const Call &call);
Answer revealPatient(Workplace &workplace, const Call &call);

Answer startThroughput(Workplace &workplace, const Call &call);
Answer startExport(Workplace &workplace, const Call &call);
Answer readReport(Workplace &workplace, const Call &call);
Answer cancelReport(Workplace &workplace, const Call &call);
Answer readReportContent(Workplace &workplace, const Call &call);

Answer listPrescribers(Workplace &workplace, const Call &call);
Answer readPrescriber(Workplace &workplace, const Call &call);
Answer decideCorrelation(Workplace &workplace, const Call &call);
Answer previewCorrelation(Workplace &workplace, const Call &call);
Answer listTeamChoices(Workplace &workplace, const Call &call);
Answer undoCorrelation(Workplace &workplace, const Call &call);
Answer listCareTeams(Workplace &workplace, const Call &call);
Answer readMatchingQuality(Workplace &workplace, const Call &call);
Answer exportCorrelations(Workplace &workplace, const Call &call);
Answer exportWorkbook(Workplace &workplace, const Call &call);
Answer previewDecisions(Workplace &workplace, const Call &call);
Answer takeDecisions(Workplace &workplace, const Call &call);

Answer listMetrics(Workplace &workplace, const Call &call);
Answer listMetricFeeds(Workplace &workplace, const Call &call);
Answer readMetric(Workplace &workplace, const Call &call);
Answer readRollout(Workplace &workplace, const Call &call);
Answer signOff(Workplace &workplace, const Call &call);
Answer readSteering(Workplace &workplace, const Call &call);
Answer decideStep(Workplace &workplace, const Call &call);
Answer setSteeringMode(Workplace &workplace, const Call &call);
Answer acceptDrift(Workplace &workplace, const Call &call);

Answer findAnything(Workplace &workplace, const Call &call);

Answer listStations(Workplace &workplace, const Call &call);
Answer listAudit(Workplace &workplace, const Call &call);
Answer exportAudit(Workplace &workplace, const Call &call);
Answer startVerification(Workplace &workplace, const Call &call);
Answer listChanges(Workplace &workplace, const Call &call);
Answer readStatus(Workplace &workplace, const Call &call);
Answer readContract(Workplace &workplace, const Call &call);
Answer readHealth(Workplace &workplace, const Call &call);
Answer readReadiness(Workplace &workplace, const Call &call);
Answer readOwnMetrics(Workplace &workplace, const Call &call);

Answer startMatching(Workplace &workplace, const Call &call);
Answer readJob(Workplace &workplace, const Call &call);
Answer cancelJob(Workplace &workplace, const Call &call);
Answer beginImport(Workplace &workplace, const Call &call);
Answer listImports(Workplace &workplace, const Call &call);
Answer readImport(Workplace &workplace, const Call &call);
Answer cancelImport(Workplace &workplace, const Call &call);
Answer listSetAside(Workplace &workplace, const Call &call);
Answer putPiece(Workplace &workplace, const Call &call);
Answer finishImport(Workplace &workplace, const Call &call);

Answer drawReview(Workplace &workplace, const Call &call);
Answer listReviews(Workplace &workplace, const Call &call);
Answer readReview(Workplace &workplace, const Call &call);
Answer judgeReview(Workplace &workplace, const Call &call);
Answer readIntake(Workplace &workplace, const Call &call);

Answer readOutboxStatus(Workplace &workplace, const Call &call);
Answer listOutbox(Workplace &workplace, const Call &call);
Answer repairOutbox(Workplace &workplace, const Call &call);
Answer repairEarlierOutbox(Workplace &workplace, const Call &call);

Answer readQualityReport(Workplace &workplace, const Call &call);
Answer readThresholds(Workplace &workplace, const Call &call);
Answer previewThreshold(Workplace &workplace, const Call &call);
Answer setThreshold(Workplace &workplace, const Call &call);

Answer listCutOvers(Workplace &workplace, const Call &call);
Answer readCutOver(Workplace &workplace, const Call &call);
Answer previewCutOver(Workplace &workplace, const Call &call);
Answer enterCutOver(Workplace &workplace, const Call &call);
Answer withdrawCutOver(Workplace &workplace, const Call &call);
Answer giveCrosswalk(Workplace &workplace, const Call &call);
Answer confirmPools(Workplace &workplace, const Call &call);
Answer takeBackPools(Workplace &workplace, const Call &call);

} // namespace renewal::service::handlers
