// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace renewal::ui {

class Card;
class ExportableChart;

/// A chart in a card: title, legend, what it says now, the same values as a table, and a menu that leads
/// there and saves them as a file. While there are no values it says why.
class ChartCard final : public QWidget
{
    Q_OBJECT

public:
    /// Takes over the chart widget, which is `exported`, too; its name is "<purpose>Chart". The model belongs
    /// to somebody else and must outlive the card.
    template <class Chart>
    ChartCard(const QString &title, Chart *chart, QAbstractItemModel *values, const QString &purpose,
              QWidget *parent = nullptr)
        : ChartCard(title, chart, chart, values, purpose, parent)
    {
    }

    void setTitle(const QString &title);
    void setSubtitle(const QString &text);
    /// A widget of the chart that stands before the subtitle.
    void setLegend(QWidget *legend);
    /// Adds to the menu. `keys` are shown beside it; that they work is the business of the chart.
    void addMenuAction(const QString &text, const QString &keys, const QString &objectName,
                       const std::function<void()> &handler);

    void showValues();
    void showLoading();
    void showMessage(const QString &text, bool canRetry);

    void toggleTable();
    bool isTableShown() const;
    /// Asks for a file and saves the chart in it; the window goes on meanwhile.
    void chooseExportFile();
    /// The chart, or the table in its place.
    QWidget *focusTarget() const;
    QTableView *table() const { return m_table; }

signals:
    void retryRequested();
    void exported(const QString &fileName);
    void exportFailed(const QString &reason);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ChartCard(const QString &title, QWidget *chart, ExportableChart *exported, QAbstractItemModel *values,
              const QString &purpose, QWidget *parent);
    void setupHead();
    void setupMenu();
    void setupTable(QAbstractItemModel *values);
    void setupMessage();
    void fitHead();
    void saveAs(const QString &file);

    QString m_purpose;
    QString m_title;
    QWidget *m_chart;
    ExportableChart *m_exported;
    Card *m_card;
    QWidget *m_corner;
    QLabel *m_subtitle;
    QWidget *m_legend = nullptr;
    QToolButton *m_more;
    QMenu *m_menu;
    QAction *m_tableAction = nullptr;
    QAction *m_exportAction = nullptr;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QWidget *m_messagePage;
    QLabel *m_message = nullptr;
    QPushButton *m_retry = nullptr;
};

} // namespace renewal::ui
