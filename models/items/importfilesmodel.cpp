// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importfilesmodel.h"

#include "models/items/importtexts.h"
#include "models/items/roles.h"

#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

void ImportFilesModel::setPreviews(const QVector<ImportPreview> &previews)
{
    beginResetModel(); // another choice of files, not a refresh
    m_run = nullptr;
    m_previews = previews;
    m_fileOfRow.clear();
    endResetModel();
}

void ImportFilesModel::setRun(const ImportRun *run)
{
    if (m_run)
        disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    m_fileOfRow = QVector<int>(m_previews.size(), -1);
    if (run) {
        for (int file = 0; file < run->files().size(); ++file) {
            for (int row = 0; row < m_previews.size(); ++row) {
                if (m_previews.at(row).path == run->files().at(file).file.path)
                    m_fileOfRow[row] = file;
            }
        }
        connect(run, &ImportRun::changed, this, [this](int file) {
            const int row = static_cast<int>(m_fileOfRow.indexOf(file));
            if (row >= 0)
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        });
        connect(run, &QObject::destroyed, this, [this] { m_run = nullptr; });
    }
    if (!m_previews.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ImportFileState *ImportFilesModel::state(int row) const
{
    const int file = m_fileOfRow.value(row, -1);
    return m_run && file >= 0 ? &m_run->files().at(file) : nullptr;
}

int ImportFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_previews.size());
}

int ImportFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportFilesModel::shown(int row, int column) const
{
    const ImportPreview &file = m_previews.at(row);
    const ImportFileState *now = state(row);
    switch (column) {
    case FileColumn:
        return file.fileName;
    case KindColumn:
        return file.kindTitle.isEmpty() ? tr("not known", "what a file holds")
                                        : file.kindTitle.left(1).toUpper() + file.kindTitle.mid(1);
    case SizeColumn:
        return fileSizeText(file.bytes);
    case RecordsColumn:
        return now && now->step == ImportFileState::Step::Taken ? QLocale().toString(now->report.taken)
                                                                : QString();
    case StateColumn:
        return now ? stepText(*now).text : previewText(file).text;
    default:
        return {};
    }
}

QString ImportFilesModel::secondLine(int row, int column) const
{
    const ImportPreview &file = m_previews.at(row);
    const ImportFileState *now = state(row);
    if (column == KindColumn)
        return file.system;
    if (column != FileColumn)
        return {};
    if (!file.mayGo())
        return file.refusal;
    const bool hasNotes = now && !now->report.files.value(0).notes.isEmpty();
    if (now && !now->text.isEmpty() && (now->step != ImportFileState::Step::Taken || hasNotes))
        return now->text;
    if (now && now->report.setAsideCount > 0)
        return tr("%Ln record(s) set aside", nullptr, static_cast<int>(now->report.setAsideCount));
    return tr("in %1", "a folder").arg(file.folder);
}

QVariant ImportFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    const ImportPreview &file = m_previews.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case SecondLineRole:
        return secondLine(row, column);
    case Qt::ToolTipRole: {
        const QString second = secondLine(row, column);
        return second.isEmpty() ? shown(row, column) : shown(row, column) + u'\n' + second;
    }
    case SortRole:
        return column == SizeColumn ? QVariant(file.bytes) : QVariant(shown(row, column));
    case Qt::AccessibleTextRole: {
        const QString value = QStringList{shown(row, column), secondLine(row, column)}.join(u", "_s);
        return tr("%1: %2", "column, value").arg(headerData(column, Qt::Horizontal).toString(), value);
    }
    case ToneRole:
        if (column != StateColumn)
            return {};
        return static_cast<int>(state(row) ? stepText(*state(row)).tone : previewText(file).tone);
    case StrongRole:
        return column == FileColumn;
    case QuietRole:
        return column == SizeColumn || !file.mayGo();
    case IdRole:
        return file.path;
    default:
        return {};
    }
}

QVariant ImportFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case KindColumn:
        return tr("What it holds");
    case SizeColumn:
        return tr("Size");
    case RecordsColumn:
        return tr("Records in");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace renewal::items
