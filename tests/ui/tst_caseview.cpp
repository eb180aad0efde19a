// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/recordgrid.h"
#include "ui/widgets/buttons.h"

#include <QLabel>
#include <QPushButton>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId okafor{2};
} // namespace

/// What is told about one case before anything is decided: what follows, what is offered first, and why.
class TestCaseView : public QObject
{
    Q_OBJECT

private slots:
    void whatEachDecisionWouldDoIsShown();
    void aLinkThatCannotBeSaysWhy();
    void whatIsUnlikelyIsNotOfferedFirst();
    void withoutCandidatesTheSearchIsOffered();
    void whatMatchingLinkedIsConfirmed();
    void whoElseIsLinkedToTheTeamIsTold();
    void whatWouldChangeItIsALine();
    void sharedPatientsAreAFigureWithCounts();

private:
    [[nodiscard]] static bool openAt(test::WindowFixture &f, PrescriberId id)
    {
        if (!f.open(ui::WorkspaceId::Correlations))
            return false;
        auto *workspace = f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s);
        workspace->openPrescriber(id);
        return QTest::qWaitFor(
            [&] { return workspace->isSettled() && workspace->controller()->prescriber() == id; });
    }
    static QString title(const test::WindowFixture &f)
    {
        return f.find<QLabel>(u"prescriberTitleLabel"_s)->text();
    }
    static QString label(const test::WindowFixture &f, const QString &name)
    {
        return f.find<QLabel>(name)->text();
    }
    static bool isPrimary(const test::WindowFixture &f, const QString &button)
    {
        return ui::buttonKind(f.find<QPushButton>(button)) == ui::ButtonKind::Primary;
    }
};

void TestCaseView::whatEachDecisionWouldDoIsShown()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    QTRY_VERIFY(label(f, u"effectLinkLabel"_s).startsWith(u"22 "));
    QCOMPARE(label(f, u"effectLinkTitle"_s), u"Link to 552_CARDIO_OKAFOR CHIDI_SLC4"_s);
    QVERIFY(label(f, u"laterLinkLabel"_s).contains(u"go to this team"));
    QCOMPARE(label(f, u"effectRefuseLabel"_s), u"22 go on waiting for a care team"_s);
    QVERIFY(label(f, u"laterRefuseLabel"_s).contains(u"not suggest"));
    QVERIFY2(label(f, u"effectExternalLabel"_s).startsWith(u"22 renewal"),
             qPrintable(label(f, u"effectExternalLabel"_s)));
    QVERIFY(label(f, u"effectExternalLabel"_s).endsWith(u"become external"));
    QCOMPARE(label(f, u"effectBeyondLabel"_s), u"In any case 7 stay: not renewable, or in review"_s);
    // Another candidate: only that is asked again, and the others stand.
    const qsizetype looks = f.world.correlations.previews.size();
    f.key(Qt::Key_2);
    QTRY_COMPARE(label(f, u"effectLinkTitle"_s), u"Link to 552 CARDIOLOGY CLINIC B"_s);
    QTRY_COMPARE(f.world.correlations.previews.size(), looks + 1);
    QCOMPARE(f.world.correlations.previews.last().careTeam.value, 6910411);
    QVERIFY(label(f, u"effectRefuseLabel"_s).startsWith(u"22 "));
    f.key(Qt::Key_4); // none of these
    QTRY_COMPARE(label(f, u"effectLinkLabel"_s), u"Choose a candidate to see it."_s);
    QCOMPARE(label(f, u"effectRefuseLabel"_s), u"22 go on waiting for a care team"_s);
}

void TestCaseView::aLinkThatCannotBeSaysWhy()
{
    test::WindowFixture f;
    for (CareTeam &team : f.world.correlations.teams)
        team.blocked = team.triageTeamId.value == 6910405;
    QVERIFY(openAt(f, okafor));
    QTRY_COMPARE(label(f, u"effectLinkLabel"_s), u"This team is blocked: nobody can write to it."_s);
    QVERIFY(!f.find<QPushButton>(u"linkButton"_s)->isEnabled());
    f.key(Qt::Key_L);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
}

