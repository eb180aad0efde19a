// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"
#include "ui/shell/findmodel.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace renewal::ui {

/// Find anything: a field over a list of renewals, prescribers, care teams, stations, actions and settings,
/// on top of the window. For the keyboard: type, up and down, Enter goes there, Escape goes back to where one
/// was. Actions answer at once, the service a moment later.
class FindPalette final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the palette.
    FindPalette(SystemGateway *gateway, QWidget *parent);

    /// Opens over the parent with the actions there are now.
    void open(const QVector<FindEntry> &entries, const items::StationDirectory &stations,
              const QString &parentStation);
    FindModel *model() const { return m_model; }
    /// All that was asked for came, or failed.
    bool isSettled() const { return !m_waiting && !m_typing.isActive(); }

signals:
    /// The palette is closed by then.
    void hitChosen(const renewal::FindHit &hit);
    void actionChosen(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupField();
    void setupList();
    void place();
    void ask();
    void takeHits(const Result<QVector<FindHit>> &answer);
    void showNote();
    void move(int step);
    void choose(const QModelIndex &index);
    void close(bool goBack);
    void restoreSelection(const QString &key);

    SystemGateway *m_gateway;
    FindModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_note;
    QTimer m_typing;
    QPointer<QWidget> m_before; ///< had the focus
    QString m_station;
    std::optional<Error> m_error;
    quint64 m_generation = 0;
    bool m_waiting = false;
    bool m_chooseFirst = false; ///< Enter came before the answer
    bool m_moved = false;       ///< somebody chose a row, so it stays chosen
};

} // namespace renewal::ui
