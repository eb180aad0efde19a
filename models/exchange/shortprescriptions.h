// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace renewal::exchange {

/// One short-form prescription as views into the text it was read from.
struct ShortPrescriptionView
{
    std::string_view patientKey;
    std::string_view prescriberId;
    std::string_view station;     ///< checked: three digits, then at most three letters or digits
    std::string_view orderedDate; ///< checked: a calendar day, YYYY-MM-DD; a time after it is cut off
    qint64 line = 0;
};

/// What one piece of an NDJSON file held. The views live as long as the text and this batch do.
struct ShortPrescriptionBatch
{
    /// A line that could not be read.
    struct Broken
    {
        qint64 line = 0;
        QString reason;
    };

    /// A line that tells more than the short form (it has a prescriptionId): for the record reader.
    struct Full
    {
        std::string_view text;
        qint64 line = 0;
    };

    std::vector<ShortPrescriptionView> items;
    std::vector<Full> full;
    std::vector<Broken> broken;
    std::deque<std::string> unescaped; ///< values that were written with backslashes

    void clear();
};

/// The fast path for bulk files: reads lines of short-form prescriptions (patientId, prescriberId,
/// stationNumber, orderedDate, in any order; other fields are ignored) without copying them.
/// Keeps its parser's memory between calls; one thread at a time.
class ShortPrescriptionParser
{
public:
    ShortPrescriptionParser();
    ~ShortPrescriptionParser();
    ShortPrescriptionParser(ShortPrescriptionParser &&) noexcept;
    ShortPrescriptionParser &operator=(ShortPrescriptionParser &&) noexcept;

    /// Appends what the whole lines of `text` hold. `text` must be followed by jsonPadding
    /// (recordreader.h) readable bytes; `firstLine` is the number of its first line. Empty lines are
    /// skipped.
    void parse(std::string_view text, qint64 firstLine, ShortPrescriptionBatch &batch);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace renewal::exchange
