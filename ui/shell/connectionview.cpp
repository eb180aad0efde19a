// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionview.h"

#include "models/items/datetexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statusline.h"

#include <QApplication>

#include <utility>

namespace renewal::ui {

namespace {
constexpr int ageInterval = 1000;
}

ConnectionView::ConnectionView(ConnectionState *connection, const Clock *clock, const Places &places,
                               QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
    , m_places(places)
{
    connect(connection, &ConnectionState::stateChanged, this, &ConnectionView::show);
    connect(connection, &ConnectionState::contacted, this, &ConnectionView::showAge);
    connect(places.banner, &Banner::actionRequested, this, &ConnectionView::refreshWanted);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionView::showAge);
    m_timer.setInterval(ageInterval);
}

void ConnectionView::keepCounting()
{
    m_timer.start();
}

void ConnectionView::show()
{
    const bool away = m_connection->state() == ConnectionState::State::Away;
    const bool wasAway = std::exchange(m_wasAway, away);
    if (away)
        showAway();
    else
        m_places.banner->hide();
    // Old data looks old: its text fades, and returns with the service.
    QPalette faded = QApplication::palette();
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText})
        faded.setColor(role, faded.color(QPalette::Active, QPalette::PlaceholderText));
    m_places.content->setPalette(away ? faded : QPalette());
    showAge();
    if (wasAway && !away)
        emit refreshWanted();
}

void ConnectionView::showAway()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    QString text = tr("The service has not answered since %1.", "time of day")
                       .arg(items::clockTime(m_connection->since(), zone) + u' ' +
                            items::zoneName(m_connection->since(), zone));
    if (m_connection->lastContact().isValid())
        text += u' ' + tr("What you see is from %1.", "time of day")
                           .arg(items::clockTime(m_connection->lastContact(), zone));
    if (!m_connection->reason().isEmpty())
        text += u' ' + m_connection->reason();
    m_places.banner->showMessage(text, items::Tone::Caution, tr("Try now"));
}

void ConnectionView::showAge()
{
    switch (m_connection->state()) {
    case ConnectionState::State::Connecting:
        m_places.status->setConnection(tr("Connecting…"), items::Tone::Neutral);
        break;
    case ConnectionState::State::Online:
        m_places.status->setConnection(tr("Connected, updated %1", "how long ago")
                                           .arg(items::ago(m_connection->lastContact(), m_clock->now())),
                                       items::Tone::Good);
        break;
    case ConnectionState::State::Away:
        m_places.status->setConnection(
            tr("Away for %1", "duration").arg(items::duration(m_connection->since().secsTo(m_clock->now()))),
            items::Tone::Bad);
        break;
    }
}

} // namespace renewal::ui
