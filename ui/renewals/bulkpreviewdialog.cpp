// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/bulkpreviewdialog.h"

#include "models/items/triagetexts.h"
#include "ui/renewals/triagecontroller.h"
#include "ui/renewals/viewgatherer.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int subjectsNamed = 12;
}

BulkPreviewDialog::BulkPreviewDialog(const TriageRequest &request, QWidget *parent)
    : QDialog(parent)
    , m_request(request)
    , m_heading(makeLabel(tr("Reading the view…"), u"bulkHeadingLabel"_s, FontRole::Heading, this))
    , m_subjects(makeLabel({}, u"bulkSubjectsLabel"_s, FontRole::Body, this))
    , m_others(makeQuietLabel({}, u"bulkOthersLabel"_s, FontRole::Body, this))
    , m_run(makeButton(tr("Wait"), u"confirmBulkButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"bulkPreviewDialog"_s);
    setWindowTitle(items::actionName(request.action));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    for (QLabel *label : {m_heading, m_subjects, m_others})
        layout->addWidget(label);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelBulkButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_run);
    layout->addLayout(buttons);
    for (QPushButton *button : {cancel, m_run})
        button->setAutoDefault(true); // Enter presses the one that has the focus
    m_run->setEnabled(false);
    m_run->installEventFilter(this);
    resize(scaled(this, 480), scaled(this, 320));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

void BulkPreviewDialog::setPlan(const items::TriagePlan &plan)
{
    m_plan = plan;
    const QString doing = items::actionName(m_request.action);
    const QString figure = QLocale().toString(plan.fitting.size());
    m_heading->setText(items::bulkHeading(plan));
    m_subjects->setText(items::subjectLines(plan.fitting, subjectsNamed).join(u'\n'));
    m_others->setText(items::othersText(plan));
    m_run->setText(tr("%1 %2", "Route 31").arg(doing, figure));
    m_run->setEnabled(plan.isPossible());
    if (plan.isPossible())
        m_run->setFocus();
    announce(this, m_heading->text() + u". "_s + m_others->text());
}

void BulkPreviewDialog::gather(RenewalsGateway *gateway, const RenewalQuery &query)
{
    auto *gatherer = new ViewGatherer(gateway, query, this);
    connect(gatherer, &ViewGatherer::progressed, this, [this](qint64 done, qint64 all) {
        m_heading->setText(tr("Reading the view: %1 of %2")
                               .arg(QLocale().toString(done), QLocale().toString(std::max(done, all))));
    });
    connect(gatherer, &ViewGatherer::gathered, this, [this](const QVector<Renewal> &renewals) {
        setPlan(items::planTriage(m_request.action, renewals));
    });
    connect(gatherer, &ViewGatherer::failed, this,
            [this](const Error &error) { m_heading->setText(error.text); });
    gatherer->start();
}

/// Enter, held down since the dialog was asked for, does not go through it.
bool BulkPreviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_run && event->type() == QEvent::KeyPress &&
        static_cast<const QKeyEvent *>(event)->isAutoRepeat())
        return true;
    return QDialog::eventFilter(watched, event);
}

void runOrPreview(TriageController *controller, const TriageRequest &request, const items::TriagePlan &plan,
                  QWidget *place)
{
    if (!items::wantsPreview(request.action, plan.fitting)) {
        controller->run(request, plan.fitting);
        return;
    }
    auto *dialog = new BulkPreviewDialog(request, place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setPlan(plan);
    QObject::connect(dialog, &QDialog::accepted, controller,
                     [controller, request, dialog] { controller->run(request, dialog->fitting()); });
    dialog->open();
}

} // namespace renewal::ui
