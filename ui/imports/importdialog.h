// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace renewal::items {
class ImportFilesModel;
}

namespace renewal::ui {

class DropArea;
class StateOverlay;
class ThinProgress;

/// Chooses files, shows what they are, follows their import and tells what came of it. It may be closed
/// while they are on their way: the run belongs to somebody else.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The gateway must outlive the dialog.
    explicit ImportDialog(ImportsGateway *gateway, QWidget *parent = nullptr);

    /// Looks at these instead of what was chosen before. Nothing while a run is on.
    void choose(const QStringList &paths);
    /// Follows a run of the files that are shown; it must outlive the dialog or be replaced.
    void follow(ImportRun *run);
    /// Back to an empty choice; not while a run is on.
    void reset();
    bool isLooking() const { return m_looking; }
    /// Neither looking at files nor importing.
    bool isIdle() const { return !m_looking && !(m_run && !m_run->isOver()); }

signals:
    void startWanted(const QVector<renewal::ImportPreview> &files);
    /// Agreed to: these figures take the place of the rollout's other ones.
    void replaceWanted(const QVector<renewal::ImportPreview> &files);
    void stopWanted();
    /// The kept report of the chosen file, or of all imports.
    void reportWanted(renewal::ImportId id);
    void settledChanged();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setupChoice();
    void setupTable();
    void setupFoot(QVBoxLayout *layout);
    void pickFiles();
    void pickFolder();
    void take(const Result<QVector<ImportPreview>> &previews);
    void showState();
    void showHead();
    void showButtons();
    void showDetail();
    int readyFiles() const;
    QVector<ImportPreview> keptOut() const;
    void askToReplace();

    ImportsGateway *m_gateway;
    items::ImportFilesModel *m_model;
    ImportRun *m_run = nullptr;
    bool m_looking = false;
    quint64 m_generation = 0;
    QString m_problem; ///< why the choice could not be looked at

    QLabel *m_title;
    QLabel *m_summary;
    QStackedWidget *m_pages;
    DropArea *m_drop = nullptr;
    QTableView *m_table = nullptr;
    StateOverlay *m_overlay = nullptr;
    QLabel *m_detail = nullptr; ///< all that is to be said of the chosen file
    ThinProgress *m_progress = nullptr;
    QPushButton *m_moreFiles = nullptr;
    QPushButton *m_moreFolder = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_replace = nullptr; ///< figures that stayed out, because the rollout has others
    bool m_isAsking = false;          ///< whether they may take their place
    QPushButton *m_stop = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace renewal::ui
