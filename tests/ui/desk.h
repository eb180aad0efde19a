// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/renewalsmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/resultline.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace renewal::test {

using namespace Qt::StringLiterals;

/// A desk at work: the window, and what one looks at in it.
class Desk : public WindowFixture
{
public:
    /// Without the pause after an action, unless a test is about it: settle() waits for what is shown.
    [[nodiscard]] bool open(std::chrono::milliseconds pause = {})
    {
        if (!WindowFixture::open())
            return false;
        find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)->setPause(pause);
        return true;
    }
    QTableView *table() const { return find<QTableView>(u"renewalsTable"_s); }
    items::RenewalsModel *model() const { return qobject_cast<items::RenewalsModel *>(table()->model()); }
    QPushButton *primary() const { return find<QPushButton>(u"primaryTriageButton"_s); }
    QString result() const { return find<ui::ResultLine>(u"triageResultLine"_s)->text(); }
    QString title() const { return find<QLabel>(u"renewalTitleLabel"_s)->text(); }
    QStringList drugs() const
    {
        QStringList drugs;
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (const Renewal *renewal = model()->renewal(row))
                drugs += renewal->drug.section(u' ', 0, 0);
        }
        return drugs;
    }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return window->isSettled(); });
    }
    /// Waits until the dialog is gone, and goes on in the window as a window manager would.
    bool back() const
    {
        if (!QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }))
            return false;
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
    template <class Dialog = QDialog>
    Dialog *dialog() const
    {
        Dialog *found = nullptr;
        return QTest::qWaitFor([&] {
            found = qobject_cast<Dialog *>(QApplication::activeWindow());
            return found && found->isVisible() && found->isAncestorOf(QApplication::focusWidget());
        })
                   ? found
                   : nullptr;
    }
};

} // namespace renewal::test
