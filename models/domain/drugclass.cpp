// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drugclass.h"

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr DrugClass table[] = {
    {"ace_inhibitor", "benazepril captopril enalapril fosinopril lisinopril quinapril ramipril"},
    {"acid_reducer", "esomeprazole famotidine lansoprazole omeprazole pantoprazole rabeprazole sucralfate"},
    {"allergy", "cetirizine diphenhydramine fexofenadine flunisolide fluticasone hydroxyzine loratadine "
                "montelukast"},
    {"angiotensin_blocker", "candesartan irbesartan losartan olmesartan sacubitril telmisartan valsartan"},
    {"anticoagulant", "apixaban dabigatran enoxaparin rivaroxaban warfarin"},
    {"antidepressant", "amitriptyline bupropion citalopram duloxetine escitalopram fluoxetine mirtazapine "
                       "nortriptyline paroxetine sertraline trazodone venlafaxine"},
    {"antiplatelet", "aspirin cilostazol clopidogrel prasugrel ticagrelor"},
    {"antipsychotic", "aripiprazole haloperidol lithium lurasidone olanzapine quetiapine risperidone "
                      "ziprasidone"},
    {"beta_blocker", "atenolol bisoprolol carvedilol labetalol metoprolol nadolol propranolol"},
    {"calcium_blocker", "amlodipine diltiazem felodipine nifedipine verapamil"},
    {"cholesterol", "atorvastatin ezetimibe fenofibrate gemfibrozil lovastatin pravastatin rosuvastatin "
                    "simvastatin"},
    {"diabetes", "dapagliflozin dulaglutide empagliflozin glimepiride glipizide glyburide insulin "
                 "liraglutide metformin pioglitazone semaglutide sitagliptin"},
    {"diuretic", "bumetanide chlorthalidone furosemide hydrochlorothiazide spironolactone torsemide "
                 "triamterene"},
    {"eye", "artificial brimonidine dorzolamide latanoprost timolol"},
    {"inhaler", "albuterol budesonide formoterol ipratropium mometasone salmeterol tiotropium"},
    {"muscle_relaxant", "baclofen cyclobenzaprine methocarbamol tizanidine"},
    {"pain", "acetaminophen celecoxib diclofenac etodolac ibuprofen lidocaine meloxicam naproxen"},
    {"prostate", "alfuzosin doxazosin dutasteride finasteride tamsulosin terazosin"},
    {"seizure", "carbamazepine divalproex gabapentin lamotrigine levetiracetam oxcarbazepine phenytoin "
                "pregabalin primidone topiramate zonisamide"},
    {"steroid", "dexamethasone hydrocortisone methylprednisolone prednisone triamcinolone"},
    {"thyroid", "levothyroxine liothyronine methimazole"},
    {"vitamin", "ascorbic calcium cholecalcif cholecalciferol cyanocobalamin ergocalciferol ferrous folic "
                "multivitamin potassium"},
};
} // namespace

QStringList DrugClass::wordList() const
{
    return QString::fromLatin1(words).split(u' ');
}

std::span<const DrugClass> drugClasses()
{
    return table;
}

const DrugClass *drugClass(QStringView code)
{
    for (const DrugClass &known : table) {
        if (code == QLatin1StringView(known.code))
            return &known;
    }
    return nullptr;
}

QString drugWord(const QString &drug)
{
    const QString plain = QString(drug).replace(u',', u' ').replace(u'/', u' ');
    return plain.left(plain.indexOf(u' ')).toLower();
}

} // namespace renewal
