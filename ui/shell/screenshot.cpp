// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshot.h"

#include "ui/charts/timeserieschart.h"
#include "ui/shell/mainwindow.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QTimer>

#include <memory>
#include <utility>

namespace renewal::ui {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Screenshot)
};

Done writePicture(MainWindow *window, const ScreenshotRequest &request)
{
    const QList<TimeSeriesChart *> charts = window->findChildren<TimeSeriesChart *>();
    for (TimeSeriesChart *chart : charts)
        chart->setPixelRatio(request.scale);
    QImage image((QSizeF(window->size()) * request.scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(request.scale);
    image.fill(window->palette().color(QPalette::Window));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    window->render(&painter);
    // Sheets are windows of their own; they stand over the middle of theirs.
    const QList<QDialog *> sheets = window->findChildren<QDialog *>();
    for (QDialog *sheet : sheets) {
        if (!sheet->isVisible())
            continue;
        const QPoint corner = window->rect().center() - sheet->rect().center();
        painter.fillRect(window->rect(), QColor(0, 0, 0, 70));
        sheet->render(&painter, corner);
        painter.setPen(window->palette().color(QPalette::Mid));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(corner, sheet->size()).adjusted(0, 0, -1, -1));
    }
    painter.end();
    for (TimeSeriesChart *chart : charts)
        chart->setPixelRatio(window->devicePixelRatioF());
    if (!image.save(request.file, "PNG")) {
        return failure(
            ErrorCode::InvalidInput,
            Texts::tr("The picture could not be written to %1. Choose a folder that exists and may be "
                      "written to, and a name that ends in .png.")
                .arg(request.file));
    }
    return ok();
}

/// Fires once: when the window is settled, or when the time is up.
class Shooter final : public QObject
{
public:
    Shooter(MainWindow *window, const ScreenshotRequest &request, std::function<void(Done)> done)
        : QObject(window)
        , m_window(window)
        , m_request(request)
        , m_done(std::move(done))
    {
        m_timeout.setSingleShot(true);
        m_timeout.setInterval(request.timeout);
        connect(&m_timeout, &QTimer::timeout, this, [this] {
            finish(failure(
                ErrorCode::Timeout,
                Texts::tr("The window had no data after %1 s, so no picture was written. Is the service "
                          "running?")
                    .arg(m_request.timeout / 1000)));
        });
        connect(window, &MainWindow::settled, this, &Shooter::shootSoon);
        m_timeout.start();
        if (window->isSettled() || request.unsettled)
            shootSoon();
    }

private:
    void shootSoon()
    {
        // Layouts and queued repaints of the last answer come first.
        constexpr int calm = 120;
        QTimer::singleShot(calm, this, [this] {
            if (m_window->isSettled() || m_request.unsettled)
                finish(writePicture(m_window, m_request));
        });
    }

    void finish(Done result)
    {
        if (!m_done)
            return;
        const auto done = std::exchange(m_done, {});
        deleteLater();
        done(std::move(result));
    }

    MainWindow *m_window;
    ScreenshotRequest m_request;
    std::function<void(Done)> m_done;
    QTimer m_timeout;
};
} // namespace

void takeScreenshot(MainWindow *window, const ScreenshotRequest &request, std::function<void(Done)> done)
{
    window->resize(request.size);
    window->show();
    new Shooter(window, request, std::move(done)); // owned by the window, deletes itself
}

} // namespace renewal::ui
