// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/noticecard.h"

#include "models/items/datetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// The worst come first; more at a time would be read by nobody.
constexpr qsizetype mostNotices = 3;
} // namespace

NoticeCard::NoticeCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Look at this"), u"noticeCard"_s, this))
{
    setObjectName(u"noticePane"_s);
    m_card->setTone(items::Tone::Bad);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    hide();
}

void NoticeCard::addRow()
{
    const qsizetype number = m_rows.size();
    Row row{makeLabel({}, u"notice%1Label"_s.arg(number), FontRole::Body, m_card),
            makeButton(tr("Open correlations"), u"openCorrelations%1Button"_s.arg(number), ButtonKind::Plain,
                       m_card)};
    auto *line = new QWidget(m_card);
    line->setObjectName(u"notice%1Line"_s.arg(number));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->addWidget(row.open);
    layout->addStretch(1);
    m_card->add(row.text);
    m_card->add(line);
    connect(row.open, &QPushButton::clicked, this,
            [this, number] { emit correlationsWanted(m_notices.value(number).station); });
    m_rows.append(row);
}

void NoticeCard::setNotices(const QVector<RolloutNotice> &notices)
{
    m_notices = notices.mid(0, mostNotices);
    while (m_rows.size() < m_notices.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < m_notices.size();
        m_rows[i].text->setVisible(used);
        m_rows[i].open->parentWidget()->setVisible(used);
        if (!used)
            continue;
        const RolloutNotice &notice = m_notices[i];
        m_rows[i].text->setText(notice.text);
        m_rows[i].open->setAccessibleName(tr("Open correlations of station %1").arg(notice.station));
        m_rows[i].open->setVisible(!notice.station.isEmpty());
        if (notice.since.isValid())
            m_rows[i].text->setToolTip(
                tr("Since %1", "time").arg(items::zonedTime(notice.since, QTimeZone::systemTimeZone())));
    }
    setVisible(!m_notices.isEmpty());
}

} // namespace renewal::ui
