// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/undobar.h"

#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

UndoBar::UndoBar(CorrelationController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_text(makeLabel({}, u"lastDecisionLabel"_s, FontRole::Small, this))
    , m_undo(makeButton(tr("Undo"), u"undoButton"_s, ButtonKind::Plain, this))
{
    setObjectName(u"undoBar"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(this, 16), scaled(this, 8), scaled(this, 16), scaled(this, 8));
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo, 0, Qt::AlignVCenter);
    m_undo->setToolTip(tr("Ctrl+Z"));
    connect(m_undo, &QPushButton::clicked, controller, qOverload<>(&CorrelationController::undo));
    connect(controller, &CorrelationController::changed, this, &UndoBar::showState);
    showState();
}

void UndoBar::showState()
{
    const LoggedDecision *last = m_controller->lastDecision();
    const auto &detail = m_controller->detail();
    const bool ofShown = detail && detail->canUndo;
    const bool wasFocused = m_undo->hasFocus();
    if (last)
        m_text->setText(last->text);
    else if (ofShown)
        m_text->setText(tr("The newest decision about this prescriber"));
    setVisible(last || ofShown);
    m_undo->setEnabled(m_controller->canUndo());
    m_undo->setAccessibleName(tr("Undo: %1", "what").arg(m_text->text()));
    if (wasFocused && !isVisible())
        parentWidget()->setFocus();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::of(palette()).line);
}

} // namespace renewal::ui
