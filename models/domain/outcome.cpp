// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outcome.h"

#include "models/base/enumtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<RenewalOutcome> outcomeNames[] = {
    {RenewalOutcome::Approved, "approved"},   {RenewalOutcome::ApprovedWithChanges, "approved_with_changes"},
    {RenewalOutcome::Replaced, "replaced"},   {RenewalOutcome::Denied, "denied"},
    {RenewalOutcome::Duplicate, "duplicate"}, {RenewalOutcome::Withdrawn, "withdrawn"},
};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenewalOrder)
};

constexpr int significantDigits = 10;

/// Blanks and case make no other drug and no other instructions.
bool isSame(const QString &a, const QString &b)
{
    return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0;
}
} // namespace

QString toString(RenewalOutcome outcome)
{
    return enumText(outcomeNames, outcome);
}

std::optional<RenewalOutcome> renewalOutcomeFromString(QStringView word)
{
    return enumFromText(outcomeNames, word);
}

std::optional<double> quantityOf(const QString &text)
{
    static const QRegularExpression count(u"^\\s*(\\d+(?:\\.\\d+)?)(?:\\s|$|[A-Za-z])"_s);
    const auto match = count.match(text);
    bool isNumber = false;
    const double quantity = match.captured(1).toDouble(&isNumber);
    return isNumber ? std::optional(quantity) : std::nullopt;
}

QString quantityText(double quantity)
{
    return QString::number(quantity, 'g', significantDigits);
}

QString drugFault(const RenewalOrder &order)
{
    if (order.drug.trimmed().isEmpty())
        return Texts::tr("Say which medication.");
    return order.drug.size() > RenewalOrder::longestText
               ? Texts::tr("The medication is longer than 500 characters.")
               : QString();
}

QString sigFault(const RenewalOrder &order, const RenewalOrder &former)
{
    if (order.sig.trimmed().isEmpty() && !former.sig.trimmed().isEmpty())
        return Texts::tr("Say how it is taken.");
    return order.sig.size() > RenewalOrder::longestText
               ? Texts::tr("The instructions are longer than 500 characters.")
               : QString();
}

QString quantityFault(const RenewalOrder &order)
{
    if (!order.quantity)
        return Texts::tr("Say how many are dispensed.");
    const bool isIn = std::isfinite(*order.quantity) && *order.quantity > 0 &&
                      *order.quantity <= RenewalOrder::mostQuantity;
    return isIn ? QString()
                : Texts::tr("The count must be more than 0 and at most %1.")
                      .arg(QLocale().toString(RenewalOrder::mostQuantity, 'f', 0));
}

QString refillsFault(const RenewalOrder &order)
{
    if (!order.refills)
        return Texts::tr("Say how many refills.");
    return *order.refills >= 0 && *order.refills <= RenewalOrder::mostRefills
               ? QString()
               : Texts::tr("Refills are between 0 and %1.").arg(RenewalOrder::mostRefills);
}

QString orderFault(const RenewalOrder &order, const RenewalOrder &former)
{
    for (const QString &fault :
         {drugFault(order), sigFault(order, former), quantityFault(order), refillsFault(order)}) {
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

RenewalOutcome outcomeOf(const RenewalOrder &former, const RenewalOrder &given)
{
    if (!isSame(former.drug, given.drug) || !isSame(former.sig, given.sig))
        return RenewalOutcome::Replaced;
    const bool isOtherCount = former.quantity && former.quantity != given.quantity;
    const bool areOtherRefills = former.refills && former.refills != given.refills;
    return isOtherCount || areOtherRefills ? RenewalOutcome::ApprovedWithChanges : RenewalOutcome::Approved;
}

} // namespace renewal
