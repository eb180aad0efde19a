// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogfit.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/typography.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// Asks for as much room as what it holds, and can do with less.
class Middle final : public QScrollArea
{
public:
    explicit Middle(QDialog *dialog)
        : QScrollArea(dialog)
    {
        setObjectName(u"dialogScroll"_s);
        setAccessibleName(dialog->windowTitle());
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        // Text that wraps gets higher where it is narrower: a bar that comes and goes would never rest.
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        // What cannot be seen without scrolling can be scrolled to by keyboard, and nothing else stops there.
        connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
                [this](int, int most) { setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus); });
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
            if (now && widget()->isAncestorOf(now))
                ensureWidgetVisible(now, 0, scaled(this, 4));
        });
    }

    QSize sizeHint() const override { return widget()->sizeHint() + QSize(barWidth(), 0); }
    QSize minimumSizeHint() const override
    {
        const QSize held = widget()->minimumSizeHint() + QSize(barWidth(), 0);
        return held.boundedTo({roomFor(window()).width() * 4 / 5, scaled(this, 60)});
    }

private:
    int barWidth() const { return verticalScrollBar()->sizeHint().width(); }
};

void move(QVBoxLayout *from, QVBoxLayout *to)
{
    const int stretch = from->stretch(0);
    QLayoutItem *item = from->takeAt(0);
    if (QLayout *layout = item->layout()) {
        to->addLayout(layout, stretch);
    } else if (QWidget *widget = item->widget()) {
        to->addWidget(widget, stretch, item->alignment());
        delete item;
    } else {
        to->addItem(item);
        to->setStretch(to->count() - 1, stretch);
    }
}

/// True when all above the last row is a list that scrolls already.
bool scrollsAlready(const QVBoxLayout *layout)
{
    return layout->count() == 2 && qobject_cast<QAbstractScrollArea *>(layout->itemAt(0)->widget());
}

void scrollMiddle(QDialog *dialog)
{
    auto *layout = qobject_cast<QVBoxLayout *>(dialog->layout());
    if (!layout || layout->count() < 2 || scrollsAlready(layout) ||
        dialog->findChild<QScrollArea *>(u"dialogScroll"_s, Qt::FindDirectChildrenOnly))
        return;
    const QPointer<QWidget> focus = dialog->focusWidget(); // a widget that gets another parent loses it
    auto *content = new QWidget;
    content->setObjectName(u"dialogContent"_s);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(layout->spacing());
    while (layout->count() > 1)
        move(layout, rows);
    auto *middle = new Middle(dialog);
    middle->setWidget(content);
    layout->insertWidget(0, middle, 1);
    layout->activate();
    // As high as all of it where that fits; the bar takes no room from it.
    dialog->resize(dialog->width() + middle->verticalScrollBar()->sizeHint().width(),
                   roomFor(dialog).height());
    if (focus)
        focus->setFocus();
}

/// Without cutting text that wraps.
QSize leastSize(const QDialog *dialog)
{
    const QSize least = dialog->layout()->totalMinimumSize();
    const int wide =
        std::clamp(dialog->width(), least.width(), std::max(least.width(), roomFor(dialog).width()));
    return dialog->layout()->hasHeightForWidth()
               ? QSize(least.width(), dialog->layout()->totalMinimumHeightForWidth(wide))
               : least;
}

/// Buttons that do not fit beside each other stand in several rows.
void wrapLastRow(QDialog *dialog, int room)
{
    auto *layout = qobject_cast<QVBoxLayout *>(dialog->layout());
    QLayoutItem *last = layout ? layout->itemAt(layout->count() - 1) : nullptr;
    auto *row = last ? qobject_cast<QHBoxLayout *>(last->layout()) : nullptr;
    const QMargins margins = layout ? layout->contentsMargins() : QMargins();
    if (!row || row->minimumSize().width() <= room - margins.left() - margins.right())
        return;
    auto *flow = new FlowLayout;
    flow->setSpacing(row->spacing());
    while (QLayoutItem *item = row->takeAt(0)) {
        if (item->widget())
            flow->addWidget(item->widget());
        delete item;
    }
    layout->removeItem(row);
    delete row;
    layout->addLayout(flow);
}
} // namespace

DialogFit::DialogFit(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool DialogFit::eventFilter(QObject *watched, QEvent *event)
{
    const bool isShown = event->type() == QEvent::Show && !event->spontaneous();
    if (!isShown && event->type() != QEvent::LayoutRequest)
        return false;
    auto *dialog = qobject_cast<QDialog *>(watched);
    // Qt's own dialogs know how to fit.
    if (!dialog || dialog->inherits("QFileDialog") || dialog->inherits("QMessageBox"))
        return false;
    // What a dialog shows may grow while it is open.
    if (isShown || dialog->isVisible())
        fit(dialog);
    return false;
}

void DialogFit::fit(QDialog *dialog)
{
    if (!dialog->layout())
        return;
    const QSize room = roomFor(dialog);
    wrapLastRow(dialog, room.width());
    const QSize needed = leastSize(dialog);
    if (needed.height() > room.height() || needed.width() > room.width())
        scrollMiddle(dialog);
    if (dialog->minimumWidth() > room.width() || dialog->minimumHeight() > room.height())
        dialog->setMinimumSize(dialog->minimumSize().boundedTo(room));
    if (dialog->width() > room.width() || dialog->height() > room.height())
        dialog->resize(dialog->size().boundedTo(room));
}

} // namespace renewal::ui
