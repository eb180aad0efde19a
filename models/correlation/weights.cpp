// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/weights.h"

#include "models/correlation/sharpenweights.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Weights)
};

constexpr QLatin1StringView fieldNames[] = {
    "gathering"_L1, "share"_L1,    "coverage"_L1, "name"_L1,   "care"_L1,
    "team_kind"_L1, "division"_L1, "place"_L1,    "system"_L1, "state"_L1,
};
static_assert(std::size(fieldNames) == fieldCount);
constexpr QLatin1StringView ownFieldNames[] = {"specialty"_L1, "patients"_L1, "site"_L1};
static_assert(std::size(ownFieldNames) == ownFieldCount);

/// Patient levels from which on the next curve holds.
constexpr int curveFrom[] = {4, 7};

/// log2 of the sum of powers of two, without overflow.
double sumOfBits(const QVector<double> &bits)
{
    const double most = *std::ranges::max_element(bits);
    double sum = 0;
    for (const double value : bits)
        sum += std::exp2(value - most);
    return most + std::log2(sum);
}

QVector<double> bitsWithoutNames(const StationEvidence &evidence, qsizetype prescriber,
                                 const Weights &weights)
{
    QVector<double> bits(evidence.teams());
    for (qsizetype team = 0; team < bits.size(); ++team)
        bits[team] = weights.bitsWithoutName(evidence.pair(prescriber, team));
    return bits;
}

/// Four digits are more than the data hold.
double rounded(double bits)
{
    return std::round(bits * 1e4) / 1e4;
}

template <class Values>
QJsonArray arrayOf(const Values &values, qsizetype count)
{
    QJsonArray array;
    for (qsizetype i = 0; i < count; ++i)
        array.append(rounded(values[size_t(i)]));
    return array;
}

bool read(const QJsonValue &value, qsizetype count, auto &values)
{
    const QJsonArray array = value.toArray();
    if (array.size() != count)
        return false;
    for (qsizetype i = 0; i < count; ++i)
        values[size_t(i)] = array.at(i).toDouble();
    return true;
}

Error missing(const QString &part)
{
    return {
        ErrorCode::InvalidInput,
        Texts::tr("The weights of matching have no readable part \"%1\". Learn them again, or install the "
                  "program again.")
            .arg(part),
        {}};
}

bool readCurve(const QJsonObject &object, NoneCurve &curve)
{
    const qsizetype bounds = object["bounds"_L1].toArray().size();
    curve.bounds.resize(bounds);
    curve.chances.resize(bounds + 1);
    return read(object["bounds"_L1], bounds, curve.bounds) &&
           read(object["chances"_L1], bounds + 1, curve.chances);
}

} // namespace

double NoneCurve::at(double bits) const
{
    return chances.at(std::ranges::upper_bound(bounds, bits) - bounds.cbegin());
}

double Weights::bitsWithoutName(const PairLevels &levels) const
{
    double bits = 0;
    for (int field = 0; field < fieldCount; ++field) {
        if (Field(field) != Field::Name)
            bits += worth(Field(field), levels);
    }
    return bits;
}

double Weights::bitsOfNone(const OwnLevels &levels) const
{
    double bits = 0;
    for (int field = 0; field < ownFieldCount; ++field)
        bits += own[size_t(field)][levels[size_t(field)]];
    return bits;
}

Result<Weights> Weights::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Weights weights;
    weights.version = root["version"_L1].toString();
    if (weights.version.isEmpty())
        return failure(missing(u"version"_s));
    for (int field = 0; field < fieldCount; ++field) {
        if (!read(root["pair"_L1][fieldNames[field]], levelCount(Field(field)), weights.pair[size_t(field)]))
            return failure(missing(fieldNames[field]));
    }
    for (int field = 0; field < ownFieldCount; ++field) {
        if (!read(root["own"_L1][ownFieldNames[field]], levelCount(OwnField(field)),
                  weights.own[size_t(field)]))
            return failure(missing(ownFieldNames[field]));
    }
    for (int curve = 0; curve < noneCurves; ++curve) {
        if (!readCurve(root["none"_L1][curve].toObject(), weights.none[size_t(curve)]))
            return failure(missing(u"none"_s));
    }
    const qsizetype learnt = root["learnt"_L1].toArray().size();
    weights.learnt.resize(learnt);
    if ((learnt != 0 && learnt != learntSteps) || !read(root["learnt"_L1], learnt, weights.learnt))
        return failure(missing(u"learnt"_s));
    return weights;
}

QByteArray Weights::toJson() const
{
    QJsonObject pairs;
    for (int field = 0; field < fieldCount; ++field)
        pairs[fieldNames[field]] = arrayOf(pair[size_t(field)], levelCount(Field(field)));
    QJsonObject owns;
    for (int field = 0; field < ownFieldCount; ++field)
        owns[ownFieldNames[field]] = arrayOf(own[size_t(field)], levelCount(OwnField(field)));
    QJsonArray curves;
    for (const NoneCurve &curve : none) {
        curves.append(QJsonObject{{u"bounds"_s, arrayOf(curve.bounds, curve.bounds.size())},
                                  {u"chances"_s, arrayOf(curve.chances, curve.chances.size())}});
    }
    QJsonObject root{{u"version"_s, version}, {u"pair"_s, pairs}, {u"own"_s, owns}, {u"none"_s, curves}};
    if (!learnt.isEmpty())
        root[u"learnt"_s] = arrayOf(learnt, learnt.size());
    return QJsonDocument(root).toJson();
}

int noneCurveOf(const OwnLevels &levels)
{
    const int patients = levels[size_t(OwnField::Patients)];
    return int(std::ranges::upper_bound(curveFrom, patients) - std::begin(curveFrom));
}

double explanationBits(const StationEvidence &evidence, qsizetype prescriber, const Weights &weights)
{
    if (evidence.teams() == 0)
        return 0;
    return sumOfBits(bitsWithoutNames(evidence, prescriber, weights)) -
           weights.bitsOfNone(evidence.own(prescriber));
}

void refuse(Posterior &posterior, qsizetype team)
{
    const double left = std::exp2(refusedBits);
    const double lost = posterior.probabilities.at(team) * (1 - left);
    posterior.bits[team] += refusedBits;
    posterior.probabilities[team] *= left;
    const double rest = 1 - lost;
    for (double &probability : posterior.probabilities)
        probability /= rest;
    posterior.none /= rest;
}

Posterior posteriorOf(const StationEvidence &evidence, qsizetype prescriber, const Weights &weights)
{
    Posterior posterior;
    if (evidence.teams() == 0)
        return posterior;
    posterior.bits = bitsWithoutNames(evidence, prescriber, weights);
    const OwnLevels &own = evidence.own(prescriber);
    const double explained = sumOfBits(posterior.bits);
    const double chance = weights.none[size_t(noneCurveOf(own))].at(explained - weights.bitsOfNone(own));
    posterior.noneBits = explained + std::log2(chance / (1 - chance));
    for (qsizetype team = 0; team < posterior.bits.size(); ++team)
        posterior.bits[team] += weights.worth(Field::Name, evidence.pair(prescriber, team));
    QVector<double> all = posterior.bits;
    all.append(posterior.noneBits);
    const double total = sumOfBits(all);
    for (const double bits : std::as_const(posterior.bits))
        posterior.probabilities.append(std::exp2(bits - total));
    posterior.none = std::exp2(posterior.noneBits - total);
    sharpen(posterior, evidence, prescriber, weights);
    return posterior;
}

} // namespace renewal::correlation