void TestCaseView::whatIsUnlikelyIsNotOfferedFirst()
{
    test::WindowFixture f;
    auto &set = f.world.correlations.find(okafor)->candidates;
    set.candidates[0].probability = 0.13;
    set.candidates[1].probability = 0.02;
    set.candidates[2].probability = 0.01;
    set.noneProbability = 0.84;
    QVERIFY(openAt(f, okafor));
    QVERIFY(f.find<QLabel>(u"noTeamLabel"_s)->isVisible());
    QVERIFY(!f.find<QPushButton>(u"linkButton"_s)->isEnabled());
    QVERIFY(isPrimary(f, u"refuseButton"_s));
    QVERIFY(!isPrimary(f, u"linkButton"_s));
    f.key(Qt::Key_L);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    f.key(Qt::Key_1);
    QTRY_VERIFY(isPrimary(f, u"linkButton"_s));
    QVERIFY(!isPrimary(f, u"refuseButton"_s));
    QTRY_COMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Link and release 22…"_s);
}

void TestCaseView::withoutCandidatesTheSearchIsOffered()
{
    test::WindowFixture f;
    PrescriberDetail *detail = f.world.correlations.find(okafor);
    detail->candidates.candidates.clear();
    detail->candidates.noneProbability = 1;
    QVERIFY(openAt(f, okafor));
    QVERIFY(isPrimary(f, u"otherTeamButton"_s));
    QVERIFY(!isPrimary(f, u"linkButton"_s));
    QVERIFY(!isPrimary(f, u"refuseButton"_s));
    QCOMPARE(label(f, u"effectLinkLabel"_s), u"Choose another team to see it."_s);
    QTRY_COMPARE(label(f, u"effectRefuseLabel"_s), u"22 go on waiting for a care team"_s);
}

void TestCaseView::whatMatchingLinkedIsConfirmed()
{
    test::WindowFixture f;
    PrescriberDetail *detail = f.world.correlations.find(okafor);
    detail->summary.correlation.status = CorrelationStatus::Automatic;
    detail->summary.correlation.careTeam = {6910405};
    detail->linkedTeam = f.world.correlations.teams[0];
    detail->summary.waiting = 0;
    QVERIFY(openAt(f, okafor));
    QTRY_COMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Confirm this link"_s);
    f.key(Qt::Key_3); // another team is no confirmation
    QTRY_COMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Link…"_s);
}

void TestCaseView::whoElseIsLinkedToTheTeamIsTold()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    const auto alsoLinked = [&f] {
        for (const ui::RecordField &field : f.find<ui::RecordGrid>(u"teamFacts"_s)->fields()) {
            if (field.label == u"Also linked")
                return field.value.text;
        }
        return u"(no such line)"_s;
    };
    QCOMPARE(alsoLinked(), u"(no such line)"_s); // nobody: no empty line
    f.key(Qt::Key_2);
    QTRY_COMPARE(alsoLinked(), u"Adler, Ruth; Smith, Joan; Wong, A. and 2 more"_s);
}

void TestCaseView::whatWouldChangeItIsALine()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    const QString text = label(f, u"counterfactualLabel"_s);
    QVERIFY2(text.contains(u"without “Another team shares the name” it would be"), qPrintable(text));
    QVERIFY2(text.contains(u"matching needs to link by itself"), qPrintable(text));
    f.key(Qt::Key_4); // none of these
    QTRY_VERIFY(!f.find<QLabel>(u"counterfactualLabel"_s)->isVisible());
}

void TestCaseView::sharedPatientsAreAFigureWithCounts()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    auto *figure = f.find<QWidget>(u"sharedPatientsFigure"_s);
    QVERIFY(figure->isVisible());
    QCOMPARE(figure->accessibleDescription(),
             u"118 are the same people, 72 % of all the prescriber’s. Solid circle: 164 with prescriptions "
             u"of this "
             "prescriber. Dashed circle: 340 who belong to this care team"_s);
    f.key(Qt::Key_2);
    QTRY_VERIFY(label(f, u"sharedPatientsLabel"_s).startsWith(u"40 are the same people"));
    f.key(Qt::Key_4); // none of these
    QTRY_VERIFY(!f.find<QWidget>(u"sharedPatientsCard"_s)->isVisible());
    f.key(Qt::Key_J); // of the next one's teams nothing is known
    QTRY_VERIFY(title(f).startsWith(u"Smith"));
    QVERIFY(!f.find<QWidget>(u"sharedPatientsCard"_s)->isVisible());
}

QTEST_MAIN(TestCaseView)
#include "tst_caseview.moc"
