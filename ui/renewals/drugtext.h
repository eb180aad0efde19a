// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFontMetrics;

namespace renewal::ui {

/// `drug` ("METFORMIN HCL 500MG TAB") in `width` pixels. What is left out first is the form, then the end of
/// the name: two strengths of one drug never look alike because there was too little room. A name without a
/// strength, and a width with no room for the strength, are cut at their end.
QString elidedDrug(const QString &drug, const QFontMetrics &metrics, int width);

} // namespace renewal::ui
