<?xml version="1.0" encoding="UTF-8"?>
<CustomApplication xmlns="http://soap.sforce.com/2006/04/metadata">
    <consoleConfig>
        <componentList>
            <alignment>right</alignment>
        </componentList>
        <detailPageRefreshMethod>none</detailPageRefreshMethod>
        <headerColor>#2f5d50</headerColor>
        <listPlacement>
            <location>left</location>
            <units>Percent</units>
            <width>20</width>
        </listPlacement>
        <listRefreshMethod>none</listRefreshMethod>
        <liveAgentConfig>
            <enableLiveChat>true</enableLiveChat>
            <openNewAccountSubtab>false</openNewAccountSubtab>
            <openNewCaseSubtab>true</openNewCaseSubtab>
            <openNewContactSubtab>false</openNewContactSubtab>
            <openNewLeadSubtab>false</openNewLeadSubtab>
            <openNewVFPageSubtab>true</openNewVFPageSubtab>
            <pageNamesToOpen>
                <pagesToOpen>AgentChatPanel</pagesToOpen>
            </pageNamesToOpen>
            <showKnowledgeArticles>true</showKnowledgeArticles>
        </liveAgentConfig>
        <primaryTabColor>#2f5d50</primaryTabColor>
    </consoleConfig>
    <defaultLandingTab>standard-Case</defaultLandingTab>
    <formFactors>Large</formFactors>
    <isServiceCloudConsole>true</isServiceCloudConsole>
    <label>Service Console (Classic)</label>
    <navType>Console</navType>
    <tabs>standard-Case</tabs>
    <tabs>standard-LiveAgentSession</tabs>
    <uiType>Aloha</uiType>
</CustomApplication>
