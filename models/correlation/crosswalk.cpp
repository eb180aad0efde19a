// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/crosswalk.h"

#include "models/base/distinct.h"
#include "models/correlation/stationindex.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace renewal::correlation {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CutOver)
};

QString folded(const QString &name)
{
    return foldedWords(name).join(u' ');
}

/// The teams of one side, by number and by name.
class Side
{
public:
    Side(const QVector<CareTeam> &careTeams, EhrSystem ehr)
    {
        for (const CareTeam &team : careTeams) {
            if (team.ehr != ehr)
                continue;
            m_numbers.insert(team.triageTeamId.value);
            for (const QString &name : {team.name, team.suggestedNameDisplay}) {
                const QString key = folded(name);
                QVector<TriageTeamId> &ids = m_byName[key];
                if (!key.isEmpty() && !ids.contains(team.triageTeamId))
                    ids.append(team.triageTeamId);
            }
        }
    }

    /// The team, or the problem.
    std::pair<TriageTeamId, QString> find(const QString &text, const QString &name) const
    {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber && m_numbers.contains(number))
            return {TriageTeamId{number}, {}};
        for (const QString &written : {text, name}) {
            const auto named = m_byName.constFind(folded(written));
            if (written.isEmpty() || named == m_byName.cend())
                continue;
            if (named->size() == 1)
                return {named->constFirst(), {}};
            return {{},
                    Texts::tr("%1 care teams here are called %2; give the number instead.")
                        .arg(named->size())
                        .arg(written)};
        }
        return {{}, Texts::tr("This station knows no such care team: %1.").arg(name.isEmpty() ? text : name)};
    }

private:
    QSet<qint64> m_numbers;
    QHash<QString, QVector<TriageTeamId>> m_byName;
};
} // namespace

FittedCrosswalk fitCrosswalk(const QVector<CrosswalkRow> &rows, const QVector<CareTeam> &careTeams)
{
    const Side old(careTeams, EhrSystem::VistA);
    const Side pools(careTeams, EhrSystem::OracleHealth);
    FittedCrosswalk fitted;
    for (const CrosswalkRow &row : rows) {
        const auto [oldTeam, oldProblem] = old.find(row.oldTeam, row.oldName);
        const auto [pool, poolProblem] = pools.find(row.pool, row.poolName);
        QString problem = row.problem;
        if (problem.isEmpty())
            problem = oldTeam.isValid() ? poolProblem : oldProblem;
        if (problem.isEmpty())
            fitted.pairs.append({oldTeam, pool});
        else
            fitted.problems.append({row.row, problem});
    }
    sortDistinct(fitted.pairs);
    return fitted;
}

} // namespace renewal::correlation
