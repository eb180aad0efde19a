// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stateoverlay.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

StateOverlay::StateOverlay(QAbstractScrollArea *list, int rowHeight)
    : QWidget(list)
    , m_list(list)
    , m_rowHeight(rowHeight)
    , m_title(makeLabel({}, u"stateTitleLabel"_s, FontRole::Heading, this))
    , m_hint(makeQuietLabel({}, u"stateHintLabel"_s, FontRole::Body, this))
    , m_retry(makeButton(tr("Try again"), u"retryButton"_s, ButtonKind::Plain, this))
{
    setObjectName(u"stateOverlay"_s);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 24);
    layout->setContentsMargins(side, scaled(this, 48), side, side);
    layout->setSpacing(scaled(this, 6));
    for (QLabel *label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(scaled(this, 6));
    layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &StateOverlay::retryRequested);
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
    hide();
}

QString StateOverlay::text() const
{
    return m_hint->text().isEmpty() ? m_title->text() : m_title->text() + u' ' + m_hint->text();
}

void StateOverlay::showLoading()
{
    show(State::Loading, {}, {});
    setAccessibleName(tr("Loading"));
}

void StateOverlay::showEmpty(const QString &title, const QString &hint)
{
    show(State::Empty, title, hint);
}

void StateOverlay::showFailed(const QString &title, const QString &reason)
{
    show(State::Failed, title, reason);
}

void StateOverlay::clear()
{
    m_state = State::Hidden;
    hide();
}

void StateOverlay::show(State state, const QString &title, const QString &hint)
{
    const bool isNews = state != m_state || title != m_title->text() || hint != m_hint->text();
    m_state = state;
    m_title->setText(title);
    m_hint->setText(hint);
    m_title->setVisible(!title.isEmpty());
    m_hint->setVisible(!hint.isEmpty());
    m_retry->setVisible(state == State::Failed);
    follow();
    setVisible(true);
    raise();
    update();
    if (isNews && state != State::Loading)
        announce(this, text());
}

void StateOverlay::follow()
{
    const QWidget *viewport = m_list->viewport();
    setGeometry(QRect(viewport->mapTo(m_list, QPoint(0, 0)), viewport->size()));
}

bool StateOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        follow();
    return QWidget::eventFilter(watched, event);
}

void StateOverlay::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    if (m_state != State::Loading)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Widths differ so that it reads as text to come; they are the same each time so that nothing jumps.
    constexpr double widths[] = {0.46, 0.38, 0.52, 0.41, 0.35, 0.48};
    const int side = scaled(this, 12);
    const int bar = scaled(this, 10);
    for (int row = 0; row * m_rowHeight < height(); ++row) {
        const QRectF line(side, row * m_rowHeight + (m_rowHeight - bar) / 2.0, width() * widths[row % 6],
                          bar);
        painter.setBrush(theme.track);
        painter.drawRoundedRect(line, 4, 4);
        painter.fillRect(QRect(0, (row + 1) * m_rowHeight - 1, width(), 1), theme.line);
    }
}

} // namespace renewal::ui
