// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/disciplines.h"

#include <QCoreApplication>

namespace renewal::rollout {

using namespace Qt::StringLiterals;

QStringList disciplines()
{
    return {u"product"_s, u"engineering"_s, u"ux_research"_s, u"depo_octo"_s, u"qa"_s};
}

QString disciplineTitle(const QString &discipline)
{
    if (discipline == u"product")
        return QCoreApplication::translate("rollout", "Product");
    if (discipline == u"engineering")
        return QCoreApplication::translate("rollout", "Engineering");
    if (discipline == u"ux_research")
        return QCoreApplication::translate("rollout", "UX and research");
    if (discipline == u"depo_octo")
        return QCoreApplication::translate("rollout", "DEPO/OCTO");
    if (discipline == u"qa")
        return QCoreApplication::translate("rollout", "QA");
    return discipline;
}

} // namespace renewal::rollout
