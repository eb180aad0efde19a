// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how fast full-form prescriptions become records on one core, in processor time.
#include "models/exchange/recordreader.h"

#include <cstdio>
#include <ctime>

using namespace renewal;
using namespace renewal::exchange;

namespace {
/// `count` lines of about 1.8 KB, as the Medications side delivers them with every field.
QByteArray fullFormLines(int count)
{
    const QByteArray refusal(220, 'x');
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(20'000'000 + i);
        lines +=
            R"({"prescriptionId":)" + number + R"(,"prescriptionNumber":"27)" + number +
            R"(A","prescriptionName":"LISINOPRIL 10MG TAB","prescriptionImage":null,"refillStatus":"active",)"
            R"("refillSubmitDate":null,"refillDate":"2025-10-15T04:00:00.000Z","refillRemaining":0,)"
            R"("facilityName":"DAYT29","facilityApiName":"Dayton Medical Center","isRefillable":false,)"
            R"("isTrackable":false,"sig":"TAKE ONE TABLET BY MOUTH DAILY FOR 30 DAYS","orderedDate":)"
            R"("2025-10-15T04:00:00.000Z","quantity":"30","expirationDate":"2026-10-15T04:00:00.000Z",)"
            R"("dispensedDate":null,"stationNumber":"552GA","inCernerTransition":false,)"
            R"("notRefillableDisplayMessage":")" +
            refusal +
            R"(","cmopDivisionPhone":null,"cmopNdcNumber":null,"userId":22496029,"providerFirstName":"CHIDI N",)"
            R"("providerLastName":"OKAFOR","remarks":null,"divisionName":"DAYTON","modifiedDate":)"
            R"("2025-11-03T19:47:15.000Z","institutionId":null,"dialCmopDivisionPhone":"","dispStatus":"Active",)"
            R"("ndc":"51672-1258-02","reason":null,"prescriptionNumberIndex":"RX","prescriptionSource":"RX",)"
            R"("disclaimer":null,"indicationForUse":"BLOOD PRESSURE","indicationForUseFlag":"1",)"
            R"("category":"Rx Medication","orderableItem":"LISINOPRIL","shape":null,"color":null,)"
            R"("frontImprint":null,"backImprint":null,"dataSourceSystem":"VISTA","isRenewable":true,)"
            R"("notRenewableReason":null,"trackingList":[],"rxRfRecords":[],"tracking":false,)"
            R"("patientId":"V)" +
            number + R"(","prescriberId":"P7","sortedDispensedDate":null})" + '\n';
    }
    return lines;
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
} // namespace

int main()
{
    constexpr int records = 50'000;
    QByteArray text = fullFormLines(records);
    const qsizetype size = text.size();
    text += QByteArray(jsonPadding, '\0');
    RecordReader reader;
    int read = 0;
    const double start = processorSeconds();
    for (qsizetype at = 0; at < size;) {
        const qsizetype end = text.indexOf('\n', at);
        read += reader.read(QByteArrayView(text).sliced(at, end - at), FileKind::Prescriptions) ? 1 : 0;
        at = end + 1;
    }
    const double seconds = processorSeconds() - start;
    std::printf("full-form prescriptions: %d of %d records, %.0f MB/s, %.0f records/s on one core\n", read,
                records, static_cast<double>(size) / seconds / 1e6, read / seconds);
    return read == records ? 0 : 1;
}
