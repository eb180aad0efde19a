// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/prescriber.h"

#include <QString>
#include <QVector>

namespace renewal::correlation {

/// What a part of one record says when it is held against the other.
enum class Agreement
{
    Agrees,
    Partly,  ///< an initial, or one half of a double surname
    Against, ///< it speaks against the two belonging together
};

/// A run of characters of a text.
struct AgreementSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    Agreement agreement = Agreement::Agrees;

    bool operator==(const AgreementSpan &) const = default;
};

/// A text as delivered, with the runs that agree or disagree; spans ascend and do not overlap.
struct MarkedText
{
    QString text;
    QVector<AgreementSpan> spans;

    bool operator==(const MarkedText &) const = default;
};

/// All of `text` says the same.
MarkedText marked(const QString &text, Agreement agreement);

/// The same person (or not) as two records tell it: the Medications side and the Secure Messaging side.
struct RecordComparison
{
    MarkedText last;
    MarkedText first;
    MarkedText display;  ///< Oracle Health's whole name
    MarkedText station;  ///< the number, with its division
    MarkedText division; ///< a place: only marked where it speaks against the pair
    MarkedText specialty;

    MarkedText groupName;
    MarkedText shownAs; ///< the plain-language name, where it differs from the raw one
    MarkedText lead;
    MarkedText teamStation;
    MarkedText location; ///< a place, as `division`
    MarkedText groupType;

    bool otherSystem = false; ///< the two live in different record systems
    bool operator==(const RecordComparison &) const = default;
};

/// Marks what agrees between a prescriber and a care team, by the rules of matching by names. Without a team
/// the texts of the prescriber stand unmarked. Pure; any thread.
RecordComparison compareRecords(const Prescriber &prescriber, const CareTeam *team);

} // namespace renewal::correlation
