// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/chosenstrip.h"

#include "models/items/triagetexts.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int subjectsShown = 4;
}

ChosenStrip::ChosenStrip(QWidget *parent)
    : QWidget(parent)
    , m_count(makeLabel({}, u"chosenCountLabel"_s, FontRole::Strong, this))
    , m_other(new Chip(u"chosenOtherChip"_s, this))
    , m_untick(makeButton(tr("Untick"), u"untickButton"_s, ButtonKind::Link, this))
    , m_subjects(makeLabel({}, u"chosenSubjectsLabel"_s, FontRole::Body, this))
{
    setObjectName(u"chosenStrip"_s);
    m_untick->setToolTip(tr("Unticks all (Escape in the list)"));
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 14);
    layout->setContentsMargins(side, scaled(this, 6), scaled(this, 8), scaled(this, 6));
    layout->setSpacing(scaled(this, 2));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(this, 6));
    line->addWidget(m_count);
    line->addWidget(m_other);
    line->addStretch(1);
    line->addWidget(m_untick);
    m_count->setWordWrap(false);
    layout->addLayout(line);
    layout->addWidget(m_subjects);
    connect(m_untick, &QPushButton::clicked, this, &ChosenStrip::untickRequested);
    hide();
}

void ChosenStrip::setChosen(const QVector<Renewal> &chosen, bool areTicked, RenewalId shown)
{
    setVisible(areTicked || chosen.size() > 1);
    if (isHidden()) {
        m_told.clear();
        return;
    }
    const int count = static_cast<int>(chosen.size());
    const bool isOther =
        std::ranges::none_of(chosen, [shown](const Renewal &renewal) { return renewal.id == shown; });
    m_count->setText(areTicked ? tr("%n ticked", nullptr, count) : tr("%n of this patient", nullptr, count));
    m_other->setState(isOther ? tr("Not the one shown") : QString(), items::Tone::Caution);
    m_other->setToolTip(tr("The buttons below are for what is ticked. The renewal shown above is not."));
    m_untick->setVisible(areTicked);
    m_subjects->setText(items::subjectLines(chosen, subjectsShown).join(u'\n'));
    const QString told = isOther ? m_count->text() + u". "_s + m_other->text() : m_count->text();
    if (told != m_told) {
        m_told = told;
        announce(this, told + u". "_s + m_subjects->text());
    }
}

void ChosenStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.stripe);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace renewal::ui
