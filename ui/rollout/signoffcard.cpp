// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/signoffcard.h"

#include "ui/rollout/signoffrow.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

SignOffCard::SignOffCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Go or no-go"), u"signOffCard"_s, this))
    , m_hint(makeQuietLabel({}, u"signOffHintLabel"_s, FontRole::Small, m_card))
{
    setObjectName(u"signOffPane"_s);
    m_card->add(m_hint);
    setBusy(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    hide();
}

void SignOffCard::addRow()
{
    const qsizetype number = m_rows.size();
    auto *row = new SignOffRow(u"signOff%1Check"_s.arg(number), m_card);
    m_card->add(row);
    connect(row, &QAbstractButton::clicked, this, [this, number] {
        if (!m_busy && number < m_signOffs.size())
            emit changeWanted(m_signOffs[number]);
    });
    m_rows.append(row);
}

void SignOffCard::setSignOffs(const QVector<SignOff> &signOffs)
{
    m_signOffs = signOffs;
    while (m_rows.size() < signOffs.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < signOffs.size();
        m_rows[i]->setVisible(used);
        if (used)
            m_rows[i]->setSignOff(signOffs[i]);
    }
    if (!signOffs.isEmpty())
        m_card->setTitle(tr("Go or no-go for stage %1", "name of a stage").arg(signOffs.first().stage));
    setVisible(!signOffs.isEmpty());
}

void SignOffCard::setBusy(bool busy)
{
    // Not disabled: that would take the keyboard away from the row.
    m_busy = busy;
    m_hint->setText(busy ? tr("Sending…") : tr("Choose a line to sign off, or to take it back."));
}

} // namespace renewal::ui
