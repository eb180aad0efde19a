// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/simulation/random.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::simulation {

/// Texts with whole-number weights, drawn in proportion to them.
class WeightedTexts
{
public:
    void add(const QString &text, int weight);
    bool isEmpty() const { return m_texts.isEmpty(); }
    const QString &pick(Random &random) const;

private:
    QStringList m_texts;
    QVector<int> m_cumulated; ///< ascending; the last is the sum of all weights
};

/// A drug as VistA writes it.
struct Drug
{
    QString name;
    QString sig;
    QString quantity;
    int daysSupply = 90;
};

/// A part of a station: "GA", "Maple Creek".
struct Clinic
{
    QString suffix;
    QString city;
};

/// A made-up medical center with its clinics.
struct Facility
{
    QString station; ///< three digits
    QString name;
    QString city;
    QString timeZone;
    QVector<Clinic> clinics;
};

/// The word lists a region is made from, as texts of CSV files with a header row.
struct TableTexts
{
    QByteArray surnames;   ///< name,weight
    QByteArray givenNames; ///< name,gender,weight
    QByteArray nicknames;  ///< name,nickname
    QByteArray drugs;      ///< name,sig,quantity,daysSupply
    QByteArray facilities; ///< station,name,city,timeZone,clinics ("GA:Maple Creek;HB:Ashton")
};

/// The same, parsed. Names are upper case, as in the source lists.
struct Tables
{
    WeightedTexts surnames;
    WeightedTexts maleNames;
    WeightedTexts femaleNames;
    QHash<QString, QStringList> nicknames;
    QVector<Drug> drugs;
    QVector<Facility> facilities;
};

/// Fails with InvalidInput, naming the list and the row, when a list is empty or a row is malformed.
Result<Tables> readTables(const TableTexts &texts);

} // namespace renewal::simulation
