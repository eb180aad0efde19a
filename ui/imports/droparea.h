// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QMimeData;

namespace renewal::ui {

/// The files and folders of this computer that are dragged; empty when there are none.
QStringList localPaths(const QMimeData *data);

/// A dashed field that says where files may be dropped. It takes no drops itself.
class DropArea final : public QWidget
{
    Q_OBJECT

public:
    DropArea(const QString &title, const QString &hint, const QString &objectName, QWidget *parent = nullptr);

    /// Below the texts.
    void add(QWidget *widget);
    /// Files hang over it.
    void setHot(bool hot);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_hot = false;
};

} // namespace renewal::ui
