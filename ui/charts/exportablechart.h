// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRect>
#include <QString>
#include <QStringList>
#include <QVector>

class QCPPainter;

namespace renewal::ui {

struct Theme;

/// A chart that can leave the window: as a picture, or as its values.
class ExportableChart
{
public:
    /// What stands around the picture.
    struct Frame
    {
        QString title;
        QString subtitle;
        QStringList legend; ///< titles of the shown series; the places of the others are empty
        QString summary;    ///< one sentence, for those who do not see it
        QString footnote;   ///< zone and source
    };

    virtual ~ExportableChart() = default;

    virtual Frame exportFrame() const = 0;
    /// Paints the chart without its frame; afterwards it looks on the screen as before.
    virtual void paintExport(QCPPainter *painter, const QRect &area, const Theme &theme) = 0;
    /// The first line names the columns with their units; times are ISO 8601 in UTC, numbers have a point,
    /// missing values are empty.
    virtual QVector<QStringList> exportRows() const = 0;
};

} // namespace renewal::ui
