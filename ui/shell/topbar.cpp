// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "models/items/renewaltexts.h"
#include "ui/widgets/consolestyle.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 150;
}

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout)
    , m_below(new QHBoxLayout)
    , m_title(makeLabel({}, u"workspaceTitleLabel"_s, FontRole::Title, this))
    , m_search(new QLineEdit(this))
    , m_find(new QToolButton(m_search))
    , m_station(new QComboBox(this))
    , m_ehr(new QComboBox(this))
{
    setObjectName(u"topBar"_s);
    const int side = scaled(this, 16);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(side, scaled(this, 10), side, scaled(this, 11));
    rows->setSpacing(0);
    rows->addLayout(m_layout);
    rows->addLayout(m_below);
    for (QHBoxLayout *row : {m_layout, m_below})
        row->setSpacing(scaled(this, 10));
    m_title->setWordWrap(false);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_search, 3);
    m_layout->addWidget(m_station);
    m_layout->addWidget(m_ehr);
    m_layout->addStretch(1);
    m_below->addStretch(1);
    setupSearch();
    setupScope();
}

void TopBar::setupSearch()
{
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search patient, Rx, drug, prescriber"));
    m_search->setToolTip(tr("Narrows this list (/). Ctrl+K finds anything anywhere."));
    m_find->setObjectName(u"findButton"_s);
    m_find->setText(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    m_find->setAccessibleName(tr("Find anything"));
    m_find->setToolTip(tr("Find anything (%1)", "shortcut").arg(m_find->text()));
    m_find->setFont(roleFont(FontRole::Tiny));
    m_find->setCursor(Qt::ArrowCursor);
    m_find->setFocusPolicy(Qt::NoFocus); // the shortcut is its keyboard
    connect(m_find, &QToolButton::clicked, this, &TopBar::findRequested);
    // The key gives its place to the cross that clears.
    m_search->setClearButtonEnabled(true);
    const auto giveWay = [this](const QString &text) {
        m_find->setVisible(text.isEmpty());
        m_search->setTextMargins(0, 0, text.isEmpty() ? m_find->sizeHint().width() + scaled(this, 4) : 0, 0);
    };
    connect(m_search, &QLineEdit::textChanged, m_find, giveWay);
    giveWay({});
    m_search->setMinimumWidth(scaled(this, 130));
    m_search->setMaximumWidth(scaled(this, 430));
    m_search->installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &TopBar::tellSearch);
}

void TopBar::setupScope()
{
    m_station->setObjectName(u"stationCombo"_s);
    m_station->setAccessibleName(tr("Station"));
    m_station->addItem(tr("All stations"), QString());
    m_station->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_station->setMinimumContentsLength(12);
    m_ehr->setObjectName(u"ehrCombo"_s);
    m_ehr->setAccessibleName(tr("Record system"));
    m_ehr->addItem(tr("VistA and Oracle Health"), QString());
    for (const EhrSystem ehr : {EhrSystem::VistA, EhrSystem::OracleHealth})
        m_ehr->addItem(items::ehrText(ehr), toString(ehr));
    // In a narrow window they give way before anything is cut.
    m_station->setMinimumWidth(scaled(this, 96));
    m_ehr->setMinimumWidth(scaled(this, 96));
    for (QComboBox *combo : {m_station, m_ehr})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] { emit scopeChanged(scope()); });
    connect(this, &TopBar::scopeChanged, this, &TopBar::showScope);
}

void TopBar::showScope()
{
    for (QComboBox *combo : {m_station, m_ehr}) {
        combo->setProperty(narrowsProperty, !combo->currentData().toString().isEmpty());
        combo->update();
    }
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::setCanSearch(bool canSearch)
{
    m_search->setEnabled(canSearch);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_station), static_cast<QWidget *>(m_ehr)})
        widget->setVisible(canSearch);
}

void TopBar::addActions(const QList<QWidget *> &widgets)
{
    for (QWidget *widget : widgets) {
        m_actions.append(widget);
        m_layout->addWidget(widget);
        widget->hide();
    }
}

void TopBar::showActions(const QList<QWidget *> &widgets)
{
    for (QWidget *widget : std::as_const(m_actions))
        widget->setVisible(widgets.contains(widget));
    arrange();
}

