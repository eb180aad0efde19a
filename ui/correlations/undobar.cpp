// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/undobar.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

UndoBar::UndoBar(CorrelationController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_about(makeQuietLabel({}, u"lastDecisionAboutLabel"_s, FontRole::Small, this))
    , m_text(makeLabel({}, u"lastDecisionLabel"_s, FontRole::Small, this))
    , m_undo(makeButton(tr("Undo"), u"undoButton"_s, ButtonKind::Plain, this))
{
    setObjectName(u"undoBar"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(this, 16), scaled(this, 8), scaled(this, 16), scaled(this, 8));
    layout->setSpacing(scaled(this, 8));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(scaled(this, 2));
    texts->addWidget(m_about);
    texts->addWidget(m_text);
    layout->addLayout(texts, 1);
    layout->addWidget(m_undo, 0, Qt::AlignVCenter);
    connect(m_undo, &QPushButton::clicked, controller, qOverload<>(&CorrelationController::undo));
    connect(controller, &CorrelationController::changed, this, &UndoBar::showState);
    showState();
}

bool UndoBar::isOfShown() const
{
    const LoggedDecision *last = m_controller->lastDecision();
    return last && last->isAbout(m_controller->prescriber());
}

/// Where the sentence below belongs: an old decision must not read like a new one, nor like one about
/// whoever is in sight.
QString UndoBar::aboutText() const
{
    const LoggedDecision *last = m_controller->lastDecision();
    if (!last)
        return {};
    QString text;
    if (!m_controller->takenBack().isEmpty())
        text = tr("Took back the decision about %1. The one before it:", "prescriber")
                   .arg(m_controller->takenBack());
    const auto &detail = m_controller->detail();
    if (isOfShown() || !detail)
        return text.isEmpty() ? tr("Your last decision:") : text;
    const QString shown = items::prescriberName(detail->summary.prescriber);
    return text.isEmpty() ? tr("Your last decision, not about %1:", "the prescriber in sight").arg(shown)
                          : text;
}

void UndoBar::showState()
{
    const LoggedDecision *last = m_controller->lastDecision();
    const auto &detail = m_controller->detail();
    const bool ofShown = detail && detail->canUndo;
    const bool wasFocused = m_undo->hasFocus();
    QString name;
    if (last) {
        m_text->setText(last->text);
        name = last->parts.isEmpty() ? last->name
                                     : CorrelationController::tr("%Ln prescriber(s)", nullptr,
                                                                 static_cast<int>(last->parts.size()));
    } else if (ofShown) {
        name = items::prescriberName(detail->summary.prescriber);
        m_text->setText(tr("The newest decision about %1", "prescriber").arg(name));
    }
    m_about->setText(aboutText());
    m_about->setVisible(last);
    setVisible(last || ofShown);
    m_undo->setEnabled(m_controller->canUndo());
    m_undo->setAccessibleName(tr("Undo: %1", "what").arg(m_text->text()));
    m_undo->setToolTip(last && !last->parts.isEmpty()
                           ? tr("Take back the decisions about %1 (Ctrl+Z)", "several prescribers").arg(name)
                           : tr("Take back the decision about %1 (Ctrl+Z)", "prescriber").arg(name));
    if (wasFocused && !isVisible())
        parentWidget()->setFocus();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::of(palette()).line);
}

} // namespace renewal::ui
