// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/approvedialog.h"

#include "models/gateway/await.h"
#include "models/items/triagetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ApproveDialog::ApproveDialog(RenewalsGateway *gateway, const Renewal &renewal, QWidget *parent)
    : QDialog(parent)
    , m_grid(new QGridLayout)
    , m_formerDrug(makeQuietLabel({}, u"formerDrugLabel"_s, FontRole::Body, this))
    , m_formerSig(makeQuietLabel({}, u"formerSigLabel"_s, FontRole::Body, this))
    , m_formerQuantity(makeQuietLabel({}, u"formerQuantityLabel"_s, FontRole::Body, this))
    , m_formerRefills(makeQuietLabel({}, u"formerRefillsLabel"_s, FontRole::Body, this))
    , m_drug(new QLineEdit(this))
    , m_sig(new QPlainTextEdit(this))
    , m_quantity(new QLineEdit(this))
    , m_refills(new QSpinBox(this))
    , m_gates(makeLabel({}, u"approveGatesLabel"_s, FontRole::Body, this))
    , m_whyLabel(makeQuietLabel(tr("Why it is approved all the same (goes into the record)"),
                                u"overrideReasonLabel"_s, FontRole::Body, this))
    , m_why(new QLineEdit(this))
    , m_outcome(makeLabel({}, u"approveOutcomeLabel"_s, FontRole::Strong, this))
    , m_approve(makeButton(tr("Approve"), u"confirmApproveButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"approveDialog"_s);
    setWindowTitle(tr("Approve"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(items::subjectLines({renewal}, 1).join(u'\n'), u"approveSubjectLabel"_s,
                                FontRole::Strong, this));
    layout->addLayout(m_grid);
    setupFields();
    // A window that grows while it is being placed may land in a corner of the screen.
    setupGates(!renewal.verdict.renewable);
    layout->addWidget(m_gates);
    layout->addWidget(m_whyLabel);
    layout->addWidget(m_why);
    layout->addWidget(m_outcome);
    layout->addWidget(makeQuietLabel(tr("The order itself is entered in the record system; here stands what "
                                        "was decided. You can undo it."),
                                     u"approveHintLabel"_s, FontRole::Body, this));
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelApproveButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_approve);
    layout->addLayout(buttons);
    m_approve->setDefault(true);
    setMinimumWidth(scaled(this, 640));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_approve, &QPushButton::clicked, this, &QDialog::accept);
    showOutcome();
    await(gateway->renewal(renewal.id), this, [this](const Result<RenewalDetail> &detail) { take(detail); });
}

void ApproveDialog::addRow(int row, const QString &name, QLabel *former, QWidget *field,
                           const QString &objectName)
{
    QLabel *label = makeLabel(name, objectName + u"Label"_s, FontRole::Body, this);
    label->setBuddy(field);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->installEventFilter(this);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(former, row, 1);
    m_grid->addWidget(field, row, 2);
}

void ApproveDialog::setupFields()
{
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->setHorizontalSpacing(scaled(this, 10));
    m_grid->addWidget(makeQuietLabel(tr("Before"), u"approveBeforeLabel"_s, FontRole::Body, this), 0, 1);
    m_grid->addWidget(makeQuietLabel(tr("Now"), u"approveNowLabel"_s, FontRole::Body, this), 0, 2);
    addRow(1, tr("Medication"), m_formerDrug, m_drug, u"approveDrugEdit"_s);
    addRow(2, tr("Instructions"), m_formerSig, m_sig, u"approveSigEdit"_s);
    addRow(3, tr("Count"), m_formerQuantity, m_quantity, u"approveQuantityEdit"_s);
    addRow(4, tr("Refills"), m_formerRefills, m_refills, u"approveRefillsSpin"_s);
    m_drug->setMaxLength(RenewalOrder::longestText);
    m_sig->setTabChangesFocus(true);
    m_sig->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_sig->setFixedHeight(3 * fontMetrics().lineSpacing() + scaled(this, 16)); // as long as most of them are
    m_refills->setRange(0, RenewalOrder::mostRefills);
    for (QLineEdit *edit : {m_drug, m_quantity, m_why})
        connect(edit, &QLineEdit::textChanged, this, &ApproveDialog::showOutcome);
    connect(m_sig, &QPlainTextEdit::textChanged, this, &ApproveDialog::showOutcome);
    connect(m_refills, &QSpinBox::valueChanged, this, &ApproveDialog::showOutcome);
    m_quantity->setFocus();
}

