// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsdialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const QString &title, const QStringList &paragraphs,
                                 const QList<Section> &sections, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(title);
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    for (const QString &paragraph : paragraphs) {
        QLabel *label = makeLabel(paragraph, u"helpTextLabel"_s, FontRole::Body, this);
        label->setContentsMargins(0, 0, 0, scaled(this, 6));
        grid->addWidget(label, grid->rowCount(), 0, 1, 2);
    }
    grid->setHorizontalSpacing(scaled(this, 24));
    grid->setVerticalSpacing(scaled(this, 5));
    grid->setColumnStretch(1, 1);
    for (const Section &section : sections)
        addSection(grid, section);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"shortcutsScroll"_s);
    scroll->setAccessibleName(tr("Shortcuts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    QPushButton *close = makeButton(tr("Close"), u"closeShortcutsButton"_s, ButtonKind::Primary, this);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(scaled(this, 440), scaled(this, 560));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

void ShortcutsDialog::addSection(QGridLayout *grid, const Section &section)
{
    if (section.actions.isEmpty())
        return;
    QLabel *title = makeLabel(section.title, u"shortcutSectionLabel"_s, FontRole::Card, this);
    title->setContentsMargins(0, grid->rowCount() > 1 ? scaled(this, 10) : 0, 0, 0);
    grid->addWidget(title, grid->rowCount(), 0, 1, 2);
    for (const QAction *action : section.actions) {
        if (action->shortcuts().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys += key.toString(QKeySequence::NativeText);
        const int row = grid->rowCount();
        QLabel *keyLabel = makeQuietLabel(keys.join(u", "), u"shortcutKeyLabel"_s, FontRole::Body, this);
        QLabel *textLabel = makeLabel(action->text(), u"shortcutTextLabel"_s, FontRole::Body, this);
        keyLabel->setWordWrap(false);
        grid->addWidget(keyLabel, row, 0, Qt::AlignTop);
        grid->addWidget(textLabel, row, 1, Qt::AlignTop);
    }
}

} // namespace renewal::ui
