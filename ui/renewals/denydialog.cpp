// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/denydialog.h"

#include "models/items/triagetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int subjectsNamed = 8;
}

DenyDialog::DenyDialog(const QVector<Renewal> &renewals, QWidget *parent)
    : QDialog(parent)
    , m_reasons(new QListWidget(this))
    , m_note(new QPlainTextEdit(this))
    , m_deny(makeButton(tr("Deny %n", nullptr, static_cast<int>(renewals.size())), u"confirmDenyButton"_s,
                        ButtonKind::Danger, this))
    , m_reroute(makeButton(tr("Reroute instead…"), u"rerouteInsteadButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"denyDialog"_s);
    setWindowTitle(tr("Deny"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(items::subjectLines(renewals, subjectsNamed).join(u'\n'),
                                u"denySubjectsLabel"_s, FontRole::Strong, this));
    layout->addWidget(
        makeLabel(items::denialConsequence(renewals), u"denyConsequenceLabel"_s, FontRole::Body, this));
    layout->addWidget(makeQuietLabel(tr("Reason"), u"denyReasonLabel"_s, FontRole::Body, this));
    setupReasons();
    layout->addWidget(m_reasons, 1);
    layout->addWidget(
        makeQuietLabel(tr("Note (goes into the record)"), u"denyNoteLabel"_s, FontRole::Body, this));
    m_note->setObjectName(u"denialNoteEdit"_s);
    m_note->setAccessibleName(tr("Note (goes into the record)"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(this, 54));
    layout->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelDenyButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_reroute);
    buttons->addWidget(m_deny);
    layout->addLayout(buttons);
    for (QPushButton *button : {cancel, m_reroute, m_deny})
        button->setAutoDefault(true); // Enter presses the one that has the focus, and no other
    m_reroute->hide();
    m_reroute->setToolTip(tr("Another care team may be the right one: nobody has to ask again."));
    m_reroute->installEventFilter(this);
    m_deny->setEnabled(false); // a reason is chosen by a person, never by a default
    m_deny->installEventFilter(this);
    resize(scaled(this, 440), sizeHint().height());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_deny, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reroute, &QPushButton::clicked, this, [this] {
        const QString reason = rerouteReason();
        reject();
        emit rerouteWanted(reason);
    });
    m_reasons->setFocus();
}

void DenyDialog::setupReasons()
{
    m_reasons->setObjectName(u"denialReasonsList"_s);
    m_reasons->setAccessibleName(tr("Reason"));
    for (const DenialReason &reason : denialReasons()) {
        auto *item = new QListWidgetItem(reason.text, m_reasons);
        item->setData(Qt::UserRole, reason.code);
    }
    m_reasons->setMinimumHeight(m_reasons->sizeHintForRow(0) * m_reasons->count() + scaled(this, 6));
    m_reasons->installEventFilter(this);
    connect(m_reasons, &QListWidget::itemSelectionChanged, this, [this] {
        m_deny->setEnabled(!reason().isEmpty());
        showOffer();
    });
}

bool DenyDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (watched == m_reasons && takeKey(key))
        return true;
    // Enter held down does not go on from the list to the button and through it.
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    return ((watched == m_deny || watched == m_reroute) && isEnter && key->isAutoRepeat()) ||
           QDialog::eventFilter(watched, event);
}

bool DenyDialog::takeKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat() && m_deny->isEnabled())
            (m_reroute->isHidden() ? m_deny : m_reroute)->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        // Having the focus, the list is at its first row already: the first step chooses it.
        if (!reason().isEmpty())
            return false;
        m_reasons->setCurrentRow(0, QItemSelectionModel::ClearAndSelect);
        return true;
    default:
        return false;
    }
}

void DenyDialog::offerReroute()
{
    m_offersReroute = true;
    showOffer();
}

void DenyDialog::showOffer()
{
    m_reroute->setVisible(!rerouteReason().isEmpty());
}

QString DenyDialog::rerouteReason() const
{
    const auto chosen = denialReason(reason());
    return m_offersReroute && chosen ? chosen->rerouteReason : QString();
}

QString DenyDialog::reason() const
{
    const QList<QListWidgetItem *> chosen = m_reasons->selectedItems();
    return chosen.isEmpty() ? QString() : chosen.first()->data(Qt::UserRole).toString();
}

QString DenyDialog::note() const
{
    return m_note->toPlainText().trimmed();
}

} // namespace renewal::ui
