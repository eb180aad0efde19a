// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

Banner::Banner(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, u"bannerLabel"_s, FontRole::Body, this))
    , m_action(makeButton({}, u"bannerActionButton"_s, ButtonKind::Plain, this))
    , m_close(makeButton(tr("Close"), u"bannerCloseButton"_s, ButtonKind::Link, this))
{
    setObjectName(objectName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(this, 16), scaled(this, 6), scaled(this, 12), scaled(this, 6));
    layout->setSpacing(scaled(this, 10));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    m_end.setSingleShot(true);
    m_end.setInterval(std::chrono::seconds(10));
    hide();
}

void Banner::showMessage(const QString &text, items::Tone tone, const QString &actionText)
{
    const bool isNews = !isVisible() || text != m_text->text();
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    standOrFloat();
    show();
    update();
    if (isNews)
        announce(this, text);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::leave()
{
    if (m_tone == items::Tone::Good)
        hide();
}

void Banner::setStay(std::chrono::milliseconds stay)
{
    m_end.setInterval(stay);
}

/// There is nothing to do about it.
bool Banner::isPassing() const
{
    return m_tone == items::Tone::Good && m_action->text().isEmpty();
}

void Banner::standOrFloat()
{
    m_end.stop();
    auto *rows = parentWidget() ? qobject_cast<QVBoxLayout *>(parentWidget()->layout()) : nullptr;
    if (isPassing())
        m_end.start();
    if (!rows || isPassing() == (m_row >= 0))
        return place();
    if (isPassing()) {
        m_row = rows->indexOf(this);
        rows->removeWidget(this);
        parentWidget()->installEventFilter(this);
        raise();
        place();
    } else {
        rows->insertWidget(std::exchange(m_row, -1), this);
        parentWidget()->removeEventFilter(this);
    }
}

/// In the middle of the lower edge of what is in sight.
void Banner::place()
{
    if (m_row < 0)
        return;
    const QRect sight = parentWidget()->visibleRegion().boundingRect();
    const QRect area = sight.isEmpty() ? parentWidget()->rect() : sight;
    const int wide = std::min(area.width() - scaled(this, 24), scaled(this, 640));
    const int high = layout()->totalHeightForWidth(wide);
    setGeometry(area.left() + (area.width() - wide) / 2, area.bottom() + 1 - high, wide, high);
}

bool Banner::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

/// With the place it is in: it would be stale when one comes back.
void Banner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous() || !isPassing())
        return;
    m_end.stop();
    hide();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const Theme::Pair colors = theme.tone(m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), colors.fill);
    painter.fillRect(QRect(0, 0, 4, height()), colors.ink);
    painter.setPen(theme.line);
    if (m_row >= 0)
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    else
        painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace renewal::ui
