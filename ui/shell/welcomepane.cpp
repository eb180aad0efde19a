// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcomepane.h"

#include "ui/widgets/accessibility.h"
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

WelcomePane::WelcomePane(QWidget *parent)
    : QWidget(parent)
    , m_import(makeButton(tr("Import files…"), u"welcomeImportButton"_s, ButtonKind::Primary, this))
    , m_demo(makeButton(tr("Load demo data…"), u"welcomeDemoButton"_s, ButtonKind::Plain, this))
    , m_work(makeQuietLabel({}, u"welcomeWorkLabel"_s, FontRole::Body, this))
{
    setObjectName(u"welcomePane"_s);
    QLabel *title = makeLabel(tr("Nothing here yet"), u"welcomeTitleLabel"_s, FontRole::Title, this);
    QLabel *text =
        makeQuietLabel(tr("Renewals, prescribers and care teams come from files: exports of VA.gov, "
                          "My HealtheVet or FHIR, as they are. You may also drop them on this "
                          "window. To look around first, load made-up data."),
                       u"welcomeTextLabel"_s, FontRole::Body, this);
    // A column of its own: only so do wrapped texts get the height they need.
    auto *column = new QWidget(this);
    column->setFixedWidth(scaled(this, 460));
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(scaled(this, 10));
    layout->addStretch(2);
    for (QLabel *label : {title, text, m_work})
        label->setAlignment(Qt::AlignHCenter);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(scaled(this, 8));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(this, 8));
    buttons->addStretch(1);
    buttons->addWidget(m_import);
    buttons->addWidget(m_demo);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(m_work);
    layout->addStretch(3);
    auto *centred = new QHBoxLayout(this);
    centred->addStretch(1);
    centred->addWidget(column);
    centred->addStretch(1);
    connect(m_import, &QPushButton::clicked, this, &WelcomePane::importRequested);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePane::demoRequested);
}

void WelcomePane::setCanLoadDemo(bool can)
{
    m_demo->setVisible(can);
}

void WelcomePane::showWork(const QString &text, bool isWorking)
{
    m_import->setEnabled(!isWorking);
    m_demo->setEnabled(!isWorking);
    m_work->setText(text);
    announce(m_work, text);
}

void WelcomePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_import->setFocus();
}

void WelcomePane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).panel);
}

} // namespace renewal::ui
