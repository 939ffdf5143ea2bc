import AuditModel
import Foundation
import Testing

/// What only looks like legacy Chat.
@Suite struct TrapTests {
  @Test(arguments: traps) func `a trap is silent or a note at most`(trap: Trap) throws {
    let report = try report(on: trap.files.mapValues { Data($0.utf8) })
    let loud = report.findings.filter { $0.class != .successor && $0.level > .note }
    #expect(loud.map { "\($0.rule) \($0.location)" } == [])
  }

  struct Trap: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var files: [String: String]

    init(_ name: String, _ files: [String: String]) {
      (testDescription, self.files) = (name, files)
    }
  }
}

private let metadata = "xmlns=\"http://soap.sforce.com/2006/04/metadata\""
private let schema = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""

private let traps: [TrapTests.Trap] = [
  .init(
    "LiveAgent of Quality Unit",
    [
      "web/index.html": """
        <script>(function(d, src, c) { /* … */ })(document, 'https://example.ladesk.com/scripts/track.js',
          function(e) { LiveAgent.createButton('abc123', e); });</script>
        """,
      "src/Desk.php": "<?php $client = new LiveAgentClient('https://example.ladesk.com/api/v3', $key);",
      "src/LiveAgentTracker.js": "window.LiveAgentTracker = LiveAgentTracker || [];",
    ]),
  .init(
    "LiveChat of another company",
    [
      "web/index.html": "<script>window.__lc = {license: 1}; LiveChatWidget.call('maximize');</script>",
      "package.json": #"{"dependencies": {"@livechat/widget-react": "^1.0.0"}}"#,
      "src/chat.py": "API = 'https://api.livechatinc.com/v3.5/agent/action/list_chats'",
    ]),
  .init(
    "agents of an AI project",
    [
      "src/agent.py": "class LiveAgentConfig:\n    model = 'live-agent'\nagent = LiveAgent(LiveAgentConfig())",
      "src/session.ts": "export class LiveAgentSessionManager { start(agent: LiveAgent) { return agent.chat(); } }",
    ]),
  .init(
    "Agentforce",
    [
      "force-app/main/default/genAiPlanners/Help.genAiPlanner-meta.xml":
        "<GenAiPlanner \(metadata)><description>Live agent for chat</description></GenAiPlanner>"
    ]),
  .init(
    "the new product",
    [
      "web/index.html": """
        <script src="https://example.my.site.com/ESWShop1700000000000/assets/js/bootstrap.min.js"></script>
        <script>embeddedservice_bootstrap.init('00D000000000001', 'Shop', 'https://example.my.site.com/ESWShop',
          {scrt2URL: 'https://example.my.salesforce-scrt.com'});</script>
        """,
      "force-app/main/default/EmbeddedServiceConfig/Shop.EmbeddedServiceConfig-meta.xml":
        "<EmbeddedServiceConfig \(metadata)><deploymentFeature>EmbeddedMessaging</deploymentFeature></EmbeddedServiceConfig>",
      "force-app/main/default/lwc/bubble/bubble.js": "import { dispatchMessagingEvent } from 'lightningsnapin/eventStore';",
      "src/Session.cls": "public class Session { MessagingSession session; }",
    ]),
  .init(
    "a list of domains to block",
    [
      "data/blocklist.txt": (1...40).map { "site\($0).example.com\n" }.joined() + "salesforceliveagent.com\n"
        + (41...80).map { "site\($0).example.com\n" }.joined()
    ]),
  .init(
    "a stored header of a Lightning page",
    [
      "test/page.har": """
        {"log": {"version": "1.2", "entries": [{"response": {"headers": [{"name": "Content-Security-Policy",
          "value": "default-src 'self'; connect-src 'self' https://*.salesforceliveagent.com/ https://api.example.com"}]}}]}}
        """
    ]),
  .init(
    "Process Builder's list of objects",
    [
      "force-app/main/default/flows/Task.flow-meta.xml": """
        <Flow \(metadata)>
            <processMetadataValues><name>leftHandSideReferenceTo</name>
                <value><stringValue>Account;Asset;Case;LiveAgentSession;LiveChatTranscript;Opportunity</stringValue></value>
            </processMetadataValues>
            <processType>Workflow</processType><status>Active</status>
        </Flow>
        """
    ]),
  .init(
    "stubs of standard objects",
    [
      "src/objects/LiveChatTranscript.object": """
        <CustomObject \(metadata)>
            <fields><fullName>ChatKey</fullName><trackHistory>false</trackHistory></fields>
            <listViews><fullName>All_LiveChatTranscripts</fullName></listViews>
            <searchLayouts><customTabListAdditionalFields>LiveChatVisitor</customTabListAdditionalFields></searchLayouts>
        </CustomObject>
        """,
      "src/layouts/LiveChatTranscript-Live Chat Transcript Layout.layout":
        "<Layout \(metadata)><layoutSections><layoutColumns><layoutItems><field>LiveChatButtonId</field></layoutItems></layoutColumns></layoutSections></Layout>",
      "src/layouts/LiveChatTranscriptActive-Live Chat Transcript %28In Progress%29 Layout.layout": "<Layout \(metadata)/>",
      "src/sharingRules/LiveChatTranscript.sharingRules": "<SharingRules \(metadata)/>",
      "src/settings/Search.settings":
        "<SearchSettings \(metadata)><searchSettingsByObject><searchSettingsByObject><name>LiveChatTranscript</name></searchSettingsByObject></searchSettingsByObject></SearchSettings>",
      "src/applications/standard__AllTabSet.app":
        "<CustomApplication \(metadata)><tabs>standard-LiveAgentSupervisor</tabs></CustomApplication>",
      "src/profiles/Admin.profile": """
        <Profile \(metadata)>
            <fieldPermissions><editable>false</editable><field>LiveChatTranscript.Body</field><readable>false</readable></fieldPermissions>
            <layoutAssignments><layout>LiveChatTranscript-Live Chat Transcript Layout</layout></layoutAssignments>
        </Profile>
        """,
    ]),
  .init(
    "the default variables of a bot",
    [
      "force-app/main/default/bots/Help/Help.bot-meta.xml": "<Bot \(metadata)>"
        + [("ChatKey", "ChatKey"), ("ContactId", "ContactId"), ("EndUserId", "LiveChatVisitorId"), ("RoutableId", "Id")]
        .map { name, field in
          "<contextVariables><contextVariableMappings><SObjectType>LiveChatTranscript</SObjectType>"
            + "<fieldName>LiveChatTranscript.\(field)</fieldName><messageType>WebChat</messageType></contextVariableMappings>"
            + "<developerName>\(name)</developerName></contextVariables>"
        }.joined() + "</Bot>"
    ]),
  .init(
    "the standard channel of an org without Chat",
    [
      "force-app/main/default/serviceChannels/sfdc_liveagent.serviceChannel-meta.xml":
        "<ServiceChannel \(metadata) \(schema)><label>Chat</label><relatedEntityType xsi:nil=\"true\"/></ServiceChannel>",
      "force-app/main/default/settings/LiveAgent.settings-meta.xml":
        "<LiveAgentSettings \(metadata)><enableLiveAgent>false</enableLiveAgent></LiveAgentSettings>",
    ]),
  .init(
    "names that merely contain the words",
    [
      "force-app/main/default/classes/LiveChatHelper.cls":
        "public class LiveChatHelper { static String liveAgentCountry; LiveAgent_Country__c row; }",
      "force-app/main/default/labels/CustomLabels.labels-meta.xml":
        "<CustomLabels \(metadata)><labels><fullName>LiveChat_Title</fullName><value>Live Chat</value></labels></CustomLabels>",
      "force-app/main/default/objects/Case/fields/LiveChat__c.field-meta.xml":
        "<CustomField \(metadata)><fullName>LiveChat__c</fullName><label>LiveChat</label><type>Text</type></CustomField>",
      "web/site.css": ".nw_LiveAgentHeader { color: red; }",
      "README.md": "We moved our live chat from LiveAgent to something else.",
    ]),
  .init(
    "generated clients and describe caches",
    [
      "src/MetadataService.cls":
        """
        //Generated by wsdl2apex

        public class MetadataService {
          private String[] label_type_info = new String[]{'label', 'http://soap.sforce.com/2006/04/metadata', null};
          public class LiveChatButton extends Metadata { public String label; }
        }
        """,
      "client/conversation_profile.py":
        "# Generated by the protocol buffer compiler. DO NOT EDIT!\nclass SalesforceLiveAgentConfig:\n    organization_id: str\n",
    ]),
]
