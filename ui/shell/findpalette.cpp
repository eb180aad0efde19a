// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findpalette.h"

#include "models/items/await.h"
#include "ui/shell/finddelegate.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 60;
constexpr int leastLetters = 2; ///< one letter fits too much to be worth a question
} // namespace

FindPalette::FindPalette(SystemGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_model(new FindModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_note(makeQuietLabel({}, u"findNoteLabel"_s, FontRole::Small, this))
{
    setObjectName(u"findPalette"_s);
    setAccessibleName(tr("Find anything"));
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 10);
    layout->setContentsMargins(side, side, side, side);
    layout->setSpacing(scaled(this, 8));
    setupField();
    setupList();
    m_note->setContentsMargins(scaled(this, 4), 0, 0, 0);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    parent->installEventFilter(this);
    hide();
}

void FindPalette::setupField()
{
    m_field->setObjectName(u"findEdit"_s);
    m_field->setAccessibleName(tr("Find anything"));
    m_field->setPlaceholderText(tr("Find a renewal, prescriber, care team, station, action or setting"));
    m_field->installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &FindPalette::ask);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_moved = false;
        m_chooseFirst = false;
        m_model->setWords(text);
        restoreSelection({});
        m_typing.start();
        showNote();
    });
}

void FindPalette::setupList()
{
    m_list->setObjectName(u"findList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list, &QListView::clicked, this, &FindPalette::choose);
}

void FindPalette::open(const QVector<FindEntry> &entries, const items::StationDirectory &stations,
                       const QString &parentStation)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_station = parentStation;
    m_error.reset();
    m_model->setStations(stations);
    m_model->setHits({});
    m_model->setEntries(entries);
    m_field->clear();
    m_model->setWords({});
    m_moved = false;
    place();
    restoreSelection({});
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    showNote();
}

void FindPalette::place()
{
    const QSize room = parentWidget()->size();
    const int wide = std::min(scaled(this, 640), room.width() - scaled(this, 32));
    // As high as what was found, within limits: a few hits do not hide the list below.
    int rows = 0;
    const int most = std::min(scaled(this, 400), room.height() - scaled(this, 160));
    for (int row = 0; row < m_model->rowCount() && rows < most; ++row)
        rows += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(std::clamp(rows, 0, most));
    m_list->setVisible(rows > 0);
    const int high = layout()->totalHeightForWidth(wide);
    setGeometry((room.width() - wide) / 2, scaled(this, 44), wide,
                high > 0 ? high : layout()->totalSizeHint().height());
}

void FindPalette::ask()
{
    const QString words = m_field->text().trimmed();
    const quint64 generation = ++m_generation;
    m_error.reset();
    if (words.size() < leastLetters) {
        m_waiting = false;
        takeHits(QVector<FindHit>());
        return;
    }
    m_waiting = true;
    showNote();
    FindQuery query;
    query.words = words;
    query.parentStation = m_station;
    items::await(m_gateway->find(query), this, [this, generation](const Result<QVector<FindHit>> &answer) {
        if (generation != m_generation)
            return;
        m_waiting = false;
        takeHits(answer);
    });
}

void FindPalette::takeHits(const Result<QVector<FindHit>> &answer)
{
    const QString key = m_moved ? m_model->key(m_list->currentIndex()) : QString();
    if (!answer)
        m_error = answer.error();
    m_model->setHits(answer ? *answer : QVector<FindHit>());
    restoreSelection(key);
    showNote();
    if (std::exchange(m_chooseFirst, false) && m_list->currentIndex().isValid()) {
        choose(m_list->currentIndex());
        return;
    }
    if (isVisible() && !m_field->text().isEmpty())
        announce(m_note, m_note->text());
}

void FindPalette::restoreSelection(const QString &key)
{
    const QModelIndex again = m_model->find(key);
    m_list->setCurrentIndex(again.isValid() ? again : m_model->firstIndex());
    if (!again.isValid())
        m_list->scrollToTop();
}

void FindPalette::showNote()
{
    if (isVisible())
        place();
    QString text = tr("Up and Down choose, Enter goes there, Esc goes back.");
    if (m_error)
        text = m_error->text;
    else if (m_waiting)
        text = tr("Looking…");
    else if (m_model->rowCount() == 0)
        text = m_station.isEmpty()
                   ? tr("Nothing fits. Try fewer letters.")
                   : tr("Nothing fits at station %1. Try fewer letters, or all stations.").arg(m_station);
    m_note->setText(text);
}

void FindPalette::move(int step)
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().row() + step;
    // Headings are passed over; at an end it stays.
    while (row >= 0 && row < rows && !(m_model->flags(m_model->index(row)) & Qt::ItemIsSelectable))
        row += step < 0 ? -1 : 1;
    if (row < 0 || row >= rows)
        return;
    m_moved = true;
    m_list->setCurrentIndex(m_model->index(row));
    if (row == 1)
        m_list->scrollToTop();
}

void FindPalette::choose(const QModelIndex &index)
{
    const FindHit *hit = m_model->hit(index);
    QPointer<QAction> action = m_model->action(index);
    if (hit) {
        const FindHit chosen = *hit;
        close(true);
        emit hitChosen(chosen);
    } else if (action) {
        close(true);
        emit actionChosen(action);
    }
}

void FindPalette::close(bool goBack)
{
    ++m_generation;
    m_waiting = false;
    m_chooseFirst = false;
    m_typing.stop();
    hide();
    if (goBack && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    m_before = nullptr;
}

bool FindPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        close(false); // somebody went elsewhere
    if (event->type() != QEvent::KeyPress)
        return false;
    const int page = 8;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        for (int i = 0; i < page; ++i)
            move(1);
        return true;
    case Qt::Key_PageUp:
        for (int i = 0; i < page; ++i)
            move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Who types a number and Enter in one go means what will be found, not what stands there by chance.
        if (isSettled() || m_moved)
            choose(m_list->currentIndex());
        else
            m_chooseFirst = true;
        return true;
    case Qt::Key_Escape:
        close(true);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // one field: there is nowhere to go
    default:
        return false;
    }
}

void FindPalette::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace renewal::ui
