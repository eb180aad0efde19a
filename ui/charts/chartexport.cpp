// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartexport.h"

#include "models/exchange/csv.h"
#include "ui/charts/exportablechart.h"
#include "ui/charts/qcp.h"
#include "ui/charts/serieslook.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QSaveFile>
#include <QSvgGenerator>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

constexpr QSize pictureSize(960, 480);
constexpr int margin = 20;

void paintLegend(QCPPainter *painter, const QStringList &titles, QPoint at, const Theme &theme)
{
    const QFontMetrics metrics(painter->font());
    int x = at.x();
    for (int i = 0; i < titles.size() && titles.size() > 1; ++i) {
        if (titles[i].isEmpty())
            continue;
        const int middle = at.y() + metrics.height() / 2;
        painter->setPen(seriesPen(i, theme));
        painter->drawLine(QLineF(x, middle, x + 22, middle));
        painter->setPen(theme.text);
        painter->drawText(x + 28, at.y() + metrics.ascent(), titles[i]);
        x += 28 + metrics.horizontalAdvance(titles[i]) + 24;
    }
}

/// Title, subtitle, legend, chart and footnote, from the top down.
void paintPicture(ExportableChart *chart, QCPPainter *painter, QSize size)
{
    const Theme theme = Theme::light();
    const ExportableChart::Frame frame = chart->exportFrame();
    const QRect inner = QRect(QPoint(0, 0), size).adjusted(margin, margin, -margin, -margin);
    painter->fillRect(QRect(QPoint(0, 0), size), theme.panel);
    painter->setFont(roleFont(FontRole::Heading));
    painter->setPen(theme.text);
    const int titleHeight = QFontMetrics(painter->font()).height();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, frame.title);
    painter->setFont(roleFont(FontRole::Body));
    painter->setPen(theme.textQuiet);
    painter->drawText(QRect(inner.left(), inner.top(), inner.width(), titleHeight),
                      Qt::AlignRight | Qt::AlignVCenter, frame.subtitle);
    const int line = QFontMetrics(painter->font()).height();
    int top = inner.top() + titleHeight + 12;
    if (frame.legend.size() > 1) {
        paintLegend(painter, frame.legend, QPoint(inner.left(), top), theme);
        top += line + 10;
    }
    painter->setFont(roleFont(FontRole::Small));
    painter->setPen(theme.textQuiet);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom, frame.footnote);
    chart->paintExport(painter, QRect(inner.left(), top, inner.width(), inner.bottom() - line - 12 - top),
                       theme);
}

Result<QByteArray> bytesFor(ExportableChart *chart, const QString &ending)
{
    if (ending == u"png")
        return chartPng(chart, pictureSize);
    if (ending == u"svg")
        return chartSvg(chart, pictureSize);
    if (ending == u"csv")
        return chartCsv(chart);
    return failure(
        ErrorCode::InvalidInput,
        Texts::tr("A chart can be saved as PNG, SVG or CSV. Choose a name that ends in .png, .svg or "
                  ".csv."));
}
} // namespace

QByteArray chartPng(ExportableChart *chart, QSize size)
{
    constexpr int scale = 2; // crisp in print and on dense screens
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QCPPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPicture(chart, &painter, size);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray chartSvg(ExportableChart *chart, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(
        QImage(1, 1, QImage::Format_RGB32).logicalDpiX()); // so that texts have their size
    generator.setTitle(chart->exportFrame().title);
    generator.setDescription(chart->exportFrame().summary);
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    paintPicture(chart, &painter, size);
    painter.end();
    return bytes;
}

QByteArray chartCsv(const ExportableChart *chart)
{
    QByteArray bytes = "\xEF\xBB\xBF";
    const QVector<QStringList> rows = chart->exportRows();
    for (const QStringList &row : rows) {
        QStringList fields;
        for (const QString &field : row)
            fields += exchange::csvField(field);
        bytes += fields.join(u',').toUtf8() + "\r\n";
    }
    return bytes;
}

Done exportChart(ExportableChart *chart, const QString &file)
{
    const auto bytes = bytesFor(chart, QFileInfo(file).suffix().toLower());
    if (!bytes)
        return failure(bytes.error());
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() || !target.commit()) {
        return failure(
            ErrorCode::InvalidInput,
            Texts::tr("The chart could not be saved as %1. Choose a folder that exists, may be written "
                      "to and has room.")
                .arg(QFileInfo(file).fileName()),
            target.errorString());
    }
    return ok();
}

} // namespace renewal::ui