void ApproveDialog::setupGates(bool isLikelyRefused)
{
    m_why->setObjectName(u"overrideReasonEdit"_s);
    m_why->setAccessibleName(m_whyLabel->text());
    m_why->setMaxLength(GateOverride::longestReason);
    m_whyLabel->setBuddy(m_why);
    m_why->installEventFilter(this);
    showWhy(isLikelyRefused);
    m_gates->setText(tr("Looking…"));
}

void ApproveDialog::showWhy(bool isAsked)
{
    m_whyLabel->setVisible(isAsked);
    m_why->setVisible(isAsked);
}

void ApproveDialog::take(const Result<RenewalDetail> &detail)
{
    if (!detail) {
        m_gates->setText(detail.error().text);
        return;
    }
    m_isKnown = true;
    m_former = detail->former;
    m_drug->setText(m_former.drug);
    m_sig->setPlainText(m_former.sig);
    m_quantity->setText(m_former.quantity ? quantityText(*m_former.quantity) : QString());
    m_refills->setValue(std::clamp(m_former.refills.value_or(0), 0, RenewalOrder::mostRefills));
    m_drug->setCursorPosition(0); // a long name is read from its beginning
    m_quantity->selectAll();
    showFormer();
    showGates(*detail);
    showOutcome();
}

void ApproveDialog::showFormer()
{
    const QString unknown = tr("not known");
    m_formerDrug->setText(m_former.drug.isEmpty() ? unknown : m_former.drug);
    m_formerSig->setText(m_former.sig.isEmpty() ? unknown : m_former.sig);
    m_formerQuantity->setText(m_former.quantity ? quantityText(*m_former.quantity) : unknown);
    m_formerRefills->setText(m_former.refills ? QString::number(*m_former.refills) : unknown);
}

void ApproveDialog::showGates(const RenewalDetail &detail)
{
    showWhy(detail.renewable != true);
    if (detail.renewable == true) {
        m_gates->setText(tr("It passes every check."));
        return;
    }
    const bool isKnown = detail.renewable == false;
    m_gate = isKnown ? detail.gate : QString::fromLatin1(notFullyChecked);
    m_gates->setText(isKnown ? tr("It does not pass its checks: %1", "why").arg(detail.verdictText)
                             : tr("Not fully checked: what was delivered does not tell whether it may be "
                                  "renewed."));
}

RenewalOrder ApproveDialog::order() const
{
    bool isNumber = false;
    const double quantity = m_quantity->text().trimmed().toDouble(&isNumber);
    return {m_drug->text().trimmed(), m_sig->toPlainText().simplified(),
            isNumber ? std::optional(quantity) : std::nullopt, m_refills->value()};
}

std::optional<GateOverride> ApproveDialog::gateOverride() const
{
    return m_gate.isEmpty() ? std::nullopt : std::optional(GateOverride{m_gate, m_why->text().trimmed()});
}

void ApproveDialog::showOutcome()
{
    const RenewalOrder given = order();
    const QString fault = m_isKnown ? orderFault(given, m_former) : QString();
    const bool isReasonMissing = !m_gate.isEmpty() && m_why->text().trimmed().isEmpty();
    m_approve->setEnabled(m_isKnown && fault.isEmpty() && !isReasonMissing);
    if (!m_isKnown || !fault.isEmpty()) {
        m_outcome->setText(fault);
        m_approve->setText(tr("Approve"));
        return;
    }
    switch (outcomeOf(m_former, given)) {
    case RenewalOutcome::ApprovedWithChanges:
        m_outcome->setText(tr("It will be approved with changes: another count or number of refills."));
        m_approve->setText(tr("Approve with changes"));
        break;
    case RenewalOutcome::Replaced:
        m_outcome->setText(tr("The order will be replaced: another medication or other instructions."));
        m_approve->setText(tr("Replace"));
        break;
    case RenewalOutcome::Approved:
    case RenewalOutcome::Denied:
    case RenewalOutcome::Duplicate:
    case RenewalOutcome::Withdrawn:
        m_outcome->setText(tr("It will be approved as it was."));
        m_approve->setText(tr("Approve"));
        break;
    }
}

/// The key that opened the dialog, held down, does not go through it.
bool ApproveDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->isAutoRepeat() && (isEnter || !key->text().isEmpty()))
            return true;
        if (isEnter && watched == m_sig) { // instructions are one line, however many rows they take
            m_approve->click();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace renewal::ui
