<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AskingTexts</name>
    <message numerus="yes">
        <source>Asked %n time(s)</source>
        <translation>
            <numerusform>Asked %n time</numerusform>
            <numerusform>Asked %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message numerus="yes">
        <source>%Ln renewal(s)</source>
        <translation>
            <numerusform>%Ln renewal</numerusform>
            <numerusform>%Ln renewals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartTexts</name>
    <message numerus="yes">
        <source>, %n missing</source>
        <translation>
            <numerusform>, %n missing</numerusform>
            <numerusform>, %n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correlation</name>
    <message numerus="yes">
        <source>%n other care team(s) may be right instead.</source>
        <translation>
            <numerusform>Another care team may be right instead.</numerusform>
            <numerusform>%n other care teams may be right instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other prescriber(s) fit these words as well.</source>
        <translation>
            <numerusform>%n other prescriber fits these words as well.</numerusform>
            <numerusform>%n other prescribers fit these words as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n patient(s) in common speak for it and no word does, so a person must decide.</source>
        <translation>
            <numerusform>Only %n patient in common speaks for it and no word does, so a person must decide.</numerusform>
            <numerusform>Only %n patients in common speak for it and no word does, so a person must decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrelationTexts</name>
    <message numerus="yes">
        <source>%n are ready to route to this team already</source>
        <comment>renewals</comment>
        <translation>
            <numerusform>%n is ready to route to this team already</numerusform>
            <numerusform>%n are ready to route to this team already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go on waiting for a care team</source>
        <comment>renewals</comment>
        <translation>
            <numerusform>%n goes on waiting for a care team</numerusform>
            <numerusform>%n go on waiting for a care team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are external already</source>
        <comment>renewals</comment>
        <translation>
            <numerusform>%n is external already</numerusform>
            <numerusform>%n are external already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) are ready to route to the linked team</source>
        <translation>
            <numerusform>%n renewal is ready to route to the linked team</numerusform>
            <numerusform>%n renewals are ready to route to the linked team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) are waiting for this decision</source>
        <translation>
            <numerusform>%n renewal is waiting for this decision</numerusform>
            <numerusform>%n renewals are waiting for this decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) become ready to route</source>
        <translation>
            <numerusform>%n renewal becomes ready to route</numerusform>
            <numerusform>%n renewals become ready to route</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) go back to “Needs routing”</source>
        <translation>
            <numerusform>%n renewal goes back to “Needs routing”</numerusform>
            <numerusform>%n renewals go back to “Needs routing”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) become external</source>
        <translation>
            <numerusform>%n renewal becomes external</numerusform>
            <numerusform>%n renewals become external</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n same name</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n same name</numerusform>
            <numerusform>%n same name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: not renewable, or in review</source>
        <translation>
            <numerusform>%n stays: not renewable, or in review</numerusform>
            <numerusform>%n stay: not renewable, or in review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Later renewals of these %n people go to this team too</source>
        <translation>
            <numerusform>Later renewals go to this team too</numerusform>
            <numerusform>Later renewals of these %n people go to this team too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) become ready when the link begins</source>
        <translation>
            <numerusform>%n renewal becomes ready when the link begins</numerusform>
            <numerusform>%n renewals become ready when the link begins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other case(s) moved</source>
        <translation>
            <numerusform>%Ln other case moved</numerusform>
            <numerusform>%Ln other cases moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CutOverTexts</name>
    <message numerus="yes">
        <source>%n stay(s) as it is.</source>
        <translation>
            <numerusform>%n stays as it is.</numerusform>
            <numerusform>%n stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to go</source>
        <translation>
            <numerusform>%n day to go</numerusform>
            <numerusform>%n days to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) to VistA care teams would end on %1.</source>
        <comment>day</comment>
        <translation>
            <numerusform>%Ln link to a VistA care team would end on %1.</numerusform>
            <numerusform>%Ln links to VistA care teams would end on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln renewal(s) wait on them today.</source>
        <translation>
            <numerusform>%Ln renewal waits on them today.</numerusform>
            <numerusform>%Ln renewals wait on them today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) end sooner anyway.</source>
        <translation>
            <numerusform>%Ln link ends sooner anyway.</numerusform>
            <numerusform>%Ln links end sooner anyway.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Oracle Health pool(s) can take the places of %1.</source>
        <comment>care teams</comment>
        <translation>
            <numerusform>%Ln Oracle Health pool can take the places of %1.</numerusform>
            <numerusform>%Ln Oracle Health pools can take the places of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln care team(s)</source>
        <translation>
            <numerusform>%Ln care team</numerusform>
            <numerusform>%Ln care teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) end then</source>
        <translation>
            <numerusform>%Ln link ends then</numerusform>
            <numerusform>%Ln links end then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>crosswalk of %Ln row(s)</source>
        <translation>
            <numerusform>crosswalk of %Ln row</numerusform>
            <numerusform>crosswalk of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prescriber(s): %1</source>
        <comment>names</comment>
        <translation>
            <numerusform>%n prescriber: %1</numerusform>
            <numerusform>%n prescribers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prescriber(s) go to their new pools from %1 on.</source>
        <comment>day</comment>
        <translation>
            <numerusform>%Ln prescriber goes to a new pool from %1 on.</numerusform>
            <numerusform>%Ln prescribers go to their new pools from %1 on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln prescriber(s) are as they were.</source>
        <translation>
            <numerusform>Taken back: %Ln prescriber is as before.</numerusform>
            <numerusform>Taken back: %Ln prescribers are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) hold</source>
        <translation>
            <numerusform>%Ln link holds</numerusform>
            <numerusform>%Ln links hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln care team(s) of single divisions end too; choose those anew in the work list.</source>
        <translation>
            <numerusform>%Ln care team of a single division ends too; choose that anew in the work list.</numerusform>
            <numerusform>%Ln care teams of single divisions end too; choose those anew in the work list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateTexts</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecideCommand</name>
    <message numerus="yes">
        <source>%n renewal(s) become ready to route</source>
        <translation type="vanished">
            <numerusform>%n renewal becomes ready to route</numerusform>
            <numerusform>%n renewals become ready to route</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) need a care team again</source>
        <translation type="vanished">
            <numerusform>%n renewal needs a care team again</numerusform>
            <numerusform>%n renewals need a care team again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) go to community care</source>
        <translation type="vanished">
            <numerusform>%n renewal goes to community care</numerusform>
            <numerusform>%n renewals go to community care</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) would be taken</source>
        <translation type="vanished">
            <numerusform>%n decision would be taken</numerusform>
            <numerusform>%n decisions would be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) taken</source>
        <translation type="vanished">
            <numerusform>%n decision taken</numerusform>
            <numerusform>%n decisions taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsTexts</name>
    <message numerus="yes">
        <source>%Ln decision(s) can be taken</source>
        <translation>
            <numerusform>%Ln decision can be taken</numerusform>
            <numerusform>%Ln decisions can be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) taken</source>
        <translation>
            <numerusform>%Ln decision taken</numerusform>
            <numerusform>%Ln decisions taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s), left as they are</source>
        <translation>
            <numerusform>%Ln problem, left as it is</numerusform>
            <numerusform>%Ln problems, left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided so already</source>
        <translation>
            <numerusform>%Ln decided so already</numerusform>
            <numerusform>%Ln decided so already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) without a decision</source>
        <translation>
            <numerusform>%Ln row without a decision</numerusform>
            <numerusform>%Ln rows without a decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%Ln file(s) left out: the rollout has other figures, which were kept</source>
        <translation>
            <numerusform>%Ln file left out: the rollout has other figures, which were kept</numerusform>
            <numerusform>%Ln files left out: the rollout has other figures, which were kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <comment>number, size</comment>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) went in with %1</source>
        <comment>number, records</comment>
        <translation>
            <numerusform>%Ln file went in with %1</numerusform>
            <numerusform>%Ln files went in with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) set aside</source>
        <translation>
            <numerusform>%Ln record set aside</numerusform>
            <numerusform>%Ln records set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) here already, nothing changed</source>
        <translation>
            <numerusform>%Ln file here already, nothing changed</numerusform>
            <numerusform>%Ln files here already, nothing changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) refused</source>
        <translation>
            <numerusform>%Ln file refused</numerusform>
            <numerusform>%Ln files refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not finished</source>
        <translation>
            <numerusform>%Ln file not finished</numerusform>
            <numerusform>%Ln files not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stopped</source>
        <translation>
            <numerusform>%Ln file stopped</numerusform>
            <numerusform>%Ln files stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWork</name>
    <message numerus="yes">
        <source>Matching of %n station(s) follows.</source>
        <translation>
            <numerusform>Matching of %n station follows.</numerusform>
            <numerusform>Matching of %n stations follows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkTexts</name>
    <message numerus="yes">
        <source>The name was one person&apos;s → %n people share it now.</source>
        <translation>
            <numerusform>The name was one person&apos;s → %n person has it now.</numerusform>
            <numerusform>The name was one person&apos;s → %n people share it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n waiting, %2 Rx</source>
        <comment>division, renewals, number of prescriptions</comment>
        <translation>
            <numerusform>%1: %n waiting, %2 Rx</numerusform>
            <numerusform>%1: %n waiting, %2 Rx</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchingWeights</name>
    <message numerus="yes">
        <source>Learning from %n station(s).</source>
        <translation>
            <numerusform>Learning from %n station.</numerusform>
            <numerusform>Learning from %n stations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%1, %n refill(s)</source>
        <comment>count, refills</comment>
        <translation>
            <numerusform>%1, %n refill</numerusform>
            <numerusform>%1, %n refills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenewalTexts</name>
    <message numerus="yes">
        <source>%1: %n business day(s) after %2; weekends and federal holidays do not count</source>
        <comment>reply due…, time with zone</comment>
        <translation>
            <numerusform>%1: %n business day after %2; weekends and federal holidays do not count</numerusform>
            <numerusform>%1: %n business days after %2; weekends and federal holidays do not count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenewalsModel</name>
    <message numerus="yes">
        <source>%n medication(s)</source>
        <translation>
            <numerusform>%n medication</numerusform>
            <numerusform>%n medications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n shown</source>
        <comment>medications</comment>
        <translation>
            <numerusform>%1 of %n shown</numerusform>
            <numerusform>%1 of %n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>Tell %1: %n request(s) that a Veteran sent there went to another care team. Nothing can be sent to them from here.</source>
        <comment>care team</comment>
        <translation>
            <numerusform>Tell %1: %n request that a Veteran sent there went to another care team. Nothing can be sent to them from here.</numerusform>
            <numerusform>Tell %1: %n requests that a Veteran sent there went to another care team. Nothing can be sent to them from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageTexts</name>
    <message numerus="yes">
        <source>%n routed</source>
        <translation>
            <numerusform>%n routed</numerusform>
            <numerusform>%n routed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routed to %1</source>
        <translation>
            <numerusform>%n routed to %1</numerusform>
            <numerusform>%n routed to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routed to %1 care teams</source>
        <translation>
            <numerusform>%n routed to %1 care teams</numerusform>
            <numerusform>%n routed to %1 care teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rerouted to %1</source>
        <translation>
            <numerusform>%n rerouted to %1</numerusform>
            <numerusform>%n rerouted to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assigned to %1</source>
        <translation>
            <numerusform>%n assigned to %1</numerusform>
            <numerusform>%n assigned to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given back</source>
        <translation>
            <numerusform>%n given back</numerusform>
            <numerusform>%n given back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n denied</source>
        <translation>
            <numerusform>%n denied</numerusform>
            <numerusform>%n denied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n patient(s)</source>
        <translation>
            <numerusform>of %n patient</numerusform>
            <numerusform>of %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) %1 will be closed as denied and leave the queue.</source>
        <translation>
            <numerusform>%n request %1 will be closed as denied and leave the queue.</numerusform>
            <numerusform>%n requests %1 will be closed as denied and leave the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved with changes</source>
        <translation>
            <numerusform>%n approved with changes</numerusform>
            <numerusform>%n approved with changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <translation>
            <numerusform>%n approved</numerusform>
            <numerusform>%n approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned to the Veteran</source>
        <translation>
            <numerusform>%n returned to the Veteran</numerusform>
            <numerusform>%n returned to the Veteran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed as duplicate</source>
        <translation>
            <numerusform>%n closed as duplicate</numerusform>
            <numerusform>%n closed as duplicate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed as withdrawn</source>
        <translation>
            <numerusform>%n closed as withdrawn</numerusform>
            <numerusform>%n closed as withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) %1</source>
        <translation>
            <numerusform>%n renewal %1</numerusform>
            <numerusform>%n renewals %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: %1</source>
        <comment>number, why</comment>
        <translation>
            <numerusform>%n stays: %1</numerusform>
            <numerusform>%n stay: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::console::ConsoleSession</name>
    <message numerus="yes">
        <source>--select %1: the list has %n row(s).</source>
        <translation>
            <numerusform>--select %1: the list has %n row.</numerusform>
            <numerusform>--select %1: the list has %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::items::CriteriaModel</name>
    <message numerus="yes">
        <source>Too little data, about %n more day(s)</source>
        <translation>
            <numerusform>Too little data, about %n more day</numerusform>
            <numerusform>Too little data, about %n more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::items::CutOverTeamsModel</name>
    <message numerus="yes">
        <source>%n prescriber(s) do not go there yet</source>
        <translation>
            <numerusform>%n prescriber does not go there yet</numerusform>
            <numerusform>%n prescribers do not go there yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::items::ImportFilesModel</name>
    <message numerus="yes">
        <source>%Ln record(s) set aside</source>
        <translation>
            <numerusform>%Ln record set aside</numerusform>
            <numerusform>%Ln records set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ActivityWorkspace</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::AdvanceCard</name>
    <message numerus="yes">
        <source>May we go on? Not yet: %n reason(s)</source>
        <translation>
            <numerusform>May we go on? Not yet: %n reason</numerusform>
            <numerusform>May we go on? Not yet: %n reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::BlindReviewPage</name>
    <message numerus="yes">
        <source>%1 is reviewed. Matching had linked %2: that link ended, and %n renewal(s) need routing again.</source>
        <comment>prescriber, care team</comment>
        <translation>
            <numerusform>%1 is reviewed. Matching had linked %2: that link ended, and %n renewal needs routing again.</numerusform>
            <numerusform>%1 is reviewed. Matching had linked %2: that link ended, and %n renewals need routing again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::CareTeamDialog</name>
    <message numerus="yes">
        <source>Link and release %n</source>
        <comment>number of renewals</comment>
        <translation>
            <numerusform>Link and release %n</numerusform>
            <numerusform>Link and release %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ChosenStrip</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of this patient</source>
        <translation>
            <numerusform>%n of this patient</numerusform>
            <numerusform>%n of this patient</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::CorrelationController</name>
    <message numerus="yes">
        <source>%Ln prescriber(s)</source>
        <translation>
            <numerusform>%Ln prescriber</numerusform>
            <numerusform>%Ln prescribers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::CrosswalkDialog</name>
    <message numerus="yes">
        <source>%Ln of its rows cannot be used. Correct them, then give the file again.</source>
        <translation>
            <numerusform>%Ln of its rows cannot be used. Correct it, then give the file again.</numerusform>
            <numerusform>%Ln of its rows cannot be used. Correct them, then give the file again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::CutOverPage</name>
    <message numerus="yes">
        <source>%Ln link(s) of station %1 get their former ends back, and confirmed pools are taken back. What somebody decided otherwise since stays.</source>
        <comment>number</comment>
        <translation>
            <numerusform>%Ln link of station %1 gets its former end back, and confirmed pools are taken back. What somebody decided otherwise since stays.</numerusform>
            <numerusform>%Ln links of station %1 get their former ends back, and confirmed pools are taken back. What somebody decided otherwise since stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The crosswalk of %Ln row(s) is taken into account.</source>
        <translation>
            <numerusform>The crosswalk of %Ln row is taken into account.</numerusform>
            <numerusform>The crosswalk of %Ln rows is taken into account.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Station %1 goes to Oracle Health on %2; %Ln link(s) end then.</source>
        <comment>number, day</comment>
        <translation>
            <numerusform>Station %1 goes to Oracle Health on %2; %Ln link ends then.</numerusform>
            <numerusform>Station %1 goes to Oracle Health on %2; %Ln links end then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln care team(s)</source>
        <translation>
            <numerusform>Confirm %Ln care team</numerusform>
            <numerusform>Confirm %Ln care teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose the %Ln strong one(s)</source>
        <translation>
            <numerusform>Choose the strong one</numerusform>
            <numerusform>Choose the %Ln strong ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen row(s) undecided: choose a pool first.</source>
        <translation>
            <numerusform>The chosen row is undecided: choose a pool first.</numerusform>
            <numerusform>%Ln chosen rows are undecided: choose their pools first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::DecidePane</name>
    <message numerus="yes">
        <source>Link and release %n</source>
        <comment>number of renewals</comment>
        <translation>
            <numerusform>Link and release %n</numerusform>
            <numerusform>Link and release %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link division %1 and release %n</source>
        <comment>number of renewals</comment>
        <translation>
            <numerusform>Link division %1 and release %n</numerusform>
            <numerusform>Link division %1 and release %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::DecisionsDialog</name>
    <message numerus="yes">
        <source>Only the %Ln problem(s)</source>
        <translation>
            <numerusform>Only the %Ln problem</numerusform>
            <numerusform>Only the %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln decision(s)</source>
        <translation>
            <numerusform>Apply %Ln decision</numerusform>
            <numerusform>Apply %Ln decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::DenyDialog</name>
    <message numerus="yes">
        <source>Deny %n</source>
        <translation>
            <numerusform>Deny %n</numerusform>
            <numerusform>Deny %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::EvidencePane</name>
    <message numerus="yes">
        <source>%n people share this name here</source>
        <translation>
            <numerusform>%n person has this name here</numerusform>
            <numerusform>%n people share this name here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::FoldedCard</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ImportDialog</name>
    <message numerus="yes">
        <source>The figures that are there are deleted, and the go or no-go answer rests on those of %n file(s) from then on. This cannot be undone; the old figures would have to be imported again.</source>
        <translation>
            <numerusform>The figures that are there are deleted, and the go or no-go answer rests on those of %n file from then on. This cannot be undone; the old figures would have to be imported again.</numerusform>
            <numerusform>The figures that are there are deleted, and the go or no-go answer rests on those of %n files from then on. This cannot be undone; the old figures would have to be imported again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace by %n file(s)</source>
        <translation>
            <numerusform>Replace by %n file</numerusform>
            <numerusform>Replace by %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace figures by %n file(s)…</source>
        <translation>
            <numerusform>Replace figures by %n file…</numerusform>
            <numerusform>Replace figures by %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ImportReportPane</name>
    <message numerus="yes">
        <source>%Ln record(s) set aside</source>
        <translation>
            <numerusform>%Ln record set aside</numerusform>
            <numerusform>%Ln records set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ManyDecisionsFlow</name>
    <message numerus="yes">
        <source>Link %Ln prescriber(s) to their first candidates</source>
        <translation>
            <numerusform>Link %Ln prescriber to its first candidate</numerusform>
            <numerusform>Link %Ln prescribers to their first candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the candidates of %Ln prescriber(s) is right</source>
        <translation>
            <numerusform>None of the candidates of %Ln prescriber is right</numerusform>
            <numerusform>None of the candidates of %Ln prescribers is right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prescriber(s) in community care</source>
        <translation>
            <numerusform>%Ln prescriber in community care</numerusform>
            <numerusform>%Ln prescribers in community care</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ManyPane</name>
    <message numerus="yes">
        <source>%Ln prescriber(s) chosen</source>
        <translation>
            <numerusform>%Ln prescriber chosen</numerusform>
            <numerusform>%Ln prescribers chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ManyUndo</name>
    <message numerus="yes">
        <source>Took back %Ln decision(s)</source>
        <translation>
            <numerusform>Took back %Ln decision</numerusform>
            <numerusform>Took back %Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::NavigationBadges</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::OtherRenewalsCard</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::OutcomeActions</name>
    <message numerus="yes">
        <source>%n request(s) will be closed and leave the queue.</source>
        <translation>
            <numerusform>%n request will be closed and leave the queue.</numerusform>
            <numerusform>%n requests will be closed and leave the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n</source>
        <translation>
            <numerusform>Close %n</numerusform>
            <numerusform>Close %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::PaperDialog</name>
    <message numerus="yes">
        <source>%n renewals of this patient with all facts.</source>
        <translation>
            <numerusform>%n renewal of this patient with all facts.</numerusform>
            <numerusform>%n renewals of this patient with all facts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages are in %1.</source>
        <comment>path of a file</comment>
        <translation>
            <numerusform>%n page is in %1.</numerusform>
            <numerusform>%n pages are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::QualityCard</name>
    <message numerus="yes">
        <source>Matching quality, last %n days</source>
        <translation>
            <numerusform>Matching quality, last day</numerusform>
            <numerusform>Matching quality, last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ResultLine</name>
    <message numerus="yes">
        <source>%1. %n stayed</source>
        <comment>what was done</comment>
        <translation>
            <numerusform>%1. %n stayed</numerusform>
            <numerusform>%1. %n stayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n</source>
        <comment>number of renewals</comment>
        <translation>
            <numerusform>Go on with %n</numerusform>
            <numerusform>Go on with %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ReturnDialog</name>
    <message numerus="yes">
        <source>Return %n</source>
        <translation>
            <numerusform>Return %n</numerusform>
            <numerusform>Return %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::RevealStrip</name>
    <message numerus="yes">
        <source>The name is shown for %n second(s).</source>
        <translation>
            <numerusform>The name is shown for %n second.</numerusform>
            <numerusform>The name is shown for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %n second(s)</source>
        <translation>
            <numerusform>Hidden again in %n second</numerusform>
            <numerusform>Hidden again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::SendingDialog</name>
    <message numerus="yes">
        <source>%n renewals chosen.</source>
        <translation>
            <numerusform>%n renewal chosen.</numerusform>
            <numerusform>%n renewals chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done.</source>
        <translation>
            <numerusform>%n done.</numerusform>
            <numerusform>%n done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::SendingStrip</name>
    <message numerus="yes">
        <source>Sending: %n need you</source>
        <translation>
            <numerusform>Sending: %n needs you</numerusform>
            <numerusform>Sending: %n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::SharedNameDialog</name>
    <message numerus="yes">
        <source>%n people at station %1 are called %2</source>
        <comment>station, name</comment>
        <translation>
            <numerusform>%n person at station %1 is called %2</numerusform>
            <numerusform>%n people at station %1 are called %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link all and release %n</source>
        <comment>renewals</comment>
        <translation>
            <numerusform>Link all and release %n</numerusform>
            <numerusform>Link all and release %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::StageFactsCard</name>
    <message numerus="yes">
        <source>%n, all closed</source>
        <comment>number of incidents</comment>
        <translation>
            <numerusform>%n, closed</numerusform>
            <numerusform>%n, all closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::ThroughputDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n days</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::TriageActions</name>
    <message numerus="yes">
        <source>Hand %n renewal(s) to which care team of station %1?</source>
        <translation>
            <numerusform>Hand %n renewal to which care team of station %1?</numerusform>
            <numerusform>Hand %n renewals to which care team of station %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reroute %n</source>
        <translation>
            <numerusform>Reroute %n</numerusform>
            <numerusform>Reroute %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n</source>
        <translation>
            <numerusform>Assign %n</numerusform>
            <numerusform>Assign %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Who takes %n renewal(s)? Write the name as the record knows it.</source>
        <translation>
            <numerusform>Who takes %n renewal? Write the name as the record knows it.</numerusform>
            <numerusform>Who takes %n renewals? Write the name as the record knows it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::TriageController</name>
    <message numerus="yes">
        <source>%n renewal(s) taken back</source>
        <translation>
            <numerusform>%n renewal taken back</numerusform>
            <numerusform>%n renewals taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renewal::ui::UnlikelyLinkDialog</name>
    <message numerus="yes">
        <source>%n waiting renewal(s) and all later ones would go to this team.</source>
        <translation>
            <numerusform>%n waiting renewal and all later ones would go to this team.</numerusform>
            <numerusform>%n waiting renewals and all later ones would go to this team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link and release %n</source>
        <comment>number of renewals</comment>
        <translation>
            <numerusform>Link and release %n</numerusform>
            <numerusform>Link and release %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rollout</name>
    <message numerus="yes">
        <source>About %n more day(s) at this pace.</source>
        <translation>
            <numerusform>About one more day at this pace.</numerusform>
            <numerusform>About %n more days at this pace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %1 has been on for %2 of %n day(s)</source>
        <translation>
            <numerusform>Stage %1 has been on for %2 of %n day</numerusform>
            <numerusform>Stage %1 has been on for %2 of %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
