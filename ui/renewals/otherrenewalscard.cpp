// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/otherrenewalscard.h"

#include "models/items/renewalfacts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/typography.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownAtFirst = 4;
}

OtherRenewalsCard::OtherRenewalsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Other renewals of this patient"), u"otherRenewalsCard"_s, this))
    , m_list(new QListWidget(m_card))
    , m_fold(makeButton({}, u"otherRenewalsFoldButton"_s, ButtonKind::Link, m_card))
{
    setObjectName(u"otherRenewalsPart"_s);
    m_list->setObjectName(u"otherRenewalsList"_s);
    m_list->setAccessibleName(tr("Other renewals of this patient"));
    m_list->setAccessibleDescription(tr("Enter shows one of them"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_card->setCorner(m_fold);
    m_card->add(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { emit renewalWanted({item->data(Qt::UserRole).toLongLong()}); });
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        fold();
    });
    hide();
}

void OtherRenewalsCard::setRenewals(const QVector<Renewal> &renewals, const QDateTime &now,
                                    const QTimeZone &zone)
{
    const int row = m_list->currentRow();
    const bool isSame = m_list->count() == renewals.size();
    m_list->clear();
    for (const Renewal &renewal : renewals) {
        const QString text = items::otherRenewalText(renewal, now, zone);
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, renewal.id.value);
        item->setToolTip(text);
        item->setData(Qt::AccessibleTextRole, QString(text).replace(u'\n', u", "_s));
        item->setSizeHint({0, 2 * m_list->fontMetrics().lineSpacing() + scaled(m_list, 8)});
    }
    if (isSame)
        m_list->setCurrentRow(row); // a refresh takes nobody's place away
    else
        m_isOpen = false;
    setVisible(!renewals.isEmpty());
    fold();
}

void OtherRenewalsCard::fold()
{
    const int rows = m_isOpen ? m_list->count() : std::min(m_list->count(), shownAtFirst);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->setRowHidden(i, i >= rows);
    m_list->setFixedHeight(rows * (2 * m_list->fontMetrics().lineSpacing() + scaled(m_list, 8)));
    m_fold->setVisible(m_list->count() > shownAtFirst);
    m_fold->setText(m_isOpen ? tr("Show fewer") : tr("Show all %n", nullptr, m_list->count()));
}

} // namespace renewal::ui
