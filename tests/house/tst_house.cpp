// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/houserules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace renewal::house;
using namespace Qt::StringLiterals;

namespace {
const QString spdx = u"// SPDX-FileCopyrightText: x\n// SPDX-License-Identifier: y\n"_s;

QVector<SourceFile> allSources()
{
    QVector<SourceFile> files;
    const QString root = QStringLiteral(RENEWAL_SOURCE_DIR);
    for (const auto &folder :
         {u"models"_s, u"app"_s, u"ui"_s, u"tests"_s, u"resources/cmake"_s, u"resources/sql"_s}) {
        QDirIterator walk(root + u'/' + folder,
                          {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s, u"*.cmake"_s, u"*.sql"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly))
                files.append({file.fileName().mid(root.size() + 1), QString::fromUtf8(file.readAll())});
        }
    }
    return files;
}
} // namespace

/// Holds every source file to the rules of ARCHITECTURE.md, and the rules to what they promise.
class TestHouse : public QObject
{
    Q_OBJECT

private slots:
    void everySourceKeepsTheRules()
    {
        const QVector<SourceFile> files = allSources();
        QVERIFY2(files.size() > 50, "the walk found too few files to mean anything");
        QStringList broken;
        for (const SourceFile &file : files)
            broken += brokenRules(file);
        QVERIFY2(broken.isEmpty(), qPrintable(u'\n' + broken.join(u'\n')));
    }

    void ruleFindsWhatItForbids_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        const auto include = [](const char *what) {
            return spdx + u"#include "_s + QLatin1StringView(what) + u'\n';
        };
        QTest::newRow("a plain file is fine") << u"models/a.cpp"_s << include("<QString>") << 0;
        QTest::newRow("models may not see app") << u"models/a.cpp"_s << include("\"app/store/x.h\"") << 1;
        QTest::newRow("models may not see Qt Sql") << u"models/a.cpp"_s << include("<QSqlQuery>") << 1;
        QTest::newRow("models may not open files") << u"models/a.cpp"_s << include("<QFile>") << 1;
        QTest::newRow("ui may not see app") << u"ui/a.cpp"_s << include("\"app/client/x.h\"") << 1;
        QTest::newRow("client may not see store") << u"app/client/a.h"_s << include("\"app/store/x.h\"") << 1;
        QTest::newRow("service may see operations")
            << u"app/service/a.h"_s << include("\"app/operations/x.h\"") << 0;
        QTest::newRow("service may read from store")
            << u"app/service/a.h"_s << include("\"app/store/x.h\"") << 0;
        QTest::newRow("service may not see upstream")
            << u"app/service/a.h"_s << include("\"app/upstream/x.h\"") << 1;
        QTest::newRow("store may not see service")
            << u"app/store/a.h"_s << include("\"app/service/x.h\"") << 1;
        QTest::newRow("the console may see ui") << u"app/console/a.cpp"_s << include("\"ui/shell/x.h\"") << 0;
        QTest::newRow("the server may not see ui")
            << u"app/server/a.cpp"_s << include("\"ui/shell/x.h\"") << 1;
        QTest::newRow("400 lines are fine") << u"app/a.cpp"_s << spdx + QString(398, u'\n') << 0;
        QTest::newRow("401 lines are too many") << u"app/a.cpp"_s << spdx + QString(399, u'\n') << 1;
        QTest::newRow("no SPDX head") << u"app/a.cpp"_s << u"int a;\n"_s << 1;
    }
    void ruleFindsWhatItForbids()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(int, expected);
        const QStringList broken = brokenRules({path, text});
        QVERIFY2(broken.size() == expected, qPrintable(broken.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
