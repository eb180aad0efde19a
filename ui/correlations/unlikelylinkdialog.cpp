// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/unlikelylinkdialog.h"

#include "models/correlation/counterfactual.h"
#include "models/items/datetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

UnlikelyLinkDialog::UnlikelyLinkDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"unlikelyLinkDialog"_s);
    setWindowTitle(tr("An unlikely care team"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(
        tr("Link %1 to %2?", "prescriber, care team").arg(question.prescriber, question.careTeam.trimmed()),
        u"unlikelyTitleLabel"_s, FontRole::Heading, this));
    const QString why = doubt(question.probability, question.noneProbability);
    const QString then = consequence(question);
    layout->addWidget(makeLabel(why, u"unlikelyDoubtLabel"_s, FontRole::Body, this));
    layout->addWidget(makeLabel(then, u"unlikelyConsequenceLabel"_s, FontRole::Body, this));
    setAccessibleDescription(why + u' ' + then);
    const int releases = question.releases ? static_cast<int>(*question.releases) : 0;
    QPushButton *link = makeButton(releases > 0 ? tr("Link and release %n", "number of renewals", releases)
                                                : tr("Link all the same"),
                                   u"confirmUnlikelyButton"_s, ButtonKind::Plain, this);
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelUnlikelyButton"_s, ButtonKind::Primary, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(link);
    buttons->addWidget(cancel);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(link, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setDefault(true);
    cancel->setFocus();
    resize(scaled(this, 460), sizeHint().height());
}

bool UnlikelyLinkDialog::isNeeded(double probability)
{
    return probability < correlation::evenProbability;
}

QString UnlikelyLinkDialog::doubt(double probability, double noneProbability)
{
    const QString figure = items::percent(probability);
    return noneProbability > probability
               ? tr("Matching gives this care team %1, and %2 to none of the candidates: it is more likely "
                    "wrong than right.",
                    "two percentages")
                     .arg(figure, items::percent(noneProbability))
               : tr("Matching gives this care team %1: it is more likely wrong than right.", "a percentage")
                     .arg(figure);
}

QString UnlikelyLinkDialog::consequence(const Question &question)
{
    if (!question.releases)
        return tr("The waiting renewals and all later ones would go to this team.");
    if (*question.releases == 0)
        return tr("No renewal is waiting; all later ones would go to this team.");
    return tr("%n waiting renewal(s) and all later ones would go to this team.", nullptr,
              static_cast<int>(*question.releases));
}

} // namespace renewal::ui
