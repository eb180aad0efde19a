// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/correlations/linkterms.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;

namespace renewal::ui {

/// For which days and which division a decision is, and why: begins today, has no end, is for all divisions
/// unless one says otherwise. The divisions are offered only where there are several.
class TermsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit TermsCard(QWidget *parent = nullptr);

    LinkTerms terms() const;
    /// Back to what a decision is without a word; also when the divisions are another prescriber's.
    void reset();
    void setDivisions(const QVector<DivisionWork> &divisions);

signals:
    void changed();

private:
    void setupDates();
    void tell();

    QComboBox *m_reason;
    QWidget *m_divisionPart;
    QComboBox *m_division;
    QDateEdit *m_from;
    QCheckBox *m_ends;
    QDateEdit *m_to;
    QLabel *m_problem;
    QVector<DivisionWork> m_divisions;
};

} // namespace renewal::ui
