// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditfilter.h"

#include "app/store/row.h"

#include <QRegularExpression>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString escaped(QString text)
{
    for (const QChar sign : {u'!', u'%', u'_'})
        text.replace(sign, u'!' + QString(sign));
    return text;
}
} // namespace

AuditFilter::AuditFilter(const AuditQuery &query, AuditView view)
    : m_list(QStringList{u"audit"_s, query.actor, query.action, query.subject, query.text,
                         query.from.toUTC().toString(Qt::ISODateWithMs),
                         query.to.toUTC().toString(Qt::ISODateWithMs)}
                 .join(QChar(0x1f)))
{
    addText(query.actor, {u"actor"_s});
    if (query.action.endsWith(u'.'))
        add(u"action LIKE ? ESCAPE '!'"_s, {escaped(query.action) + u'%'});
    else if (!query.action.isEmpty())
        add(u"action = ?"_s, {query.action});
    if (!query.subject.isEmpty())
        add(u"subject = ?"_s, {query.subject});
    QStringList searched{u"actor"_s, u"action"_s, u"subject"_s};
    if (view == AuditView::Whole)
        searched.append(u"note"_s);
    addText(query.text, searched, view == AuditView::Whole);
    if (query.from.isValid())
        add(u"at >= ?"_s, {bound(query.from)});
    if (query.to.isValid())
        add(u"at < ?"_s, {bound(query.to)});
}

void AuditFilter::add(const QString &condition, const QVariantList &values)
{
    m_conditions.append(condition);
    m_values += values;
}

/// Entries about prescribers of that name, and about renewals of theirs: the record itself knows numbers
/// only.
QString AuditFilter::aboutPrescriber(const QString &text, QVariantList &values)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    QStringList fits;
    QVariantList words;
    for (const QString &word : text.toLower().split(between, Qt::SkipEmptyParts)) {
        fits.append(u"lower(p.shown) LIKE ? ESCAPE '!'"_s);
        words.append(u'%' + escaped(word) + u'%');
    }
    if (fits.isEmpty())
        return {};
    values += words + words;
    const QString named = fits.join(u" AND "_s);
    return u"subject IN (SELECT 'prescriber/' || p.id FROM prescriber p WHERE %1) OR "
           "subject IN (SELECT 'triage/' || s.batch FROM prescriber p "
           "JOIN renewal r ON r.parent_station = p.parent_station AND r.prescriber_id = p.id "
           "JOIN triage_step s ON s.parent_station = r.parent_station AND s.renewal_id = r.id WHERE %1)"_s
               .arg(named);
}

void AuditFilter::addText(const QString &text, const QStringList &columns, bool withNames)
{
    if (text.isEmpty())
        return;
    QStringList any;
    for (const QString &column : columns) {
        any.append(u"lower(%1) LIKE ? ESCAPE '!'"_s.arg(column));
        m_values.append(u'%' + escaped(text.toLower()) + u'%');
    }
    if (const QString names = withNames ? aboutPrescriber(text, m_values) : QString(); !names.isEmpty())
        any.append(names);
    m_conditions.append(u'(' + any.join(u" OR "_s) + u')');
}

QString AuditFilter::where() const
{
    return m_conditions.isEmpty() ? QString() : u" WHERE "_s + m_conditions.join(u" AND "_s);
}

} // namespace renewal::store
