// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/jobrunner.h"
#include "app/service/uploads.h"
#include "models/rest/restsystem.h"

#include <QCoreApplication>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostPieces = 100'000;

QByteArray locationOf(ImportId id)
{
    return "/api/v1/imports/" + QByteArray::number(id.value);
}
} // namespace

Answer beginImport(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("fileName"_L1);
    const QString name = reader.text("fileName"_L1);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    const auto begun = workplace.uploads.begin(name, workplace.clock.now().toMSecsSinceEpoch());
    if (!begun && begun.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"fileName"_s, begun.error().text}});
    return answered(begun, [](const ImportReport &report) {
        return jsonAnswer(toJson(report), 201).with("Location", locationOf(report.id));
    });
}

Answer readImport(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    return answered(workplace.uploads.report(*id),
                    [](const ImportReport &report) { return jsonAnswer(toJson(report)); });
}

Answer putPiece(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    bool isNumber = false;
    const int piece = call.arguments.value(1).toInt(&isNumber);
    if (!id || !isNumber || piece < 0 || piece >= mostPieces)
        return notFound();
    const Done done = workplace.uploads.putPiece(*id, piece, call.body);
    return done ? Answer{204, "text/plain", {}, {}} : problemAnswer(done.error());
}

Answer finishImport(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<ImportId>(call);
    if (!id)
        return notFound();
    const Done closed = workplace.uploads.close(*id, {});
    if (!closed)
        return problemAnswer(closed.error());
    return problemAnswer({ErrorCode::Internal, {}, {}});
}

} // namespace renewal::service::handlers
