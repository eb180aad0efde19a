// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTableView>

namespace renewal::items {
class RenewalsModel;
}

namespace renewal::ui {

class QueueHeader;

/// The list of the queue: check boxes and folds by mouse and keyboard, more rows before the end is reached,
/// and the same row at the same place whatever comes, goes or moves around it.
class QueueTable final : public QTableView
{
    Q_OBJECT

public:
    /// The model must outlive the table.
    explicit QueueTable(items::RenewalsModel *model, QWidget *parent = nullptr);

    /// The nearest renewal in that direction, past headings unless they are folded. False when there is none.
    bool move(int step);
    void chooseRow(int row);
    /// The renewal that comes into the place of the present row when these go: the next one below, else
    /// above. 0 when the present row stays, or nothing is left.
    qint64 nextWithout(const QSet<qint64> &going) const;
    /// Of the present row.
    void toggleCheck();
    /// Folds the group the present row is in; unfolds only a heading.
    void setFolded(bool folded);
    void foldAll(bool folded);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &) override {} ///< letters are actions here

private:
    void fetchAhead();
    void rememberPlace();
    void restorePlace();
    /// True when the click was for a check box or an arrow.
    bool takeClick(const QMouseEvent *event);
    void foldRow(int row, bool folded);

    struct Place
    {
        qint64 id;
        int y;
    };

    items::RenewalsModel *m_model;
    QueueHeader *m_header;
    QVector<Place> m_places; ///< of the rows in sight before a change, the present one first
};

} // namespace renewal::ui
