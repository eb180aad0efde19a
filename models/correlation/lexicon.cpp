// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/lexicon.h"

#include "models/correlation/personname.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Lexicon)
};

std::optional<CareKind> kindFromWord(const QString &word)
{
    static const QHash<QString, CareKind> kinds{
        {QString(), CareKind::Unknown},        {u"primary"_s, CareKind::Primary},
        {u"mental"_s, CareKind::MentalHealth}, {u"specialty"_s, CareKind::Specialty},
        {u"pharmacy"_s, CareKind::Pharmacy},   {u"service"_s, CareKind::Service},
        {u"never"_s, CareKind::Never},
    };
    const auto found = kinds.constFind(word);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

/// The rows below the header, cut into cells.
QVector<QStringList> rowsOf(const QByteArray &text)
{
    QVector<QStringList> rows;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines.mid(1)) {
        if (!line.trimmed().isEmpty())
            rows.append(line.trimmed().split(u','));
    }
    return rows;
}

Error unreadable(const QString &list, const QStringList &row)
{
    return {ErrorCode::Internal,
            Texts::tr("The word list %1 of this program has a row that cannot be read: \"%2\". Install the "
                      "program again.")
                .arg(list, row.join(u',')),
            {}};
}

std::pair<QString, QString> ordered(const QString &one, const QString &other)
{
    return one < other ? std::pair(one, other) : std::pair(other, one);
}

} // namespace

Result<Lexicon> Lexicon::parse(const Texts &texts)
{
    Lexicon lexicon;
    for (const QStringList &row : rowsOf(texts.careWords)) {
        const auto kind = row.size() == 3 ? kindFromWord(row.at(1)) : std::nullopt;
        if (!kind)
            return failure(unreadable(u"carewords.csv"_s, row));
        lexicon.m_phrases.insert(row.at(0), {*kind, row.at(2)});
        lexicon.m_longest = std::max(lexicon.m_longest, row.at(0).count(u' ') + 1);
    }
    for (const QStringList &row : rowsOf(texts.specialties)) {
        const auto kind = row.size() == 3 ? kindFromWord(row.at(1)) : std::nullopt;
        if (!kind)
            return failure(unreadable(u"specialties.csv"_s, row));
        lexicon.m_specialties.append({row.at(0), {*kind, row.at(2)}});
    }
    for (const QStringList &row : rowsOf(texts.nicknames)) {
        if (row.size() != 2)
            return failure(unreadable(u"nicknames.csv"_s, row));
        lexicon.m_nicknames.insert(ordered(row.at(0), row.at(1)));
    }
    return lexicon;
}

qsizetype Lexicon::carePhrase(const QStringList &foldedWords, qsizetype start, CareType &type) const
{
    const qsizetype most = std::min(m_longest, foldedWords.size() - start);
    for (qsizetype length = most; length > 0; --length) {
        const auto found = m_phrases.constFind(foldedWords.mid(start, length).join(u' '));
        if (found == m_phrases.cend())
            continue;
        type = *found;
        return length;
    }
    return 0;
}

CareType Lexicon::ofSpecialty(const QString &specialty) const
{
    if (specialty.isEmpty())
        return {};
    const QString text = foldedWords(specialty).join(u' ');
    for (const Row &row : m_specialties) {
        if (text.contains(row.text))
            return row.type;
    }
    return {};
}

bool Lexicon::isNickname(const QString &one, const QString &other) const
{
    return m_nicknames.contains(ordered(one, other));
}

} // namespace renewal::correlation
