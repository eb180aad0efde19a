// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/queueviewsmodel.h"

class QSettings;

namespace renewal::ui {

/// Keeps the views a person saved between two runs.
class SavedViewStore final
{
public:
    /// Without settings nothing is kept. They must outlive the store.
    explicit SavedViewStore(QSettings *settings);

    QVector<items::SavedView> views() const;
    void setViews(const QVector<items::SavedView> &views);

private:
    QSettings *m_settings;
};

} // namespace renewal::ui
