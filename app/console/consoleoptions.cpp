// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consoleoptions.h"

#include "models/base/enumtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>
#include <QStandardPaths>

namespace renewal::console {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("renewal-console", text);
}

tl::unexpected<Error> wrong(const QString &text)
{
    return failure(ErrorCode::InvalidInput, text);
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {{u"h"_s, u"help"_s}, tr("Shows this help.")},
        {u"version"_s, tr("Shows the version.")},
        {u"database"_s,
         tr("The database: sqlite:PATH or postgresql://USER@HOST/NAME. "
            "Without it, one in your data folder."),
         u"URL"_s},
        {u"service"_s, tr("Works with the service at URL instead of one of its own."), u"URL"_s},
        {u"token-file"_s, tr("The file with the token for --service."), u"FILE"_s},
        {u"demo"_s, tr("Works with made-up data that vanish at the end.")},
        {u"workspace"_s, tr("Where to start: renewals, correlations, rollout or activity."), u"NAME"_s},
        {u"theme"_s, tr("light, dark, contrast or system."), u"NAME"_s},
        {u"text-size"_s, tr("The size of text in per cent, 90 to 200."), u"N"_s},
        {u"settings"_s, tr("Keeps layout and preferences in FILE."), u"FILE"_s},
        {u"size"_s, tr("The window's size, such as 1440x900."), u"WxH"_s},
        {u"scale"_s, tr("Enlarges everything, 1 to 4."), u"N"_s},
        {u"select"_s, tr("Selects row N of the list, from 0."), u"N"_s},
        {u"open"_s, tr("Opens a sheet: import:PATH shows what the files at PATH are before they go in."),
         u"SHEET"_s},
        {u"state"_s, tr("What --screenshot shows: data, loading, empty, error or offline."), u"NAME"_s},
        {u"screenshot"_s, tr("Writes a picture of the window to FILE (PNG) and ends. Needs no display."),
         u"FILE"_s},
    });
}

QCommandLineParser &describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(tr("Routes medication renewal requests to the right care team."));
    addOptions(parser);
    return parser;
}

Result<QSize> sizeOf(const QString &text)
{
    const QStringList parts = text.toLower().split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    const QSize most(7680, 4320);
    if (parts.size() != 2 || size.width() < 320 || size.height() < 240 || size.boundedTo(most) != size)
        return wrong(
            tr("--size takes width x height between 320x240 and 7680x4320, such as 1440x900, not '%1'.")
                .arg(text));
    return size;
}

Done readPlace(const QCommandLineParser &parser, ConsoleOptions &options)
{
    options.databaseUrl = parser.value(u"database"_s);
    options.tokenFile = parser.value(u"token-file"_s);
    options.demo = parser.isSet(u"demo"_s);
    if (parser.isSet(u"service"_s)) {
        const auto url = serviceAddress(parser.value(u"service"_s));
        if (!url)
            return wrong(u"--service: "_s + url.error().text);
        options.service = *url;
    }
    const int places = options.demo + parser.isSet(u"database"_s) + parser.isSet(u"service"_s);
    if (places > 1)
        return wrong(tr("Give only one of --demo, --database and --service."));
    if (options.isEmbedded() && !options.tokenFile.isEmpty())
        return wrong(tr("--token-file belongs to --service; give both."));
    if (!options.isEmbedded() && options.tokenFile.isEmpty())
        return wrong(tr("--service needs --token-file FILE with the token your administrator gave you."));
    return ok();
}

Done readLook(const QCommandLineParser &parser, ConsoleOptions &options)
{
    if (parser.isSet(u"workspace"_s)) {
        const auto workspace = ui::workspaceFromString(parser.value(u"workspace"_s));
        if (!workspace)
            return wrong(tr("--workspace is renewals, correlations, rollout or activity, not '%1'.")
                             .arg(parser.value(u"workspace"_s)));
        options.workspace = *workspace;
    }
    if (parser.isSet(u"theme"_s)) {
        const auto theme = ui::themeFromString(parser.value(u"theme"_s));
        if (!theme)
            return wrong(
                tr("--theme is light, dark, contrast or system, not '%1'.").arg(parser.value(u"theme"_s)));
        options.theme = *theme;
    }
    if (parser.isSet(u"text-size"_s)) {
        bool isNumber = false;
        options.textPercent = parser.value(u"text-size"_s).toInt(&isNumber);
        if (!isNumber || *options.textPercent < 90 || *options.textPercent > 200)
            return wrong(
                tr("--text-size takes per cent from 90 to 200, not '%1'.").arg(parser.value(u"text-size"_s)));
    }
    options.settingsFile = parser.value(u"settings"_s);
    if (parser.isSet(u"size"_s)) {
        const auto size = sizeOf(parser.value(u"size"_s));
        if (!size)
            return failure(size.error());
        options.size = *size;
        options.hasSize = true;
    }
    if (parser.isSet(u"scale"_s)) {
        bool isNumber = false;
        options.scale = parser.value(u"scale"_s).toDouble(&isNumber);
        if (!isNumber || !(options.scale >= 1 && options.scale <= 4))
            return wrong(tr("--scale takes a number from 1 to 4, not '%1'.").arg(parser.value(u"scale"_s)));
    }
    return ok();
}

