<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
    <name>CorrelationTexts</name>
    <message numerus="yes">
        <source>%n with the same name</source>
        <translation>
            <numerusform>%n with the same name</numerusform>
            <numerusform>%n with the same name</numerusform>
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
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n stays as it is</numerusform>
            <numerusform>%n stay as they are</numerusform>
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
    <name>renewal::ui::DecidePane</name>
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
    <name>renewal::ui::EvidencePane</name>
    <message numerus="yes">
        <source>%n renewal(s) are waiting for this decision</source>
        <translation>
            <numerusform>%n renewal is waiting for this decision</numerusform>
            <numerusform>%n renewals are waiting for this decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people share this name here: decide with care</source>
        <translation>
            <numerusform>%n person has this name here</numerusform>
            <numerusform>%n people share this name here: decide with care</numerusform>
        </translation>
    </message>
</context>
</TS>
