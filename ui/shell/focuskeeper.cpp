// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focuskeeper.h"

#include "ui/shell/workspacehost.h"
#include "ui/widgets/workspace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace renewal::ui {

namespace {
bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool canUndo(const QObject *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->isUndoAvailable();
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    return text && text->document()->isUndoAvailable();
}
} // namespace

FocusKeeper::FocusKeeper(const WorkspaceHost *host, QWidget *window)
    : m_host(host)
    , m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::follow);
}

void FocusKeeper::follow(QWidget *old, QWidget *now)
{
    if (m_field)
        m_field->removeEventFilter(this);
    m_field = now && m_window->isAncestorOf(now) && isTextField(now) ? now : nullptr;
    if (m_field)
        m_field->installEventFilter(this);
    if (!old || !m_host->current()->isAncestorOf(old) || (old->isEnabled() && old->isVisible()))
        return;
    // After the change that is under way: it may still give the keyboard to somebody itself.
    QMetaObject::invokeMethod(
        this, [this, from = QPointer(old), to = QPointer(now)] { bringBack(from, to); },
        Qt::QueuedConnection);
}

void FocusKeeper::bringBack(QWidget *from, QWidget *to)
{
    Workspace *place = m_host->current();
    const QWidget *now = QApplication::focusWidget();
    // Behind the curtain of a locked window the place has no use for the keyboard.
    const bool isElsewhere =
        !m_window->isActiveWindow() || QApplication::activePopupWidget() || now != to || !place->isVisible();
    if (isElsewhere || (now && place->isAncestorOf(now)) || (from && from->isEnabled() && from->isVisible()))
        return;
    place->mainView()->setFocus(Qt::OtherFocusReason);
}

bool FocusKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || watched != m_field)
        return QObject::eventFilter(watched, event);
    if (!static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo) || canUndo(watched))
        return false;
    event->ignore(); // the field would take it and do nothing
    return true;
}

} // namespace renewal::ui
