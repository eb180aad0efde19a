// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/dropoverlay.h"

#include "ui/imports/droparea.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QDragEnterEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

DropOverlay::DropOverlay(QWidget *window)
    : QWidget(window)
    , m_window(window)
    , m_area(new DropArea(tr("Drop to import"),
                          tr("Files or a folder. You see what they are before anything is sent."),
                          u"windowDropArea"_s, this))
{
    setObjectName(u"dropOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 28);
    layout->setContentsMargins(side, side, side, side);
    layout->addWidget(m_area);
    m_area->setHot(true);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    hide();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (localPaths(drag->mimeData()).isEmpty())
            return false;
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        setGeometry(m_window->rect());
        raise();
        show();
        return true;
    }
    case QEvent::DragLeave:
        hide();
        return true;
    case QEvent::Drop: {
        hide();
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList paths = localPaths(drop->mimeData());
        if (paths.isEmpty())
            return false;
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        emit dropped(paths);
        return true;
    }
    default:
        return false;
    }
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QColor veil = Theme::of(palette()).surface;
    veil.setAlphaF(0.88);
    QPainter(this).fillRect(rect(), veil);
}

} // namespace renewal::ui
