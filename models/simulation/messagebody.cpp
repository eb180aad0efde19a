// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/messagebody.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr const char *remarks[] = {
    "I have about a week left. Thank you.",
    "I am out of this medication since Tuesday. Please help.",
    "Please send a 90 day supply this time.",
    "Can you mail it to my new address?",
    "Is it still needed? My blood pressure is good now.",
    "The pharmacy said it has no refills left.",
    "My doctor retired. I don\xE2\x80\x99t know who writes it now.",
    "Please renew my blood pressure pill and the cholesterol one.",
    "Need renewal \xE2\x80\x93 same as before \xF0\x9F\x99\x8F",
    "Could you also check the dose? It says \"one-half\" but I take one.",
};

constexpr const char *months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

QString line(QLatin1StringView label, const QString &value)
{
    return label + ": "_L1 + value;
}

QString orElse(const QString &value, QLatin1StringView missing)
{
    return value.isEmpty() ? QString(missing) : value;
}

QString remark(const BodyValues &values)
{
    return QString::fromUtf8(remarks[values.remark % remarkCount()]);
}

constexpr auto nameLabel = "Medication name, strength, and form"_L1;
constexpr auto sigLabel = "Instructions"_L1;
constexpr auto providerLabel = "Provider who prescribed it"_L1;
constexpr auto expiresLabel = "Prescription expiration date"_L1;
constexpr auto filledLabel = "Last filled on"_L1;
constexpr auto quantityLabel = "Quantity"_L1;

QString prefilled(const BodyValues &v)
{
    return line(nameLabel, v.medication) + u'\n' +
           line(sigLabel, orElse(v.instructions, "Instructions not available"_L1)) + u'\n' +
           line(providerLabel, orElse(v.provider, "Provider name not available"_L1)) + u'\n' +
           line(expiresLabel, orElse(longDate(v.expires), "Date not available"_L1)) + u'\n' +
           line(filledLabel, orElse(longDate(v.lastFilled), "Not filled yet"_L1)) + u'\n' +
           line(quantityLabel, orElse(v.quantity, "Quantity not available"_L1));
}

QString olderPrefill(const BodyValues &v)
{
    return QStringList{line(nameLabel, v.medication),
                       line("Prescription number"_L1, v.prescriptionNumber),
                       line(providerLabel, orElse(v.provider, "Provider name not available"_L1)),
                       line("Number of refills left"_L1, QString::number(v.refillsLeft)),
                       line(expiresLabel, orElse(longDate(v.expires), "Date not available"_L1)),
                       line("Reason for use"_L1, u"Not available"_s),
                       line(filledLabel, orElse(longDate(v.lastFilled), "Not filled yet"_L1)),
                       line(quantityLabel, orElse(v.quantity, "Quantity not available"_L1))}
        .join(u'\n');
}

QString loadError()
{
    QStringList lines;
    for (const auto &label : {nameLabel, sigLabel, providerLabel, expiresLabel, filledLabel, quantityLabel})
        lines.append(line(label, {}));
    return lines.join(u'\n');
}

QString signatureBlock(const BodyValues &v)
{
    return u"\n\n--------------------------------------------------\n\n"_s + v.signer +
           u"\nSigned electronically on "_s + longDate(v.sentOn);
}
} // namespace

int remarkCount()
{
    return int(std::size(remarks));
}

QString longDate(QDate date)
{
    if (!date.isValid())
        return {};
    return QLatin1StringView(months[date.month() - 1]) + u' ' + QString::number(date.day()) + u", "_s +
           QString::number(date.year());
}

QString messageBody(BodyForm form, const BodyValues &v)
{
    switch (form) {
    case BodyForm::Prefilled:
        return prefilled(v);
    case BodyForm::Edited:
        return v.remark % 3 == 0 ? remark(v) + u"\n\n"_s + prefilled(v)
                                 : prefilled(v) + u"\n\n"_s + remark(v);
    case BodyForm::Signed:
        return prefilled(v) + signatureBlock(v);
    case BodyForm::Cleared:
        return remark(v);
    case BodyForm::OlderPrefill:
        return olderPrefill(v);
    case BodyForm::LoadError:
        return loadError();
    case BodyForm::LinesRemoved:
        return line(nameLabel, v.medication) + u"\n"_s + line(quantityLabel, v.quantity) + u"\n"_s +
               remark(v);
    }
    return {};
}

} // namespace renewal::simulation
