// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/threadcard.h"

#include "models/items/askingtexts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ThreadCard::ThreadCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Thread"), u"threadCard"_s, this))
    , m_text(makeLabel({}, u"threadLabel"_s, FontRole::Body, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("All that was asked and written about this renewal"));
    m_card->add(m_text);
    hide();
}

void ThreadCard::setThread(const QVector<ThreadEntry> &thread, const QTimeZone &zone)
{
    QStringList parts;
    for (const ThreadEntry &entry : thread) {
        const QString heading = items::threadHeading(entry, zone);
        parts += entry.text.isEmpty() ? heading : heading + u'\n' + entry.text.trimmed();
    }
    m_text->setText(parts.join(u"\n\n"_s));
    setVisible(thread.size() > 1);
}

} // namespace renewal::ui
