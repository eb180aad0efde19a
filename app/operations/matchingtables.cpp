// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/matchingtables.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

// A static library's resources are only linked in when somebody names them; the macro must stand outside
// every namespace.
static void initMatchingData()
{
    Q_INIT_RESOURCE(matchingdata);
}

namespace renewal::operations {

namespace {
Result<QByteArray> readList(const QString &name)
{
    initMatchingData();
    QFile file(u":/matching/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("Matching", "The list %1 is missing from this program. "
                                                               "Install it again.")
                           .arg(name),
                       file.errorString());
    }
    return file.readAll();
}
} // namespace

Result<correlation::Lexicon> loadLexicon()
{
    const auto careWords = readList(u"carewords.csv"_s);
    const auto specialties = readList(u"specialties.csv"_s);
    const auto nicknames = readList(u"nicknames.csv"_s);
    for (const auto *list : {&careWords, &specialties, &nicknames}) {
        if (!*list)
            return failure(list->error());
    }
    return correlation::Lexicon::parse({*careWords, *specialties, *nicknames});
}

Result<correlation::Weights> loadWeights()
{
    const auto json = readList(u"matchingweights.json"_s);
    if (!json)
        return failure(json.error());
    return correlation::Weights::fromJson(*json);
}

Result<correlation::EvidenceEngine> loadEngine(const correlation::Policy &policy)
{
    auto lexicon = loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    auto weights = loadWeights();
    if (!weights)
        return failure(weights.error());
    return correlation::EvidenceEngine(std::move(*lexicon), std::move(*weights), policy);
}

} // namespace renewal::operations
