// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::correlation {

/// What kind of care a team gives, or a prescriber.
enum class CareKind
{
    Unknown,
    Primary,
    MentalHealth,
    Specialty,
    Pharmacy,
    Service, ///< appointments, records, travel: nobody prescribes there
    Never,   ///< only of prescribers: emergency, hospital and the like own no care team
};

struct CareType
{
    CareKind kind = CareKind::Unknown;
    QString specialty; ///< "CARDIOLOGY"; empty when the kind says it all, or nothing does

    bool operator==(const CareType &) const = default;
};

/// The words of the trade: which words of a name mean a kind of care, what a specialty means, and which given
/// names are short for which. Read once from the lists in resources/data; reading it is thread-safe.
class Lexicon
{
public:
    /// The lists as texts of CSV files with a header row.
    struct Texts
    {
        QByteArray careWords;   ///< phrase,kind,specialty
        QByteArray specialties; ///< beginning or part of a specialty's text,kind,specialty
        QByteArray nicknames;   ///< name,nickname
    };

    /// Says which line of which list cannot be read.
    static Result<Lexicon> parse(const Texts &texts);

    /// How many words from `start` on are one phrase of the trade: the longest; 0 when there is none.
    qsizetype carePhrase(const QStringList &foldedWords, qsizetype start, CareType &type) const;
    /// What the text of a prescriber's specialty means. The first row that stands in it counts.
    CareType ofSpecialty(const QString &specialty) const;
    /// JIM and JAMES, either way round; both folded.
    bool isNickname(const QString &one, const QString &other) const;

private:
    struct Row
    {
        QString text;
        CareType type;
    };

    QHash<QString, CareType> m_phrases; ///< words joined by a blank
    qsizetype m_longest = 1;            ///< words of the longest phrase
    QVector<Row> m_specialties;
    QSet<std::pair<QString, QString>> m_nicknames; ///< smaller text first
};

} // namespace renewal::correlation
