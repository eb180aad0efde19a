// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalfacts.h"

#include "models/items/datetexts.h"
#include "models/items/renewaltexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenewalFacts)
};

bool isCredential(const QString &word)
{
    static const QStringList known{u"MD"_s,   u"DO"_s,     u"PA"_s,   u"PAC"_s,  u"NP"_s,    u"FNP"_s,
                                   u"DNP"_s,  u"APRN"_s,   u"ARNP"_s, u"CRNP"_s, u"CNP"_s,   u"RN"_s,
                                   u"PHD"_s,  u"PHARMD"_s, u"RPH"_s,  u"DDS"_s,  u"DPM"_s,   u"OD"_s,
                                   u"PSYD"_s, u"LCSW"_s,   u"MBBS"_s, u"BCPS"_s, u"BCACP"_s, u"CNS"_s};
    QString plain = word.toUpper();
    plain.remove(u'.').remove(u'-');
    return known.contains(plain);
}

QString fillKind(const FillRecord &fill)
{
    if (fill.source == u"RF")
        return Texts::tr("refill");
    if (fill.source == u"PF")
        return Texts::tr("partial fill");
    return fill.source == u"PD" ? Texts::tr("waits to be dispensed") : Texts::tr("fill");
}

QDateTime dayOf(const FillRecord &fill)
{
    return fill.dispensedDate.isValid() ? fill.dispensedDate : fill.refillDate;
}
} // namespace

QString credential(const PrescriberName &name)
{
    QString all = QStringList{name.last, name.first, name.display}.join(u' ');
    QStringList found;
    for (const QString &word : all.replace(u',', u' ').simplified().split(u' ')) {
        if (isCredential(word) && !found.contains(word))
            found.append(word);
    }
    return found.join(u", "_s);
}

QString prescriberWithCredential(const RenewalDetail &detail)
{
    const QString shown = detail.renewal.prescriberShown;
    const QString own = detail.prescription ? credential(detail.prescription->prescriber) : QString();
    if (shown.isEmpty() || own.isEmpty())
        return shown;
    QString words = shown;
    const QStringList parts = words.replace(u',', u' ').simplified().split(u' ');
    return parts.contains(own.section(u',', 0, 0), Qt::CaseInsensitive) ? shown : shown + u", "_s + own;
}

QString prescriberSource(const RenewalDetail &detail)
{
    const auto &prescription = detail.prescription;
    QStringList places;
    if (prescription) {
        for (const QString &place : {prescription->facilityName, prescription->divisionName}) {
            if (!place.isEmpty() && !places.contains(place))
                places.append(place);
        }
    }
    const QString reach = places.isEmpty()
                              ? QString()
                              : Texts::tr("reached through %1", "a facility").arg(places.join(u", "_s));
    const QString kind = detail.renewal.state == RenewalState::External
                             ? Texts::tr("Community care, no care team of VA")
                         : prescription && prescription->source == u"NV" ? Texts::tr("Not a VA prescription")
                                                                         : Texts::tr("VA prescriber");
    return reach.isEmpty() ? kind : kind + u"; "_s + reach;
}

QStringList fillLines(const RenewalDetail &detail, const QTimeZone &zone)
{
    if (!detail.prescription)
        return {};
    QVector<FillRecord> fills = detail.prescription->fills;
    std::ranges::stable_sort(fills, std::ranges::greater(), dayOf);
    QStringList lines;
    for (const FillRecord &fill : std::as_const(fills)) {
        const QString day = dayOf(fill).isValid() ? readableDate(dayOf(fill), zone) : Texts::tr("No date");
        QStringList parts{day, fillKind(fill)};
        for (const QString &part : {fill.status, fill.facilityName}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        lines.append(parts.join(u", "_s));
    }
    return lines;
}

QString otherRenewalText(const Renewal &renewal, const QDateTime &now, const QTimeZone &zone)
{
    QStringList below{nextStepText(renewal)};
    if (const QString due = dueText(renewal, now); !due.isEmpty())
        below.append(due);
    below.append(Texts::tr("asked %1", "a day").arg(readableDate(renewal.requestedAt, zone)));
    const QString drug = renewal.drug.isEmpty() ? Texts::tr("Medication not named") : renewal.drug;
    return drug + u'\n' + below.join(u", "_s);
}

} // namespace renewal::items
