// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QAbstractItemView;
class QLabel;
class QPushButton;

namespace renewal::items {
class PagedModelBase;
}

namespace renewal::ui {

class StateOverlay;

/// A view of a paged model with its four designed states: loading, empty, failed, and a line below that
/// says how many there are, how to narrow them, or that refreshing failed.
class ListFrame final : public QWidget
{
    Q_OBJECT

public:
    struct Texts
    {
        QString emptyTitle;
        QString emptyHint;
        QString failedTitle;
        QString narrowHint; ///< what to do when there are very many
    };

    /// Takes over the view; the model belongs to somebody else.
    ListFrame(QAbstractItemView *view, items::PagedModelBase *model, int rowHeight, const QString &objectName,
              QWidget *parent = nullptr);

    void setTexts(const Texts &texts);
    StateOverlay *overlay() const { return m_overlay; }
    /// Loaded, or failed: nothing more comes by itself.
    bool isSettled() const;

private:
    void showState();
    void showFooter();

    QAbstractItemView *m_view;
    items::PagedModelBase *m_model;
    StateOverlay *m_overlay;
    QWidget *m_footer;
    QLabel *m_footerText;
    QPushButton *m_retry;
    QTimer m_patience; ///< a loading sign only after a fifth of a second
    Texts m_texts;
};

} // namespace renewal::ui
