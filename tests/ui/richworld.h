// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "tests/support/fakecutovers.h"
#include "tests/support/fakegateways.h"
#include "tests/support/fakeimports.h"
#include "tests/support/fakeoutbox.h"
#include "tests/support/fakequality.h"
#include "tests/support/fakereports.h"
#include "ui/shell/shelloptions.h"

namespace renewal::test {

/// Fake gateways filled as a busy desk would see them, at a fixed time. All names are made up.
class RichWorld
{
public:
    RichWorld();

    FixedClock clock;
    FakeRenewals renewals;
    FakeCorrelations correlations;
    FakeRollout rollout;
    FakeSystem system;
    FakeImports imports;
    FakeOutbox outbox;
    FakeReports reports;
    FakeQuality quality;
    FakeCutOvers cutOvers;
    ConnectionState connection;

    ui::Gateways gateways();
    /// Polls never by itself.
    static ui::ShellOptions options();

private:
    void fillStations();
    void fillTeams();
    void fillPrescribers();
    void fillOkafor();
    void fillRenewals();
    void fillDetail();
    void fillRollout(); ///< richrollout.cpp
    void fillMetrics();
    void fillAudit();
    void fillImports();
    void fillQuality();  ///< richquality.cpp
    void fillCutOvers(); ///< richcutovers.cpp
    void fillOutbox();   ///< richoutbox.cpp
    void fillReports();  ///< richreports.cpp
    void fillFacts();    ///< richfacts.cpp
};

} // namespace renewal::test
