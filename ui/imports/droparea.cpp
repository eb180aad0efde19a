// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/droparea.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

DropArea::DropArea(const QString &title, const QString &hint, const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 24);
    layout->setContentsMargins(side, side, side, side);
    layout->setSpacing(scaled(this, 6));
    layout->addStretch(1);
    QLabel *titleLabel = makeLabel(title, u"dropTitleLabel"_s, FontRole::Heading, this);
    QLabel *hintLabel = makeQuietLabel(hint, u"dropHintLabel"_s, FontRole::Body, this);
    for (QLabel *label : {titleLabel, hintLabel}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(scaled(this, 10));
    layout->addStretch(1);
}

void DropArea::add(QWidget *widget)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, widget, 0, Qt::AlignHCenter);
}

void DropArea::setHot(bool hot)
{
    m_hot = hot;
    update();
}

void DropArea::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_hot ? theme.accent : theme.textFaint, m_hot ? 2 : 1.4, Qt::CustomDashLine);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(m_hot ? theme.accentFill : theme.stripe);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 9, 9);
}

} // namespace renewal::ui
