// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcard.h"

#include "ui/charts/chartexport.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/documentsfolder.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tablesetup.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ChartCard::ChartCard(const QString &title, QWidget *chart, ExportableChart *exported,
                     QAbstractItemModel *values, const QString &purpose, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_title(title)
    , m_chart(chart)
    , m_exported(exported)
    , m_card(new Card(title, purpose + u"Card"_s, this))
    , m_corner(new QWidget(m_card))
    , m_subtitle(makeQuietLabel({}, purpose + u"SubtitleLabel"_s, FontRole::Body, m_corner))
    , m_more(new QToolButton(m_corner))
    , m_menu(new QMenu(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(m_stack))
    , m_messagePage(new QWidget(m_stack))
{
    setObjectName(purpose + u"ChartCard"_s);
    setupHead();
    setupMenu();
    setupTable(values);
    setupMessage();
    m_stack->setObjectName(purpose + u"Stack"_s);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_messagePage);
    m_stack->setMinimumHeight(scaled(this, 178));
    m_card->add(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void ChartCard::setupHead()
{
    m_corner->setObjectName(m_purpose + u"Corner"_s);
    auto *row = new QHBoxLayout(m_corner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(this, 6));
    m_subtitle->setWordWrap(false);
    m_subtitle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_more->setObjectName(m_purpose + u"MoreButton"_s);
    m_more->setText(u"⋯"_s);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setFixedSize(scaled(this, 28), scaled(this, 20));
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    row->addWidget(m_subtitle);
    row->addWidget(m_more);
    m_card->setCorner(m_corner);
    setTitle(m_title);
}

void ChartCard::setupMenu()
{
    m_menu->setObjectName(m_purpose + u"Menu"_s);
    m_tableAction = m_menu->addAction(tr("Show as table") + u"\tT"_s, this, &ChartCard::toggleTable);
    m_tableAction->setObjectName(m_purpose + u"TableAction"_s);
    m_exportAction = m_menu->addAction(tr("Export…") + u"\tE"_s, this, &ChartCard::chooseExportFile);
    m_exportAction->setObjectName(m_purpose + u"ExportAction"_s);
    m_chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_chart, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_chart->mapToGlobal(at)); });
}

void ChartCard::setupTable(QAbstractItemModel *values)
{
    m_table->setObjectName(m_purpose + u"Table"_s);
    m_table->setAccessibleName(tr("Values of %1", "title of a chart").arg(m_title));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(values);
    // The card is as high as its chart; the table scrolls.
    m_table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    // A time with its zone is never cut; the values share the rest.
    const auto stretch = [this] {
        for (int i = 0; i < m_table->horizontalHeader()->count(); ++i)
            m_table->horizontalHeader()->setSectionResizeMode(i, i == 0 ? QHeaderView::ResizeToContents
                                                                        : QHeaderView::Stretch);
    };
    connect(m_table->horizontalHeader(), &QHeaderView::sectionCountChanged, this, stretch);
    stretch();
}

void ChartCard::setupMessage()
{
    m_messagePage->setObjectName(m_purpose + u"MessagePage"_s);
    auto *column = new QVBoxLayout(m_messagePage);
    m_message = makeQuietLabel({}, m_purpose + u"MessageLabel"_s, FontRole::Body, m_messagePage);
    m_message->setAlignment(Qt::AlignCenter);
    m_retry = makeButton(tr("Try again"), m_purpose + u"RetryButton"_s, ButtonKind::Plain, m_messagePage);
    m_retry->setAccessibleName(tr("Try again: %1", "title of a chart").arg(m_title));
    column->addStretch();
    column->addWidget(m_message);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &ChartCard::retryRequested);
}

void ChartCard::setTitle(const QString &title)
{
    m_title = title;
    m_card->setTitle(title);
    m_more->setAccessibleName(tr("More for %1", "title of a chart").arg(title));
    m_more->setToolTip(tr("Show %1 as a table (T), or save it (E)", "title of a chart").arg(title));
}

void ChartCard::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    fitHead();
}

void ChartCard::fitHead()
{
    // The legend is needed to read the chart, the subtitle is not: the axis tells it, too.
    const QFont font = roleFont(FontRole::Card);
    int needed = QFontMetrics(font).horizontalAdvance(m_title) + m_subtitle->sizeHint().width() +
                 m_more->width() + scaled(this, 50);
    if (m_legend && !m_legend->isHidden())
        needed += m_legend->sizeHint().width();
    m_subtitle->setVisible(!m_subtitle->text().isEmpty() && needed <= width());
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

void ChartCard::setLegend(QWidget *legend)
{
    m_legend = legend;
    const bool wasHidden = legend->isHidden();
    static_cast<QHBoxLayout *>(m_corner->layout())->insertWidget(0, legend);
    legend->setHidden(wasHidden);
}

void ChartCard::addMenuAction(const QString &text, const QString &keys, const QString &objectName,
                              const std::function<void()> &handler)
{
    QAction *action = m_menu->addAction(text + u'\t' + keys, this, handler);
    action->setObjectName(objectName);
}

void ChartCard::showValues()
{
    if (m_stack->currentWidget() == m_messagePage)
        m_stack->setCurrentWidget(m_chart);
    m_tableAction->setEnabled(true);
    m_exportAction->setEnabled(true);
}

void ChartCard::showLoading()
{
    showMessage(tr("Loading…"), false);
}

void ChartCard::showMessage(const QString &text, bool canRetry)
{
    m_message->setText(text);
    m_retry->setVisible(canRetry);
    m_stack->setCurrentWidget(m_messagePage);
    m_tableAction->setEnabled(false);
    m_exportAction->setEnabled(false);
    if (canRetry)
        announce(m_message, text);
}

bool ChartCard::isTableShown() const
{
    return m_stack->currentWidget() == m_table;
}

QWidget *ChartCard::focusTarget() const
{
    return isTableShown() ? static_cast<QWidget *>(m_table) : m_chart;
}

void ChartCard::toggleTable()
{
    if (m_stack->currentWidget() == m_messagePage)
        return;
    const bool showTable = !isTableShown();
    m_stack->setCurrentWidget(showTable ? static_cast<QWidget *>(m_table) : m_chart);
    m_tableAction->setText((showTable ? tr("Show as chart") : tr("Show as table")) + u"\tT"_s);
    focusTarget()->setFocus(Qt::ShortcutFocusReason);
}

void ChartCard::chooseExportFile()
{
    if (m_stack->currentWidget() == m_messagePage)
        return;
    auto *dialog = new QFileDialog(this, tr("Export %1", "title of a chart").arg(m_title));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(documentsFolder());
    const QStringList filters{tr("Picture (*.png)"), tr("Vector picture (*.svg)"), tr("Values (*.csv)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"png"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        const QString suffixes[] = {u"png"_s, u"svg"_s, u"csv"_s};
        dialog->setDefaultSuffix(suffixes[std::max<qsizetype>(filters.indexOf(filter), 0)]);
    });
    static const QRegularExpression notAName(u"[^\\p{L}\\p{N}]+"_s);
    QString name = m_title.toLower().replace(notAName, u"-"_s);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &ChartCard::saveAs);
    dialog->open();
}

void ChartCard::saveAs(const QString &file)
{
    const Done done = exportChart(m_exported, file);
    if (done)
        emit exported(QDir::toNativeSeparators(file));
    else
        emit exportFailed(done.error().text);
}

} // namespace renewal::ui
