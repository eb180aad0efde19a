// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/resultline.h"

#include "models/items/triagetexts.h"
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

namespace {
constexpr int refusalsShown = 5;
}

ResultLine::ResultLine(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, u"triageResultLabel"_s, FontRole::Strong, this))
    , m_subjects(makeLabel({}, u"triageSubjectsLabel"_s, FontRole::Body, this))
    , m_undo(makeButton(tr("Undo"), u"undoTriageButton"_s, ButtonKind::Link, this))
    , m_cancel(makeButton(tr("Stop"), u"stopTriageButton"_s, ButtonKind::Link, this))
    , m_rest(makeButton({}, u"restTriageButton"_s, ButtonKind::Link, this))
    , m_details(makeButton({}, u"refusalsButton"_s, ButtonKind::Link, this))
    , m_close(makeButton(tr("Close"), u"closeResultButton"_s, ButtonKind::Link, this))
    , m_refusals(makeQuietLabel({}, u"refusalsLabel"_s, FontRole::Body, this))
{
    setObjectName(u"triageResultLine"_s);
    m_rest->setAccessibleName(tr("Go on with what was not reached"));
    m_details->setAccessibleName(tr("What stayed, and why"));
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 12);
    layout->setContentsMargins(side, scaled(this, 6), scaled(this, 8), scaled(this, 6));
    layout->setSpacing(scaled(this, 2));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(this, 4));
    line->addWidget(m_text);
    line->addWidget(m_undo);
    line->addWidget(m_cancel);
    line->addWidget(m_rest);
    line->addWidget(m_details);
    line->addStretch(1);
    line->addWidget(m_close);
    m_text->setWordWrap(false);
    layout->addLayout(line);
    layout->addWidget(m_subjects);
    layout->addWidget(m_refusals);
    connect(m_undo, &QPushButton::clicked, this, &ResultLine::undoRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ResultLine::cancelRequested);
    connect(m_rest, &QPushButton::clicked, this, &ResultLine::restRequested);
    connect(m_details, &QPushButton::clicked, this, [this] { showDetails(!m_refusals->isVisible()); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

QString ResultLine::text() const
{
    return m_text->text();
}

void ResultLine::setUndo(const QString &what, bool isPaused)
{
    // The bar tells what was done; after an undoing it says what comes next.
    m_undo->setText(m_isOfUndo ? tr("Undo the one before: %1", "1 approved").arg(what.section(u" ("_s, 0, 0))
                               : tr("Undo"));
    m_undo->setToolTip(tr("Takes back: %1 (Ctrl+Z)", "what was done").arg(what));
    m_undo->setAccessibleDescription(m_undo->toolTip());
    m_undo->setVisible(!what.isEmpty() && m_hasChanged);
    m_undo->setEnabled(!isPaused);
}

void ResultLine::showProgress(const QString &text)
{
    m_text->setText(text);
    m_cancel->show();
    m_rest->hide();
    m_undo->hide();
    m_details->hide();
    m_subjects->hide();
    m_refusals->hide();
    show();
    announce(this, text);
}

void ResultLine::showReport(const TriageReport &report)
{
    QString text = report.text;
    QStringList lines = items::refusalLines(report.refused, report.asked, refusalsShown);
    if (report.error) {
        text = report.changed.isEmpty() ? report.error->text
                                        : tr("%1, then it stopped: %2", "what was done, why it stopped")
                                              .arg(report.text, report.error->text);
    } else if (!report.refused.isEmpty()) {
        text = tr("%1. %n stayed", "what was done", static_cast<int>(report.refused.size())).arg(report.text);
    }
    m_text->setText(text);
    m_cancel->hide();
    m_rest->setText(tr("Go on with %n", "number of renewals", static_cast<int>(report.left)));
    m_rest->setVisible(report.left > 0);
    m_isOfUndo = report.isUndo;
    m_hasChanged = !report.changed.isEmpty();
    m_undo->setVisible(false); // setUndo() follows
    const QStringList told = report.subjects + report.notes;
    m_subjects->setText(told.join(u'\n'));
    m_subjects->setVisible(!told.isEmpty());
    m_refusals->setText(lines.join(u'\n'));
    m_details->setVisible(!lines.isEmpty());
    // One reason is told at once; a list of them on demand.
    showDetails(report.refused.size() == 1 || (report.changed.isEmpty() && !lines.isEmpty()));
    show();
    announce(this, (QStringList{text} + told + lines).join(u". "_s));
}

void ResultLine::showDetails(bool shown)
{
    m_refusals->setVisible(shown);
    m_details->setText(shown ? tr("Hide reasons") : tr("Show reasons"));
}

void ResultLine::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.stripe);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace renewal::ui
