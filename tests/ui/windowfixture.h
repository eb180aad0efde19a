// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/richworld.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/translators.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace renewal::test {

/// A shown window on a rich world, and how a user finds things in it: by object name.
class WindowFixture
{
public:
    RichWorld world;
    ui::ShellOptions options = RichWorld::options();
    QSize size{1440, 900};
    ConnectionGateway *services = nullptr; ///< to be set before open()
    std::unique_ptr<ui::MainWindow> window;

    WindowFixture() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    /// False when it does not settle.
    [[nodiscard]] bool open(ui::WorkspaceId place = ui::WorkspaceId::Renewals)
    {
        options.workspace = place;
        ui::Gateways gateways = world.gateways();
        gateways.services = services;
        window = std::make_unique<ui::MainWindow>(gateways, options);
        window->resize(size);
        window->show();
        return QTest::qWaitForWindowActive(window.get()) &&
               QTest::qWaitFor([this] { return window->isSettled(); });
    }

    template <class Widget>
    Widget *find(const QString &objectName) const
    {
        Widget *found = window->findChild<Widget *>(objectName);
        if (!found)
            qFatal("no %s", qPrintable(objectName));
        return found;
    }

    /// To whatever has the focus, as a keyboard does.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }
};

} // namespace renewal::test
