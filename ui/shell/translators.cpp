// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

void installTranslators(QCoreApplication &app, const QLocale &locale)
{
    const std::array<std::pair<QString, QString>, 2> catalogues{{
        {u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {u"renewal"_s, u":/i18n"_s},
    }};
    for (const auto &[name, directory] : catalogues) {
        auto *translator = new QTranslator(&app);
        bool loaded = translator->load(locale, name, u"_"_s, directory);
        // Without a translation for the language the source texts stand, and their plurals are English.
        if (!loaded && name == u"renewal")
            loaded = translator->load(QLocale(QLocale::English), name, u"_"_s, directory);
        if (loaded)
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace renewal::ui
