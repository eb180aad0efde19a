// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QVariantMap>

class QMainWindow;
class QSettings;

namespace renewal::ui {

class Workspace;

/// Remembers how the window and each workspace are laid out: geometry, splitters, widths and order of
/// columns, and what a workspace adds, each for the size of text it was seen with. Without settings it
/// remembers nothing, but can still go back to the first look.
class LayoutMemory final : public QObject
{
    Q_OBJECT

public:
    /// `settings` may be null and must outlive the memory; so must the window.
    LayoutMemory(QSettings *settings, QMainWindow *window, QObject *parent = nullptr);

    /// Takes in how a new workspace looks, then brings back what was remembered under `name`.
    void add(Workspace *workspace, const QString &name);
    void restoreWindow();
    void save();
    /// All as on a first start, and nothing remembered.
    void reset();

private:
    struct Place
    {
        Workspace *workspace;
        QString name;
        QVariantMap first; ///< the look of a first start
    };

    /// Lengths are of one size of text: at another one they would cut, or stay wide for ever.
    static QString keyOf(const QString &name);
    static QVariantMap look(const Workspace *workspace);
    static void apply(Workspace *workspace, const QVariantMap &look);

    QSettings *m_settings;
    QMainWindow *m_window;
    QVector<Place> m_places;
};

} // namespace renewal::ui
