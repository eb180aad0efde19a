// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lockcover.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

LockCover::LockCover(QMainWindow *window)
    : QWidget(window)
    , m_window(window)
    , m_resume(makeButton(tr("Resume"), u"resumeButton"_s, ButtonKind::Primary, this))
    , m_rest(this)
{
    setObjectName(u"lockCover"_s);
    QLabel *title = makeLabel(tr("Locked"), u"lockTitleLabel"_s, FontRole::Title, this);
    QLabel *text = makeQuietLabel(tr("Patient data is out of sight. This keeps glances off; it asks for no "
                                     "password, so lock your desktop too when you leave."),
                                  u"lockTextLabel"_s, FontRole::Body, this);
    auto *column = new QWidget(this);
    column->setFixedWidth(scaled(this, 380));
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(scaled(this, 10));
    layout->addStretch(2);
    for (QLabel *label : {title, text}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(scaled(this, 6));
    layout->addWidget(m_resume, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    auto *centred = new QHBoxLayout(this);
    centred->addStretch(1);
    centred->addWidget(column);
    centred->addStretch(1);
    m_resume->setDefault(true);
    m_resume->setAutoDefault(true);
    m_rest.setSingleShot(true);
    connect(m_resume, &QPushButton::clicked, this, &LockCover::resume);
    connect(&m_rest, &QTimer::timeout, this, &LockCover::lock);
    window->installEventFilter(this);
    hide();
}

void LockCover::setRest(int minutes)
{
    m_rest.stop();
    qApp->removeEventFilter(this);
    m_rest.setInterval(minutes * 60'000);
    if (minutes > 0) {
        qApp->installEventFilter(this);
        m_rest.start();
    }
}

void LockCover::lock()
{
    if (std::exchange(m_locked, true))
        return;
    m_before = QApplication::focusWidget();
    m_title = m_window->windowTitle();
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget != m_window && widget->isVisible() && qobject_cast<QDialog *>(widget)) {
            m_dialogs.append(widget);
            widget->hide();
        }
    }
    // Out of reach of the keyboard and of screen readers, not only of the eye.
    m_window->centralWidget()->hide();
    m_window->menuBar()->setEnabled(false);
    m_window->setWindowTitle(tr("Locked, Renewal Console"));
    cover();
    show();
    raise();
    m_resume->setFocus();
    emit locked();
}

void LockCover::resume()
{
    m_locked = false;
    hide();
    m_window->menuBar()->setEnabled(true);
    m_window->centralWidget()->show();
    m_window->setWindowTitle(m_title);
    for (const QPointer<QWidget> &dialog : std::exchange(m_dialogs, {})) {
        if (dialog)
            dialog->show();
    }
    if (m_before)
        m_before->setFocus();
    if (m_rest.interval() > 0)
        m_rest.start();
    emit resumed();
}

void LockCover::cover()
{
    setGeometry(m_window->rect());
}

bool LockCover::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_window && m_locked)
            cover();
        break;
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (m_rest.interval() > 0 && !m_locked)
            m_rest.start();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void LockCover::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).surface);
}

} // namespace renewal::ui
