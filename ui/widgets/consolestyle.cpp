// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/consolestyle.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/fieldpainting.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// The field of a box that opens or counts; the box has the frame.
bool isPartOfABox(const QWidget *field)
{
    const QWidget *box = field ? field->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(box) || qobject_cast<const QAbstractSpinBox *>(box);
}

/// The number, and beside it the two steps, one above the other.
QRect spinBoxPart(const QStyleOptionComplex *option, QStyle::SubControl part, const QWidget *widget)
{
    const QRect whole = option->rect;
    const int wide = scaled(widget, 22);
    const QRect steps(whole.right() + 1 - wide, whole.top() + 2, wide, whole.height() - 4);
    const QRect upper(steps.topLeft(), QSize(wide, steps.height() / 2));
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option->direction, whole, rect); };
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return placed(upper);
    case QStyle::SC_SpinBoxDown:
        return placed(upper.translated(0, upper.height()));
    case QStyle::SC_SpinBoxEditField:
        return placed(whole.adjusted(2, 2, -wide, -2));
    default:
        return whole;
    }
}
} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(u"Fusion"_s)
{
    setObjectName(name());
}

QString ConsoleStyle::name()
{
    return u"console"_s;
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scaled(widget, 10);
    case PM_SplitterWidth:
        return 5;
    case PM_DefaultFrameWidth:
        // Room for the border and the focus ring around what scrolls.
        return qobject_cast<const QAbstractScrollArea *>(widget)
                   ? 3
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutLeftMargin: // of dialogs: they grow with their text
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return scaled(widget, QProxyStyle::pixelMetric(metric, option, widget));
    case PM_HeaderMargin:
        return scaled(widget, 8);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (buttonKind(widget) == ButtonKind::Link)
            return size + QSize(scaled(widget, 4), scaled(widget, 4));
        if (buttonKind(widget) == ButtonKind::Filter)
            return size + QSize(scaled(widget, 14), scaled(widget, 5));
        return {size.width() + scaled(widget, 26), scaled(widget, 31)};
    case CT_SpinBox:
        return {size.width() + scaled(widget, 34), scaled(widget, 31)};
    case CT_LineEdit:
        return {size.width() + scaled(widget, 12), scaled(widget, 31)};
    case CT_ComboBox:
        return {size.width() + scaled(widget, 40), scaled(widget, 31)};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), scaled(widget, 31)};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Theme theme = Theme::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (isPartOfABox(widget))
            return;
        paintField(option, painter, theme);
        return;
    case PE_IndicatorCheckBox:
        paintCheckBox(option, painter, theme);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame: // text fields; item views have no frame
        paintField(option, painter, theme);
        return;
    case PE_FrameFocusRect: // buttons and rows paint their own
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, theme.panel);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        drawButtonLabel(option, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(option, painter);
        return;
    case CE_HeaderLabel: {
        auto header = *qstyleoption_cast<const QStyleOptionHeader *>(option);
        const Theme theme = Theme::of(option->palette);
        painter->setFont(roleFont(FontRole::Tiny));
        painter->setPen(theme.textQuiet);
        // In line with the cells, whose first column starts a little further in.
        const bool isFirst = header.position == QStyleOptionHeader::Beginning ||
                             header.position == QStyleOptionHeader::OnlyOneSection;
        const QRect area = header.rect.adjusted(isFirst ? scaled(widget, 8) / 2 : 0, 0, 0, 0);
        const QString text = painter->fontMetrics().elidedText(header.text, Qt::ElideRight, area.width());
        painter->drawText(area, header.textAlignment | Qt::AlignVCenter, text);
        return;
    }
    case CE_Splitter: {
        const Theme theme = Theme::of(option->palette);
        const QPoint centre = option->rect.center();
        painter->fillRect(option->rect, theme.panel);
        if (option->state & State_Horizontal)
            painter->fillRect(QRect(centre.x(), option->rect.top(), 1, option->rect.height()), theme.line);
        else
            painter->fillRect(QRect(option->rect.left(), centre.y(), option->rect.width(), 1), theme.line);
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme theme = Theme::of(option->palette);
    const ButtonKind kind = buttonKind(widget);
    const bool enabled = option->state & State_Enabled;
    const bool pressed = option->state & (State_Sunken | State_On);
    const bool hovered = enabled && (option->state & State_MouseOver);
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double corner = kind == ButtonKind::Filter ? rect.height() / 2 : fieldRadius;
    QColor fill = hovered ? theme.stripe : theme.panel;
    QColor border = theme.line;
    if (pressed)
        fill = theme.selection;
    if (kind == ButtonKind::Primary) {
        fill = pressed ? theme.accent.darker(120) : hovered ? theme.accent.darker(108) : theme.accent;
        border = fill;
    } else if (kind == ButtonKind::Danger) {
        border = theme.bad;
    } else if (kind == ButtonKind::Filter) {
        const Theme::Pair colors = theme.tone(buttonTone(widget));
        fill = colors.fill;
        border = option->state & State_On ? colors.ink : colors.fill;
    }
    painter->save();
    if (!enabled)
        painter->setOpacity(0.5);
    painter->setRenderHint(QPainter::Antialiasing);
    if (kind != ButtonKind::Link) {
        painter->setPen(border);
        painter->setBrush(fill);
        painter->drawRoundedRect(rect, corner, corner);
    }
    painter->restore();
    if (option->state & State_HasFocus) {
        const bool inside = kind == ButtonKind::Primary;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        const double width = theme.focusWidth;
        painter->setPen(QPen(inside ? theme.onAccent : theme.accent, inside ? width * 0.75 : width));
        const double inset = inside ? width * 0.75 + 1 : width / 2;
        painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), corner - 1,
                                 corner - 1);
        painter->restore();
    }
}

void ConsoleStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    auto button = *qstyleoption_cast<const QStyleOptionButton *>(option);
    const Theme theme = Theme::of(option->palette);
    QColor ink = theme.text;
    switch (buttonKind(widget)) {
    case ButtonKind::Primary:
        ink = theme.onAccent;
        break;
    case ButtonKind::Danger:
        ink = theme.bad;
        break;
    case ButtonKind::Link:
        ink = theme.accent;
        break;
    case ButtonKind::Filter:
        ink = theme.tone(buttonTone(widget)).ink;
        break;
    case ButtonKind::Plain:
        break;
    }
    painter->save();
    if (!(option->state & State_Enabled))
        painter->setOpacity(0.6);
    painter->setPen(ink);
    const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter->drawText(button.rect, flags, button.text);
    painter->restore();
}

void ConsoleStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const Theme theme = Theme::of(option->palette);
    painter->fillRect(option->rect, theme.panel);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox)
        drawComboBox(option, painter, widget);
    else if (control == CC_SpinBox)
        drawSpinBox(option, painter, widget);
    else if (control == CC_ScrollBar)
        drawScrollBar(option, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ConsoleStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Theme theme = Theme::of(option->palette);
    paintField(option, painter, theme, widget && widget->property(narrowsProperty).toBool());
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    paintChevron(painter, arrow, option->state & State_Enabled ? theme.textQuiet : theme.line);
}

void ConsoleStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    const Theme theme = Theme::of(option->palette);
    paintField(option, painter, theme);
    const auto step = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag flag, Chevron direction) {
        const bool isPossible = (option->state & State_Enabled) && (spin->stepEnabled & flag);
        paintChevron(painter, subControlRect(CC_SpinBox, option, part, widget),
                     isPossible ? theme.textQuiet : theme.line, direction);
    };
    step(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Chevron::Up);
    step(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Chevron::Down);
}

void ConsoleStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider)
        return;
    const Theme theme = Theme::of(option->palette);
    painter->fillRect(option->rect, theme.panel);
    if (slider->minimum == slider->maximum)
        return;
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    const double inset = active ? 1.5 : 2.5;
    handle = slider->orientation == Qt::Vertical ? handle.adjusted(inset, 2, -inset, -2)
                                                 : handle.adjusted(2, inset, -2, -inset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor color = theme.textFaint;
    color.setAlphaF(active ? 0.9F : 0.5F);
    painter->setBrush(color);
    const double corner = std::min(handle.width(), handle.height()) / 2;
    painter->drawRoundedRect(handle, corner, corner);
    painter->restore();
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(scaled(widget, 6), 0, -scaled(widget, 4), 0);
    return rect;
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow) {
        const int width = scaled(widget, 24);
        const QRect &rect = option->rect;
        return visualRect(option->direction, rect,
                          QRect(rect.right() - width, rect.top(), width, rect.height()));
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        const int left = scaled(widget, 6);
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(left, 0, -scaled(widget, 24), 0));
    }
    if (control == CC_SpinBox)
        return spinBoxPart(option, subControl, widget);
    if (control == CC_ScrollBar && (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar && subControl == SC_ScrollBarGroove)
        return option->rect;
    if (control == CC_ScrollBar && subControl == SC_ScrollBarSlider) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool vertical = slider->orientation == Qt::Vertical;
        const int length = vertical ? option->rect.height() : option->rect.width();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        const int least = scaled(widget, 28);
        const int size = std::clamp(static_cast<int>(qint64(length) * slider->pageStep /
                                                     std::max<qint64>(range + slider->pageStep, 1)),
                                    std::min(least, length), length);
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                  length - size, slider->upsideDown);
        return vertical ? QRect(option->rect.left(), option->rect.top() + start, option->rect.width(), size)
                        : QRect(option->rect.left() + start, option->rect.top(), size, option->rect.height());
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace renewal::ui
