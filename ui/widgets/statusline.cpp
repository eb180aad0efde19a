// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusline.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// Ends in dots where the text does not fit; text() is the whole.
class ElidedLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
};
} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_connection(makeQuietLabel({}, u"connectionLabel"_s, FontRole::Small, this))
    , m_service(makeQuietLabel({}, u"serviceLabel"_s, FontRole::Small, this))
    , m_size(makeQuietLabel({}, u"sizeLabel"_s, FontRole::Small, this))
    , m_result(new ElidedLabel(this))
    , m_masked(makeQuietLabel(tr("Names masked, F8 reveals"), u"maskedLabel"_s, FontRole::Small, this))
{
    setObjectName(u"statusLine"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(this, 30), scaled(this, 4), scaled(this, 16), scaled(this, 4));
    layout->setSpacing(scaled(this, 18));
    for (QLabel *label : {m_connection, m_service, m_size, m_result, m_masked})
        label->setWordWrap(false);
    layout->addWidget(m_connection);
    layout->addWidget(m_service);
    layout->addWidget(m_size);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_masked);
    m_result->setObjectName(u"resultLabel"_s);
    m_result->setFont(roleFont(FontRole::Small));
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_result->setMinimumWidth(0);
    m_result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void StatusLine::setConnection(const QString &text, items::Tone tone)
{
    m_connection->setText(text);
    if (m_tone != tone) {
        m_tone = tone;
        announce(m_connection, text);
    }
    m_connection->setAccessibleName(text);
    update();
}

void StatusLine::setService(const QString &text)
{
    m_service->setText(text);
    fit();
}

void StatusLine::setSize(const QString &text)
{
    m_size->setText(text);
    fit();
}

void StatusLine::setResult(const QString &text)
{
    m_result->setText(text);
    m_result->setToolTip(text);
    fit();
    if (!text.isEmpty())
        announce(m_result, text);
}

QSize StatusLine::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    return {m_connection->minimumSizeHint().width() + margins.left() + margins.right(),
            layout()->minimumSize().height()};
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In a narrow window, or with large text, whole facts go instead of parts of words; the result needs room,
/// too.
void StatusLine::fit()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_connection->sizeHint().width();
    if (!m_result->text().isEmpty())
        room -= scaled(this, 260);
    for (QLabel *label : {m_masked, m_service, m_size}) {
        room -= label->sizeHint().width() + layout()->spacing();
        label->setVisible(!label->text().isEmpty() && room >= 0);
    }
}

QString StatusLine::connectionText() const
{
    return m_connection->text();
}

QString StatusLine::resultText() const
{
    return m_result->text();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tone(m_tone).ink);
    const double size = scaled(this, 8);
    painter.drawEllipse(QRectF(scaled(this, 16), (height() - size) / 2, size, size));
}

} // namespace renewal::ui
