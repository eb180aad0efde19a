// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/savedviewstore.h"

#include <QSettings>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr char16_t group[] = u"renewals/savedViews";
}

SavedViewStore::SavedViewStore(QSettings *settings)
    : m_settings(settings)
{
}

QVector<items::SavedView> SavedViewStore::views() const
{
    QVector<items::SavedView> views;
    if (!m_settings)
        return views;
    const int count = m_settings->beginReadArray(QString::fromUtf16(group));
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        items::SavedView view;
        view.name = m_settings->value(u"name"_s).toString();
        view.query.view = m_settings->value(u"view"_s, view.query.view).toString();
        view.query.scope.parentStation = m_settings->value(u"station"_s).toString();
        view.query.scope.ehr = m_settings->value(u"ehr"_s).toString();
        view.query.search = m_settings->value(u"search"_s).toString();
        if (!view.name.isEmpty())
            views.append(view);
    }
    m_settings->endArray();
    return views;
}

void SavedViewStore::setViews(const QVector<items::SavedView> &views)
{
    if (!m_settings)
        return;
    m_settings->remove(QString::fromUtf16(group));
    m_settings->beginWriteArray(QString::fromUtf16(group), static_cast<int>(views.size()));
    for (int i = 0; i < views.size(); ++i) {
        m_settings->setArrayIndex(i);
        m_settings->setValue(u"name"_s, views[i].name);
        m_settings->setValue(u"view"_s, views[i].query.view);
        m_settings->setValue(u"station"_s, views[i].query.scope.parentStation);
        m_settings->setValue(u"ehr"_s, views[i].query.scope.ehr);
        m_settings->setValue(u"search"_s, views[i].query.search);
    }
    m_settings->endArray();
}

} // namespace renewal::ui
