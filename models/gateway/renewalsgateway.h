// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/careteam.h"
#include "models/domain/correlation.h"
#include "models/domain/prescription.h"
#include "models/domain/renewal.h"
#include "models/domain/renewalfilter.h"
#include "models/domain/triage.h"
#include "models/gateway/outboxitem.h"
#include "models/gateway/page.h"

#include <QFuture>
#include <QStringList>

namespace renewal {

/// The queue's views; the same words in the REST contract and the store.
namespace views {
inline constexpr char allPending[] = "all_pending";
inline constexpr char needsRouting[] = "needs_routing";
inline constexpr char readyToRoute[] = "ready_to_route";
inline constexpr char overdue[] = "overdue";
inline constexpr char dueToday[] = "due_today";
inline constexpr char inReview[] = "in_review";
inline constexpr char returned[] = "returned";           ///< waits for the Veteran's answer
inline constexpr char assignedToMe[] = "assigned_to_me"; ///< in review, taken by who asks
inline constexpr char external[] = "external";
inline constexpr char notRenewable[] = "not_renewable";
inline constexpr char routed[] = "routed";
inline constexpr char denied[] = "denied"; ///< closed with the outcome "denied"
inline constexpr char closed[] = "closed"; ///< all that wait no longer: routed ones too
} // namespace views

struct RenewalQuery
{
    QString view = QString::fromLatin1(views::allPending);
    Scope scope;
    QString
        search; ///< full text over patient key, drug, Rx number, prescriber, care team; words are prefixes
    RenewalFilter filter = {};
    RenewalSort sort = {};
    int limit = 200;
    QString cursor;

    bool operator==(const RenewalQuery &) const = default;
};

struct ViewCount
{
    QString view;
    qint64 count = 0;

    bool operator==(const ViewCount &) const = default;
};

/// The parts of a RenewalFilter.
enum class ChoiceField
{
    Division,
    CareTeam,
    Prescriber,
    Drug,
    DrugClass,
    Due,
    Source,
    Gate,
};

QString toString(ChoiceField field);
std::optional<ChoiceField> choiceFieldFromString(QStringView word);

struct ChoiceQuery
{
    ChoiceField field = ChoiceField::Drug;
    Scope scope = {};
    QString search = {}; ///< each word must begin a word of the text, in any case
    int limit = 20;
    QString view = QString::fromLatin1(views::allPending); ///< where the renewals of a choice are counted
    RenewalFilter filter = {}; ///< holds there, too, but for this field's own part
    QStringList values = {};   ///< exactly these, whatever their text: what is chosen already

    bool operator==(const ChoiceQuery &) const = default;
};

struct FilterChoice
{
    QString value;    ///< for the filter: a station, an id or a drug's name
    QString text;     ///< for people
    QString station;  ///< parent station; empty where it does not matter
    qint64 count = 0; ///< renewals of the view that choosing it alone would leave; exact

    bool operator==(const FilterChoice &) const = default;
};

/// A view somebody put together and named: one of the queue's with filters, order and search words.
struct SavedView
{
    SavedViewId id = {};
    qint64 version = 0; ///< grows by one with each change
    QString name;
    QString owner = {};
    bool isOwn = true;     ///< of who asks; others' can be used, not changed
    bool isShared = false; ///< everybody sees it
    RenewalQuery query = {};

    bool operator==(const SavedView &) const = default;
};

/// One gate of a renewability rule, as shown: "No refills left".
struct GateResult
{
    QString gate; ///< stable word
    bool passed = false;
    QString text;      ///< one sentence
    bool known = true; ///< false: the delivered data do not tell

    bool operator==(const GateResult &) const = default;
};

struct RenewalDetail
{
    Renewal renewal;
    std::optional<Prescription> prescription; ///< absent when only the message arrived
    QString ruleVersion;
    std::optional<bool> renewable; ///< nullopt: no rule was applied, or it leaves the answer open
    QString verdictText;           ///< one sentence
    QVector<GateResult> gates;
    std::optional<CareTeam> careTeam; ///< the one the correlation names
    std::optional<CareTeam> sentTo;   ///< the one the Veteran chose
    std::optional<CareTeam> routedTo; ///< where a routed one waits to be sent to
    QString careTeamReason;           ///< why this team, one sentence
    QString messageBody;
    QVector<HistoryEntry> history;
    std::optional<OutboxItem> sending = {}; ///< of a routed one: how far its sending is
    RenewalOrder former = {};               ///< as it was prescribed before
    QString gate = {};                      ///< that decided
    RenewalAnswer answer = {};              ///< what goes with its outcome, or with its return to the Veteran
    QVector<ThreadEntry> thread = {};       ///< all that was asked and written, the newest first
    QVector<Renewal> others = {}; ///< of the same patient: those that wait first, then those that ended
};

/// Who a masked patient key belongs to.
struct RevealedPatient
{
    QString patientKey;
    QString name; ///< empty when no message named the Veteran

    bool operator==(const RevealedPatient &) const = default;
};

/// What the renewals workspace needs from the world. Futures finish exactly once; calls never block.
class RenewalsGateway
{
public:
    virtual ~RenewalsGateway() = default;
    virtual QFuture<Result<Page<Renewal>>> renewals(const RenewalQuery &query) = 0;
    /// Exact, over all rows.
    virtual QFuture<Result<QVector<ViewCount>>> counts(const Scope &scope, const RenewalFilter &filter) = 0;
    /// What a filter can be set to, the best fitting first. Of a closed set of words the text is the word.
    virtual QFuture<Result<QVector<FilterChoice>>> choices(const ChoiceQuery &query) = 0;
    /// One's own and those that others share, by name.
    virtual QFuture<Result<QVector<SavedView>>> savedViews() = 0;
    /// Keeps a new view (id 0), or changes the one with that id; ErrorCode::Conflict when somebody changed it
    /// since, or when one has a view of that name.
    virtual QFuture<Result<SavedView>> saveView(const SavedView &view, const QString &idempotencyKey) = 0;
    virtual QFuture<Result<SavedView>> removeView(const SavedView &view) = 0;
    virtual QFuture<Result<RenewalDetail>> renewal(RenewalId id) = 0;
    /// Succeeds also when some, or all, were refused: the outcome says which and why.
    virtual QFuture<Result<TriageOutcome>> triage(const TriageRequest &request) = 0;
    /// Restores what the batch changed; renewals that changed since are refused.
    virtual QFuture<Result<TriageOutcome>> undoTriage(const QString &batch,
                                                      const QString &idempotencyKey) = 0;
    /// The names of those who can be assigned renewals, in their order.
    virtual QFuture<Result<QStringList>> staff() = 0;
    /// Lists show the key's last four characters only; to see the rest needs a reason, which is recorded.
    virtual QFuture<Result<RevealedPatient>> reveal(RenewalId id, const QString &reason) = 0;
};

} // namespace renewal