void TopBar::setStations(const items::StationDirectory &stations)
{
    QSignalBlocker quiet(m_station);
    const QString chosen = m_station->currentData().toString();
    m_station->clear();
    m_station->addItem(tr("All stations"), QString());
    const QVector<Station> parents = stations.parents();
    for (const Station &station : parents)
        m_station->addItem(QString(station.number.text() + u"  "_s + station.name).trimmed(),
                           station.number.text());
    m_station->setCurrentIndex(std::max(m_station->findData(chosen), 0));
    // The list is as wide as its names, however narrow the field.
    const QFontMetrics metrics(QApplication::font(m_station->view()));
    int widest = 0;
    for (int i = 0; i < m_station->count(); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(m_station->itemText(i)));
    m_station->view()->setMinimumWidth(widest + scaled(this, 40));
    quiet.unblock();
    if (m_station->currentData().toString() != chosen)
        emit scopeChanged(scope()); // the station of old is no more
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::setSearch(const QString &words)
{
    m_search->setText(words);
    tellSearch();
}

void TopBar::setScope(const Scope &scope)
{
    if (scope == this->scope())
        return;
    {
        const QSignalBlocker quietStation(m_station);
        const QSignalBlocker quietEhr(m_ehr);
        // Its name comes with the stations.
        if (m_station->findData(scope.parentStation) < 0)
            m_station->addItem(scope.parentStation, scope.parentStation);
        m_station->setCurrentIndex(m_station->findData(scope.parentStation));
        m_ehr->setCurrentIndex(std::max(m_ehr->findData(scope.ehr), 0));
    }
    emit scopeChanged(this->scope());
}

void TopBar::placeFind()
{
    const QSize size = m_find->sizeHint();
    m_find->setGeometry(m_search->width() - size.width() - scaled(this, 6),
                        (m_search->height() - size.height()) / 2, size.width(), size.height());
}

Scope TopBar::scope() const
{
    return {.parentStation = m_station->currentData().toString(), .ehr = m_ehr->currentData().toString()};
}

QString TopBar::search() const
{
    return m_search->text().trimmed();
}

void TopBar::tellSearch()
{
    m_typing.stop();
    if (search() == m_told)
        return;
    m_told = search();
    emit searchChanged(m_told);
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        placeFind();
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        m_search->clear();
    if (key != Qt::Key_Escape && key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    tellSearch();
    emit listRequested();
    return true;
}

QList<QWidget *> TopBar::scopeWidgets() const
{
    return {m_search, m_station, m_ehr};
}

/// Of those that are shown, side by side.
int TopBar::leastWidth(const QList<QWidget *> &widgets) const
{
    int wide = 0;
    for (const QWidget *widget : widgets) {
        if (!widget->isHidden())
            wide += std::max(widget->minimumWidth(), widget->minimumSizeHint().width()) + m_layout->spacing();
    }
    return wide;
}

QSize TopBar::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int wide = std::max(leastWidth(m_actions) + leastWidth({m_title}), leastWidth(scopeWidgets()));
    return {wide + margins.left() + margins.right(), leastHeight()};
}

QSize TopBar::sizeHint() const
{
    return layout()->totalSizeHint().expandedTo({0, leastHeight()});
}

/// The same in every workspace, and never less than its rows need: a page that wants more room than there is
/// scrolls, it takes none from here.
int TopBar::leastHeight() const
{
    return std::max(layout()->totalMinimumSize().height(), scaled(this, 52));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TopBar::arrange()
{
    const QMargins margins = layout()->contentsMargins();
    // The selectors with their words as a whole; the search may be short.
    const int needed = leastWidth(m_actions) + leastWidth({m_title, m_search}) + m_station->minimumWidth() +
                       m_ehr->sizeHint().width() + 2 * m_layout->spacing();
    const bool isBelow = m_below->indexOf(m_search) >= 0;
    if ((needed > width() - margins.left() - margins.right()) == isBelow)
        return;
    QHBoxLayout *from = isBelow ? m_below : m_layout;
    QHBoxLayout *to = isBelow ? m_layout : m_below;
    int place = isBelow ? m_layout->indexOf(m_title) + 1 : 0;
    for (QWidget *widget : scopeWidgets()) {
        from->removeWidget(widget);
        to->insertWidget(place++, widget, widget == m_search ? 3 : 0);
    }
    layout()->setSpacing(isBelow ? 0 : scaled(this, 8));
    updateGeometry();
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace renewal::ui
