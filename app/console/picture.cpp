// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/picture.h"

#include "app/console/consolesession.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"
#include "ui/widgets/workspace.h"

#include <QAbstractItemView>
#include <QTimer>

#include <memory>
#include <utility>

namespace renewal::console {

using namespace std::chrono_literals;

namespace {

/// The demo's data take a while to make on a slow machine.
constexpr auto longestWait = 180s;
constexpr auto lookInterval = 50ms;
constexpr int looksWhileLoading = 12; ///< until the lists show that they wait

/// Carries `done` through the steps, so that it runs once whichever ends them.
class PictureRun final : public QObject
{
public:
    PictureRun(ConsoleSession *session, const ConsoleOptions &options, std::function<void(Done)> done)
        : QObject(session)
        , m_session(session)
        , m_options(options)
        , m_done(std::move(done))
    {
        connect(session, &ConsoleSession::failed, this,
                [this](const Error &error) { finish(failure(error)); });
        connect(&m_look, &QTimer::timeout, this, &PictureRun::look);
        m_look.start(lookInterval);
        QTimer::singleShot(longestWait, this, [this] {
            finish(failure(ErrorCode::Timeout,
                           ConsoleSession::tr("The data did not arrive in time, so there is no picture.")));
        });
    }

private:
    /// Looked at again and again: what a selection fetches begins without a signal.
    void look()
    {
        if (!isReady())
            return;
        if (m_options.select && !m_selected) {
            m_selected = selectRow(*m_options.select);
            return;
        }
        if (!m_options.importPath.isEmpty() && !std::exchange(m_opened, true)) {
            m_session->window()->importFiles({m_options.importPath});
            return;
        }
        m_look.stop();
        ui::ScreenshotRequest request;
        request.file = m_options.screenshot;
        request.size = m_options.size;
        request.scale = m_options.scale;
        request.unsettled = m_options.state == ConsoleOptions::PictureState::Loading ||
                            m_options.state == ConsoleOptions::PictureState::Offline;
        ui::takeScreenshot(m_session->window(), request, [this](const Done &taken) { finish(taken); });
    }

    /// The window shows what was asked for.
    bool isReady()
    {
        using State = ConsoleOptions::PictureState;
        if (m_options.state == State::Loading)
            return ++m_looks > looksWhileLoading;
        if (m_options.state == State::Error)
            return m_session->window()->isSettled();
        const bool hasData = m_session->isConnected() && m_session->window()->isSettled();
        if (m_options.state != State::Offline || !(hasData || m_wasCut))
            return hasData;
        if (!std::exchange(m_wasCut, true))
            m_session->cutOff();
        return m_session->link().state().state() == ConnectionState::State::Away;
    }

    bool selectRow(int row)
    {
        auto *list = mainList(m_session->window());
        const int rows = list ? list->model()->rowCount() : 0;
        if (!list || row >= rows) {
            finish(
                failure(ErrorCode::InvalidInput,
                        ConsoleSession::tr("--select %1: the list has %n row(s).", nullptr, rows).arg(row)));
            return false;
        }
        list->setCurrentIndex(list->model()->index(row, 0));
        return true;
    }

    void finish(const Done &result)
    {
        m_look.stop();
        if (const auto done = std::exchange(m_done, {}))
            done(result);
        deleteLater();
    }

    ConsoleSession *m_session;
    ConsoleOptions m_options;
    std::function<void(Done)> m_done;
    QTimer m_look;
    bool m_selected = false;
    bool m_wasCut = false;
    bool m_opened = false;
    int m_looks = 0;
};

} // namespace

QAbstractItemView *mainList(const QWidget *window)
{
    const auto workspaces = window->findChildren<ui::Workspace *>();
    for (const auto *workspace : workspaces) {
        if (workspace->isVisible())
            return qobject_cast<QAbstractItemView *>(workspace->mainView());
    }
    return nullptr;
}

void takePicture(ConsoleSession *session, const ConsoleOptions &options, std::function<void(Done)> done)
{
    new PictureRun(session, options, std::move(done));
}

} // namespace renewal::console
