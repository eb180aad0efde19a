// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/renewablecommand.h"

#include "app/server/commandline.h"
#include "app/server/verdictprinter.h"
#include "app/upstream/filereader.h"
#include "models/exchange/renewabilitycases.h"
#include "models/renewability/renewability.h"
#include "models/renewability/window.h"

#include <QFileInfo>

namespace renewal::server {

using namespace Qt::StringLiterals;
using exchange::FileKind;
using renewability::RuleVersion;

namespace {

/// What the command's words ask for.
struct Request
{
    QString path;
    std::optional<RuleVersion> rules; ///< else the rule in force for each prescription's record system
    std::optional<QDateTime> today;   ///< else now, or each case's own day
};

/// Judges what a file reader hands over.
class VerdictSink final : public upstream::FileSink
{
public:
    VerdictSink(const Request &request, VerdictPrinter &printer, QTextStream &err)
        : m_request(request)
        , m_now(request.today.value_or(QDateTime::currentDateTimeUtc()))
        , m_printer(printer)
        , m_err(err)
    {
    }

    bool take(exchange::Record &&record, const QString &) override
    {
        if (const auto *prescription = std::get_if<Prescription>(&record))
            judge(*prescription);
        return true;
    }
    bool takeShort(const exchange::ShortPrescriptionBatch &) override { return true; }
    bool setAside(const SetAside &item) override
    {
        m_err << item.file << ", " << item.place << ": " << item.reason << '\n';
        return true;
    }
    bool reached(const upstream::FilePosition &, qint64, qint64) override { return true; }

private:
    void judge(const Prescription &prescription)
    {
        const RuleVersion version = m_request.rules.value_or(renewability::currentRule(prescription.ehr));
        m_printer.print(prescription.prescriptionId, renewability::evaluate(prescription, version, m_now));
        for (const Prescription &earlier : prescription.grouped)
            judge(earlier);
    }

    const Request &m_request;
    QDateTime m_now;
    VerdictPrinter &m_printer;
    QTextStream &m_err;
};

/// Error texts about a file's content do not name the file.
Error named(const QString &path, Error error)
{
    const QString name = QFileInfo(path).fileName();
    if (!error.text.contains(name))
        error.text = u"%1: %2"_s.arg(name, error.text);
    return error;
}

Result<QByteArray> contentOf(const QString &path)
{
    const auto source = upstream::openByteSource(path);
    if (!source)
        return failure(source.error());
    constexpr qint64 piece = qint64(64) * 1024;
    constexpr qint64 limit = upstream::FileReader::wholeDocument;
    QByteArray content;
    while (content.size() <= limit) {
        const qsizetype before = content.size();
        content.resize(before + piece);
        const auto got = (*source)->read(content.data() + before, piece);
        if (!got)
            return failure(got.error());
        content.resize(before + *got);
        if (*got == 0)
            return content;
    }
    return failure(ErrorCode::TooLarge,
                   RenewableCommand::tr("A table of cases may not be larger than 32 MB."));
}

Done judgeCases(const Request &request, VerdictPrinter &printer)
{
    const auto content = contentOf(request.path);
    if (!content)
        return failure(content.error());
    const auto cases = exchange::readRenewabilityCases(*content);
    if (!cases)
        return failure(cases.error());
    const QDateTime present = QDateTime::currentDateTimeUtc();
    for (const exchange::RenewabilityCase &row : *cases) {
        const RuleVersion version = request.rules.value_or(renewability::currentRule(row.ehr));
        const QDateTime now = request.today.value_or(row.today.isValid() ? row.today : present);
        Prescription nothing;
        nothing.ehr = row.ehr;
        const bool judged = row.prescription || row.ehr != renewability::ehrSystemOf(version);
        printer.print(row.id, judged
                                  ? renewability::evaluate(row.prescription.value_or(nothing), version, now)
                                  : renewability::withoutInput(version));
    }
    return ok();
}

bool holdsPrescriptions(FileKind kind)
{
    return kind == FileKind::Prescriptions || kind == FileKind::CombinedMedications ||
           kind == FileKind::FhirBundle || kind == FileKind::ShortPrescriptions;
}

Done judgeFile(const Request &request, VerdictPrinter &printer, QTextStream &err)
{
    const auto reader = upstream::FileReader::open(request.path);
    if (!reader)
        return failure(reader.error());
    if (reader->kind() == FileKind::RenewabilityCases)
        return judgeCases(request, printer);
    if (!holdsPrescriptions(reader->kind()))
        return failure(
            ErrorCode::Unsupported,
            RenewableCommand::tr("The file holds %1, no prescriptions; give a file with prescriptions.")
                .arg(exchange::fileKindTitle(reader->kind())));
    VerdictSink sink(request, printer, err);
    if (Done done = reader->read(sink); !done)
        return done;
    if (printer.count() == 0 && reader->kind() == FileKind::ShortPrescriptions)
        return failure(
            ErrorCode::Unsupported,
            RenewableCommand::tr("Short-form prescriptions say who prescribed for whom and nothing more; "
                                 "give a file with full prescriptions."));
    return ok();
}

/// The request in the words, or the sentence that says what is wrong with them.
tl::expected<Request, QString> requestOf(const CommandLine &line)
{
    if (line.positionals().size() != 1)
        return tl::unexpected(RenewableCommand::tr("Give exactly one file."));
    Request request;
    request.path = line.positionals().constFirst();
    if (line.isSet(u"rules"_s)) {
        request.rules = renewability::ruleVersionFromString(line.value(u"rules"_s).trimmed());
        if (!request.rules)
            return tl::unexpected(
                RenewableCommand::tr("\"%1\" is no rule version; known are: %2.")
                    .arg(line.value(u"rules"_s), renewability::ruleVersionWords().join(u", ")));
    }
    if (line.isSet(u"today"_s)) {
        request.today = renewability::instantFromText(line.value(u"today"_s));
        if (!request.today->isValid())
            return tl::unexpected(
                RenewableCommand::tr(
                    "\"%1\" is no instant; write it like 2026-01-15T12:00:00Z or 2026-01-15.")
                    .arg(line.value(u"today"_s)));
    }
    return request;
}

} // namespace

int RenewableCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"renewable"_s,
                     tr("Says for each prescription of a file whether it may be renewed: its id, the "
                        "verdict (renewable, not renewable, unknown) and the gate that decided."));
    line.addOption(u"rules"_s,
                   tr("The rule to judge by instead of the one in force: %1.")
                       .arg(renewability::ruleVersionWords().join(u", ")),
                   u"VERSION"_s);
    line.addOption(u"today"_s, tr("The instant to judge at (ISO 8601, UTC) instead of now."), u"INSTANT"_s);
    line.addJsonOption();
    line.addPositional(
        u"file"_s, tr("Prescriptions in any supported form, plain or gzip, or a table of cases."), u"FILE"_s);
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    const auto request = requestOf(line);
    if (!request)
        return line.usageError(request.error(), err);

    VerdictPrinter printer(out, line.json());
    const Done done = judgeFile(*request, printer, err);
    if (done || printer.count() > 0)
        printer.end();
    return done ? int(Success) : reportFailure(u"renewable"_s, named(request->path, done.error()), err);
}

} // namespace renewal::server
