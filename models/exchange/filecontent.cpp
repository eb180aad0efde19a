// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/filecontent.h"

#include "models/exchange/csv.h"
#include "models/exchange/csvrecords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

/// The first line is an object by itself and more text follows: one value a line, should the second be
/// broken.
bool isFirstLineWhole(QByteArrayView head)
{
    const QByteArrayView text = head.trimmed();
    const qsizetype end = text.indexOf('\n');
    if (end < 0)
        return false;
    const QByteArrayView line = text.first(end);
    return QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), line.size())).isObject();
}

/// The rows of a CSV file's beginning: the header's fields.
QStringList csvHeader(QByteArrayView head, char delimiter)
{
    CsvParser parser(delimiter);
    QStringList header;
    const auto first = [&header](const CsvRow &row) {
        header = row.fields;
        return false;
    };
    if (parser.feed(head, first))
        parser.finish(first);
    return header;
}
} // namespace

Result<FileContent> contentOf(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        head = head.sliced(3);
    const QByteArrayView text = head.trimmed();
    if (text.isEmpty())
        return failure(ErrorCode::InvalidInput, tr("The file is empty."));
    if (text.front() == '{' || text.front() == '[') {
        const auto detection = detectKind(head);
        if (!detection)
            return failure(detection.error());
        const bool isLines = detection->layout == FileLayout::Lines || isFirstLineWhole(head);
        return FileContent{detection->kind, isLines ? FileContent::Form::Lines : FileContent::Form::Document};
    }
    if (head.contains('\0'))
        return failure(ErrorCode::Unsupported, tr("The file is neither JSON nor CSV text."));
    const char delimiter = CsvParser::delimiterOf(head);
    const auto columns = CsvRecords::fromHeader(csvHeader(head, delimiter));
    if (!columns)
        return failure(columns.error());
    return FileContent{columns->kind(), FileContent::Form::Csv, delimiter};
}

QString importRefusal(FileKind kind)
{
    if (kind == FileKind::UpstreamErrors)
        return tr("It is an error answer and holds no data.");
    if (kind == FileKind::RenewabilityCases)
        return tr("It is a table of renewability cases: \"renewal-service renewable\" works them out.");
    return refusalReason(kind);
}

QString passedOverReason(const QString &fileName)
{
    const QString name = fileName.endsWith(u".gz"_s) ? fileName.chopped(3) : fileName;
    if (name == u"truth.csv"_s)
        return tr("It is the answer sheet of a simulated region and is not imported.");
    if (name == u"meta.json"_s)
        return tr("It describes how a simulated region was made and is not imported.");
    return {};
}

QString fileKindSystem(FileKind kind)
{
    switch (kind) {
    case FileKind::CombinedMedications:
        return tr("VistA and Oracle Health");
    case FileKind::FhirBundle:
        return tr("Oracle Health");
    case FileKind::CareTeams:
    case FileKind::PatientTeams:
    case FileKind::RenewalHistory:
    case FileKind::Messages:
        return tr("Secure Messaging");
    case FileKind::Facilities:
    case FileKind::FeatureToggles:
        return tr("VA.gov");
    case FileKind::FlipperFeatures:
        return tr("Flipper");
    case FileKind::DatadogMetrics:
        return tr("Datadog");
    case FileKind::PrometheusMetrics:
        return tr("Prometheus");
    case FileKind::Ga4Metrics:
        return tr("Google Analytics");
    case FileKind::Prescriptions:
    case FileKind::ShortPrescriptions:
    case FileKind::Prescribers:
        return tr("Medications");
    default:
        return {};
    }
}

int importOrder(FileKind kind)
{
    constexpr FileKind order[] = {
        FileKind::Facilities,         FileKind::CareTeams,      FileKind::Prescribers,
        FileKind::PatientTeams,       FileKind::RenewalHistory, FileKind::Correlations,
        FileKind::ShortPrescriptions, FileKind::Prescriptions,  FileKind::CombinedMedications,
        FileKind::FhirBundle,         FileKind::Messages};
    int place = 0;
    for (const FileKind each : order) {
        if (each == kind)
            return place;
        ++place;
    }
    return place;
}

} // namespace renewal::exchange
