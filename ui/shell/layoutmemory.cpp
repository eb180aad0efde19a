// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layoutmemory.h"

#include "ui/widgets/columnfitter.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/workspace.h"

#include <QApplication>
#include <QFontInfo>
#include <QHeaderView>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>
#include <QTableView>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// The state of another set of columns would be taken over in part: its number tells them apart.
QString columnsKey(const QTableView *table)
{
    return u"columns/%1/%2"_s.arg(table->objectName()).arg(table->horizontalHeader()->count());
}

QByteArray stateOf(const QSplitter *splitter)
{
    const auto *narrow = qobject_cast<const NarrowSplitter *>(splitter);
    return narrow ? narrow->wideState() : splitter->saveState();
}
} // namespace

LayoutMemory::LayoutMemory(QSettings *settings, QMainWindow *window, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
{
}

QString LayoutMemory::keyOf(const QString &name)
{
    return u"layout/text%1/%2"_s.arg(QFontInfo(QApplication::font()).pixelSize()).arg(name);
}

QVariantMap LayoutMemory::look(const Workspace *workspace)
{
    QVariantMap look{{u"own"_s, workspace->layoutState()}};
    const auto splitters = workspace->findChildren<QSplitter *>();
    for (const QSplitter *splitter : splitters)
        look.insert(u"splitter/"_s + splitter->objectName(), stateOf(splitter));
    const auto tables = workspace->findChildren<QTableView *>();
    for (const QTableView *table : tables)
        look.insert(columnsKey(table), table->horizontalHeader()->saveState());
    return look;
}

void LayoutMemory::apply(Workspace *workspace, const QVariantMap &look)
{
    const auto splitters = workspace->findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        const QByteArray state = look.value(u"splitter/"_s + splitter->objectName()).toByteArray();
        if (auto *narrow = qobject_cast<NarrowSplitter *>(splitter); narrow && !state.isEmpty())
            narrow->restoreWideState(state);
        else if (!state.isEmpty())
            splitter->restoreState(state);
    }
    const auto tables = workspace->findChildren<QTableView *>();
    for (QTableView *table : tables) {
        const QByteArray state = look.value(columnsKey(table)).toByteArray();
        if (!state.isEmpty())
            table->horizontalHeader()->restoreState(state);
        // Columns that gave way in a narrow window are not gone for good.
        const auto fitters = table->findChildren<ColumnFitter *>();
        for (ColumnFitter *fitter : fitters)
            fitter->takeNewSizes();
    }
    if (look.contains(u"own"_s))
        workspace->restoreLayoutState(look.value(u"own"_s).toMap());
}

void LayoutMemory::add(Workspace *workspace, const QString &name)
{
    const auto tables = workspace->findChildren<QTableView *>();
    for (QTableView *table : tables)
        table->horizontalHeader()->setSectionsMovable(true);
    m_places.append({workspace, name, look(workspace)});
    if (m_settings)
        apply(workspace, m_settings->value(keyOf(name)).toMap());
}

void LayoutMemory::restoreWindow()
{
    if (m_settings)
        m_window->restoreGeometry(m_settings->value(u"layout/geometry"_s).toByteArray());
}

void LayoutMemory::save()
{
    if (!m_settings)
        return;
    m_settings->setValue(u"layout/geometry"_s, m_window->saveGeometry());
    for (const Place &place : std::as_const(m_places))
        m_settings->setValue(keyOf(place.name), look(place.workspace));
}

void LayoutMemory::reset()
{
    for (const Place &place : std::as_const(m_places))
        apply(place.workspace, place.first);
    if (m_settings)
        m_settings->remove(u"layout"_s);
}

} // namespace renewal::ui