constexpr EnumText<ConsoleOptions::PictureState> stateNames[] = {
    {ConsoleOptions::PictureState::Data, "data"},       {ConsoleOptions::PictureState::Loading, "loading"},
    {ConsoleOptions::PictureState::Empty, "empty"},     {ConsoleOptions::PictureState::Error, "error"},
    {ConsoleOptions::PictureState::Offline, "offline"},
};

Done readState(const QCommandLineParser &parser, ConsoleOptions &options)
{
    if (!parser.isSet(u"state"_s))
        return ok();
    const auto state = enumFromText(stateNames, parser.value(u"state"_s));
    if (!state)
        return wrong(
            tr("--state is data, loading, empty, error or offline, not '%1'.").arg(parser.value(u"state"_s)));
    if (options.screenshot.isEmpty())
        return wrong(tr("--state belongs to --screenshot; give both."));
    options.state = *state;
    return ok();
}

Done readOpen(const QCommandLineParser &parser, ConsoleOptions &options)
{
    if (!parser.isSet(u"open"_s))
        return ok();
    const QString sheet = parser.value(u"open"_s);
    options.importPath = sheet.section(u':', 1);
    if (sheet.section(u':', 0, 0) != "import"_L1 || options.importPath.isEmpty())
        return wrong(tr("--open takes import:PATH with a file or a folder, not '%1'.").arg(sheet));
    return ok();
}

Done readPicture(const QCommandLineParser &parser, ConsoleOptions &options)
{
    options.screenshot = parser.value(u"screenshot"_s);
    if (parser.isSet(u"screenshot"_s) && options.screenshot.isEmpty())
        return wrong(tr("--screenshot needs the name of a file to write."));
    if (parser.isSet(u"select"_s)) {
        bool isNumber = false;
        const int row = parser.value(u"select"_s).toInt(&isNumber);
        if (!isNumber || row < 0)
            return wrong(
                tr("--select takes the number of a row, from 0, not '%1'.").arg(parser.value(u"select"_s)));
        options.select = row;
    }
    return ok();
}

} // namespace

Result<ConsoleOptions> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    // The parser takes the first word for the program's name.
    if (!parser.parse(QStringList{u"renewal-console"_s} + arguments))
        return wrong(parser.errorText());
    ConsoleOptions options;
    if (parser.isSet(u"help"_s)) {
        options.action = ConsoleOptions::Action::ShowHelp;
        return options;
    }
    if (parser.isSet(u"version"_s)) {
        options.action = ConsoleOptions::Action::ShowVersion;
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return wrong(tr("'%1' is not understood; options begin with two dashes.")
                         .arg(parser.positionalArguments().constFirst()));
    for (const auto read : {readPlace, readLook, readPicture, readState, readOpen}) {
        if (const Done done = read(parser, options); !done)
            return failure(done.error());
    }
    return options;
}

Result<QUrl> serviceAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool known = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !known || url.host().isEmpty() || url.hasQuery() || !url.userInfo().isEmpty())
        return wrong(
            tr("A service has an address such as https://renewals.example:8443, not '%1'.").arg(text));
    const bool here = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    if (url.scheme() == "http"_L1 && !here)
        return wrong(tr("%1 would send patient data unprotected; use https.").arg(text));
    return url;
}

QString helpText()
{
    QCommandLineParser parser;
    QString text = describe(parser).helpText();
    // The first line names the running file, whatever it is called.
    const qsizetype end = text.indexOf(u'\n');
    return tr("Usage: renewal-console [OPTIONS]") + text.mid(end);
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/renewal-console"_s;
}

QString defaultSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/renewal-console.ini"_s;
}

QString defaultDatabaseUrl()
{
    return u"sqlite:"_s + defaultDataFolder() + u"/renewals.db"_s;
}

} // namespace renewal::console
