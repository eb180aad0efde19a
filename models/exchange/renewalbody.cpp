// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/renewalbody.h"

#include "models/exchange/dates.h"

#include <QStringList>
#include <QVector>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
enum class Label
{
    None,
    Medication,
    Number,
    Instructions,
    Provider,
    Refills,
    Expiration,
    Reason,
    LastFilled,
    Quantity,
};

struct LabelText
{
    Label label;
    QLatin1StringView text;
};
// The delivered labels first, then what people shorten them to. Longer ones stand before their beginnings.
constexpr LabelText labelTexts[] = {
    {Label::Medication, "Medication name, strength, and form"_L1},
    {Label::Medication, "Medication name, strength and form"_L1},
    {Label::Medication, "Medication name"_L1},
    {Label::Medication, "Medication"_L1},
    {Label::Number, "Prescription number"_L1},
    {Label::Number, "Rx number"_L1},
    {Label::Instructions, "Instructions"_L1},
    {Label::Provider, "Provider who prescribed it"_L1},
    {Label::Provider, "Provider"_L1},
    {Label::Refills, "Number of refills left"_L1},
    {Label::Refills, "Refills left"_L1},
    {Label::Expiration, "Prescription expiration date"_L1},
    {Label::Expiration, "Expiration date"_L1},
    {Label::Reason, "Reason for use"_L1},
    {Label::LastFilled, "Last filled on"_L1},
    {Label::LastFilled, "Last filled"_L1},
    {Label::Quantity, "Quantity"_L1},
};

constexpr QLatin1StringView missingTexts[] = {"Instructions not available"_L1,
                                              "Provider name not available"_L1,
                                              "Date not available"_L1,
                                              "Quantity not available"_L1,
                                              "Prescription number not available"_L1,
                                              "Number of refills left not available"_L1,
                                              "Reason for use not available"_L1,
                                              "Medication name not available"_L1,
                                              "Not filled yet"_L1};

constexpr qsizetype shortestDashes = 5;

struct Line
{
    Label label = Label::None;
    QString value;
};

/// "* Quantity : 30" -> {Quantity, "30"}; a line without a known label is all value.
Line splitLine(const QString &line)
{
    QStringView rest = QStringView(line).trimmed();
    while (!rest.isEmpty() && (rest.front() == u'*' || rest.front() == u'-' || rest.front() == u'\u2022' ||
                               rest.front() == u'>'))
        rest = rest.mid(1).trimmed();
    for (const LabelText &known : labelTexts) {
        if (!rest.startsWith(known.text, Qt::CaseInsensitive))
            continue;
        const QStringView after = rest.mid(known.text.size()).trimmed();
        if (!after.isEmpty() && (after.front() == u':' || after.front() == u'='))
            return {known.label, after.mid(1).trimmed().toString()};
    }
    return {Label::None, line.trimmed()};
}

bool isDashes(const QString &line)
{
    const QString text = line.trimmed();
    return text.size() >= shortestDashes && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c == u'-' || c == u'_' || c == u'\u2014' || c == u'\u2013';
           });
}

/// Editors and mail programs sometimes lose the line ends: then a label in the middle begins a line again.
/// Only the long, delivered labels count there; "Quantity:" alone may be part of instructions.
QString withLineEnds(QString text)
{
    if (text.contains(u'\n'))
        return text;
    QVector<std::pair<qsizetype, qsizetype>> taken; // a short label inside a long one begins no line
    for (const LabelText &known : labelTexts) {
        const bool isDelivered =
            known.text.contains(u' ') || known.label == Label::Instructions || known.label == Label::Quantity;
        const QString label = u' ' + QString(known.text) + u':';
        const qsizetype at = isDelivered ? text.indexOf(label, 0, Qt::CaseInsensitive) : -1;
        const bool isInside = std::any_of(taken.cbegin(), taken.cend(), [at](const auto &range) {
            return at >= range.first && at < range.second;
        });
        if (at < 0 || isInside)
            continue;
        text[at] = u'\n';
        taken.append({at, at + label.size()});
    }
    return text;
}

QString normalised(QStringView body)
{
    QString text = body.toString();
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    text.replace(u'\u2028', u'\n');
    text.replace(u'\u00A0', u' ');
    return withLineEnds(text);
}

bool isMissing(QString value)
{
    while (value.endsWith(u'.'))
        value.chop(1);
    return std::any_of(std::begin(missingTexts), std::end(missingTexts), [&value](QLatin1StringView text) {
        return value.compare(text, Qt::CaseInsensitive) == 0;
    });
}

QDate writtenDay(const QString &value)
{
    return dateFromText(value.toUtf8()).date();
}

/// The first line of the signature block: dashes with no known label after them; -1 when there is none.
qsizetype signatureStart(const QStringList &lines)
{
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (splitLine(lines[i]).label != Label::None)
            return -1;
        // A block may close with a second dashed line: go on to the one that opens it.
        const bool opens = isDashes(lines[i]) && std::none_of(lines.begin(), lines.begin() + i, isDashes);
        const bool hasText = std::any_of(lines.begin() + i, lines.end(), [](const QString &line) {
            return !line.trimmed().isEmpty() && !isDashes(line);
        });
        if (opens && hasText)
            return i;
    }
    return -1;
}

void put(RenewalBody &out, Label label, const QString &value)
{
    switch (label) {
    case Label::None:
        break;
    case Label::Medication:
        out.medicationName = value;
        break;
    case Label::Number:
        out.prescriptionNumber = value;
        break;
    case Label::Instructions:
        out.instructions = value;
        break;
    case Label::Provider:
        out.provider = value;
        break;
    case Label::Refills: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (isNumber && number >= 0)
            out.refillsLeft = number;
        break;
    }
    case Label::Expiration:
        out.expirationText = value;
        out.expires = writtenDay(value);
        break;
    case Label::Reason:
        out.reasonForUse = value;
        break;
    case Label::LastFilled:
        out.lastFilledText = value;
        out.lastFilled = writtenDay(value);
        break;
    case Label::Quantity:
        out.quantity = value;
        break;
    }
}

QString joinedText(const QStringList &lines, qsizetype from)
{
    QStringList kept;
    for (qsizetype i = from; i < lines.size(); ++i) {
        if (!isDashes(lines[i]))
            kept.append(lines[i].trimmed());
    }
    return kept.join(u'\n').trimmed();
}
} // namespace

RenewalBody readRenewalBody(QStringView body)
{
    RenewalBody out;
    QStringList lines = normalised(body).split(u'\n');
    if (const qsizetype start = signatureStart(lines); start >= 0) {
        out.signature = joinedText(lines, start);
        lines = lines.first(start);
    }
    QStringList notes;
    Label previous = Label::None;
    for (const QString &text : lines) {
        const Line line = splitLine(text);
        if (line.label != Label::None) {
            ++out.labels;
            const bool missing = isMissing(line.value);
            out.neverFilled =
                out.neverFilled || (missing && line.label == Label::LastFilled &&
                                    line.value.startsWith("Not filled"_L1, Qt::CaseInsensitive));
            put(out, line.label, missing ? QString() : line.value);
        } else if (previous == Label::Instructions && !line.value.isEmpty() && !out.instructions.isEmpty()) {
            out.instructions += u' ' + line.value; // directions run over several lines
            continue;
        } else {
            notes.append(line.value);
        }
        previous = line.label;
    }
    out.notes = joinedText(notes, 0);
    return out;
}

} // namespace renewal::exchange
