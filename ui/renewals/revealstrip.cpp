// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/revealstrip.h"

#include "models/gateway/await.h"
#include "models/items/queuegroups.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textdialog.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RevealStrip::RevealStrip(RenewalsGateway *gateway, const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_name(makeLabel({}, u"revealedNameLabel"_s, FontRole::Strong, this))
    , m_time(makeQuietLabel({}, u"revealedTimeLabel"_s, FontRole::Small, this))
    , m_hide(makeButton(tr("Hide now"), u"concealButton"_s, ButtonKind::Link, this))
{
    setObjectName(u"revealStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(this, 10), scaled(this, 7), scaled(this, 6), scaled(this, 7));
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(m_name);
    lines->addWidget(m_time);
    layout->addLayout(lines, 1);
    layout->addWidget(m_hide);
    m_end.setSingleShot(true);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &RevealStrip::countDown);
    connect(&m_end, &QTimer::timeout, this, &RevealStrip::conceal);
    connect(m_hide, &QPushButton::clicked, this, &RevealStrip::conceal);
    hide();
}

void RevealStrip::ask(const Renewal &renewal, QWidget *place)
{
    auto *dialog = new TextDialog({u"revealDialog"_s, tr("Reveal the patient"),
                                   tr("Name and key of this patient are shown for one minute. Your name and "
                                      "the reason go into the record."),
                                   tr("Reason"), tr("Reveal")},
                                  place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, renewal] { reveal(renewal, dialog->text()); });
    dialog->open();
}

void RevealStrip::reveal(const Renewal &renewal, const QString &reason)
{
    conceal();
    m_patient = items::QueueGroups::keyOf(renewal);
    const quint64 generation = ++m_generation;
    await(m_gateway->reveal(renewal.id, reason), this,
          [this, generation](const Result<RevealedPatient> &patient) {
              if (generation != m_generation)
                  return;
              if (patient)
                  show(*patient);
              else
                  emit failed(patient.error().text);
          });
}

void RevealStrip::follow(const Renewal &renewal)
{
    if (!m_patient.isEmpty() && items::QueueGroups::keyOf(renewal) != m_patient)
        conceal();
}

void RevealStrip::show(const RevealedPatient &patient)
{
    m_name->setText(patient.name.isEmpty()
                        ? tr("Name not known, key %1").arg(patient.patientKey)
                        : tr("%1, key %2", "name, patient key").arg(patient.name, patient.patientKey));
    m_until = m_clock->now().addSecs(m_lifetime);
    m_end.start(m_lifetime * 1000);
    m_second.start();
    countDown();
    setVisible(true);
    announce(this, tr("The name is shown for %n second(s).", nullptr, m_lifetime));
}

void RevealStrip::countDown()
{
    const qint64 left = m_clock->now().secsTo(m_until);
    if (left <= 0)
        conceal();
    else
        m_time->setText(tr("Hidden again in %n second(s)", nullptr, static_cast<int>(left)));
}

void RevealStrip::conceal()
{
    ++m_generation; // an answer that is still on its way is not shown
    m_second.stop();
    m_end.stop();
    m_patient.clear();
    m_name->clear();
    m_time->clear();
    hide();
}

void RevealStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.caution);
    painter.setBrush(theme.cautionFill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace renewal::ui
