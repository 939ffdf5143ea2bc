import AuditModel
import Testing

@testable import AuditInput

/// The component of a path, written `Type:Name`, with `+` before it where the file is what makes it exist.
private func component(of path: String, root: String = "") -> String? {
  var folders = path.split(separator: "/").map(String.init)
  let name = folders.removeLast()
  let context = folders.reduce(OrgContext.root(named: root)) { $0.entering($1) }
  return context.component(ofFile: name).map { "\($0.isPrimary ? "+" : "")\($0.id)" }
}

@Test(arguments: [
  // Metadata API format and source format, one beside the other.
  ("src/liveChatButtons/Sales.liveChatButton", "+LiveChatButton:Sales"),
  ("force-app/main/default/liveChatButtons/Sales.liveChatButton-meta.xml", "+LiveChatButton:Sales"),
  (
    "unpackaged/liveChatSensitiveDataRule/Cards.liveChatSensitiveDataRule", "+LiveChatSensitiveDataRule:Cards"
  ),
  ("a/b/c/d/EmbeddedServiceConfig/Web.EmbeddedServiceConfig", "+EmbeddedServiceConfig:Web"),
  ("src/settings/LiveAgent.settings", "+Settings:LiveAgent"),
  ("src/settings/LiveAgent.settings-meta.xml", "+Settings:LiveAgent"),
  ("liveChatButtons 2/Sales.liveChatButton", "+LiveChatButton:Sales"),

  // Content files and their companions.
  ("src/classes/Chat.cls", "+ApexClass:Chat"),
  ("src/classes/Chat.cls-meta.xml", "ApexClass:Chat"),
  ("force-app/main/default/classes/chat/core/Chat.cls", "+ApexClass:Chat"),
  ("src/pages/Chat.page", "+ApexPage:Chat"),
  ("src/components/Chat.component", "+ApexComponent:Chat"),
  ("src/triggers/Chat.trigger", "+ApexTrigger:Chat"),

  // Names that were percent-encoded.
  ("src/layouts/Case-Case %28Support%29 Layout.layout", "+Layout:Case-Case (Support) Layout"),
  ("src/layouts/Case-100%25 Layout.layout", "+Layout:Case-100% Layout"),
  ("src/layouts/Case-100% Layout.layout", "+Layout:Case-100% Layout"),
  ("src/profiles/Caf\u{e9} Admin.profile", "+Profile:Caf\u{e9} Admin"),

  // Objects, whole and in parts.
  ("src/objects/Case.object", "+CustomObject:Case"),
  ("f/objects/Case/Case.object-meta.xml", "+CustomObject:Case"),
  ("f/objects/Case/fields/Channel__c.field-meta.xml", "+CustomField:Case.Channel__c"),
  ("f/objects/Case/listViews/All.listView-meta.xml", "+ListView:Case.All"),
  ("f/objects/Case/recordTypes/Chat.recordType-meta.xml", "+RecordType:Case.Chat"),
  ("f/objects/Case/validationRules/V.validationRule-meta.xml", "+ValidationRule:Case.V"),
  ("f/objects/Case/compactLayouts/C.compactLayout-meta.xml", "+CompactLayout:Case.C"),
  ("f/objects/Case/webLinks/W.webLink-meta.xml", "+WebLink:Case.W"),
  ("f/objects/Case/fieldSets/F.fieldSet-meta.xml", "+FieldSet:Case.F"),
  ("f/objects/Case/businessProcesses/B.businessProcess-meta.xml", "+BusinessProcess:Case.B"),
  ("f/objects/Case/indexes/I.indexe-meta.xml", "+Index:Case.I"),
  ("f/objects/Case/sharingReasons/S.sharingReason-meta.xml", "+SharingReason:Case.S"),
  ("src/objectTranslations/Case-de.objectTranslation", "+CustomObjectTranslation:Case-de"),
  ("f/objectTranslations/Case-de/Case-de.objectTranslation-meta.xml", "+CustomObjectTranslation:Case-de"),
  ("f/objectTranslations/Case-de/X__c.fieldTranslation-meta.xml", "+CustomFieldTranslation:Case-de.X__c"),

  // Bots, labels and what presets of the tools split.
  ("src/bots/Helper.bot", "+Bot:Helper"),
  ("f/bots/Helper/Helper.bot-meta.xml", "+Bot:Helper"),
  ("f/bots/Helper/v1.botVersion-meta.xml", "+BotVersion:Helper.v1"),
  ("src/labels/CustomLabels.labels", "+CustomLabels:CustomLabels"),
  ("f/labels/CustomLabels/Greeting.label-meta.xml", "+CustomLabel:Greeting"),
  ("f/permissionsets/Agents/objectSettings/Case.objectSettings-meta.xml", "PermissionSet:Agents"),
  ("f/workflows/Case/workflowAlerts/Tell.workflowAlert-meta.xml", "+WorkflowAlert:Case.Tell"),

  // Folders that are part of the name.
  ("src/reports/Service/Chats.report", "+Report:Service/Chats"),
  ("f/reports/Service/Sub/Chats.report-meta.xml", "+Report:Service/Sub/Chats"),
  ("f/reports/Service.reportFolder-meta.xml", "+ReportFolder:Service"),
  ("src/reports/Service-meta.xml", "+ReportFolder:Service"),
  ("src/dashboards/Service/Chats.dashboard", "+Dashboard:Service/Chats"),
  ("src/email/unfiled$public/Hello.email", "+EmailTemplate:unfiled$public/Hello"),
  ("src/email/unfiled$public/Hello.email-meta.xml", "EmailTemplate:unfiled$public/Hello"),
  ("unpackaged/documents/Pictures/Logo.png", "+Document:Pictures/Logo"),
  ("f/documents/Pictures/Logo.document-meta.xml", "Document:Pictures/Logo"),

  // Bundles.
  ("f/aura/Chat/Chat.cmp", "+AuraDefinitionBundle:Chat"),
  ("f/aura/Chat/ChatController.js", "AuraDefinitionBundle:Chat"),
  ("f/aura/Chat/Chat.cmp-meta.xml", "AuraDefinitionBundle:Chat"),
  ("f/lwc/chat/chat.js", "+LightningComponentBundle:chat"),
  ("f/lwc/chat/chat.html", "LightningComponentBundle:chat"),
  ("f/lwc/chat/chat.js-meta.xml", "LightningComponentBundle:chat"),
  ("f/lwc/chat/__tests__/data/chat.json", "LightningComponentBundle:chat"),
  ("f/experiences/Help.site-meta.xml", "+ExperienceBundle:Help"),
  ("f/experiences/Help/views/home.json", "ExperienceBundle:Help"),
  ("f/digitalExperiences/site/Help/Help.digitalExperience-meta.xml", "+DigitalExperienceBundle:site/Help"),
  ("f/digitalExperiences/site/Help/sfdc_cms__view/home/content.json", "DigitalExperienceBundle:site/Help"),
  ("main/default/waveTemplates/Sales/template-info.json", "WaveTemplateBundle:Sales"),

  // Static resources, packed and unpacked.
  ("src/staticresources/Chat.resource", "+StaticResource:Chat"),
  ("src/staticresources/Chat.resource-meta.xml", "StaticResource:Chat"),
  ("f/staticresources/Chat.js", "+StaticResource:Chat"),
  ("f/staticresources/Chat/pages/index.html", "StaticResource:Chat"),
  ("f/staticresources/Chat/classes/Foo.cls", "StaticResource:Chat"),

  // Types whose files have somebody else's suffix.
  ("src/customMetadata/Chat_Setting.Default.md", "+CustomMetadata:Chat_Setting.Default"),
  ("src/applications/Service.app", "+CustomApplication:Service"),
  ("src/sites/Help.site", "+CustomSite:Help"),
  ("src/moderation/Bad.keywords", "+KeywordList:Bad"),
  ("src/moderation/Site.Bad.rule", "+ModerationRule:Site.Bad"),
  ("src/quickActions/LiveChatTranscript.Close.quickAction", "+QuickAction:LiveChatTranscript.Close"),
])
func `a path in an export names its component`(path: String, expected: String) {
  #expect(component(of: path) == expected)
}

@Test(arguments: [
  "web/pages/index.jsx", "web/components/Chat.tsx", "web/components/chat.component.ts",
  "web/layouts/main.html",
  "web/classes/chat.py", "docs/settings/readme.md", "README.md", "src/aura/Sql/Query.php",
  "vendor/aura/sql/Pdo.php",
  "web/lwc/jsconfig.json", "web/lwc/__mocks__/a.js", "app/experiences/spa/index.html",
  "app/documents/terms/de.html",
  "app/contentTypes/page/page.js", "f/objects/Case/notes.txt", "package.xml", "src/package.xml",
  "flows/checkout.js",
  "reports/2026/summary.html", "liveChatButtons/Sales.xml",
])
func `a path outside the folders of an export names nothing`(path: String) {
  #expect(component(of: path) == nil)
}

@Test(arguments: [
  ("x/objects", "Case/fields/A__c.field-meta.xml", "+CustomField:Case.A__c"),
  ("x/objects/Case", "fields/A__c.field-meta.xml", "+CustomField:Case.A__c"),
  ("x/objects/Case/fields/", "A__c.field-meta.xml", "+CustomField:Case.A__c"),
  ("./liveChatButtons", "Sales.liveChatButton", "+LiveChatButton:Sales"),
  ("lwc", "chat/chat.js", "+LightningComponentBundle:chat"),
])
func `a root inside an export names the same components`(root: String, path: String, expected: String) {
  #expect(component(of: path, root: root) == expected)
}

@Test func `every type of the registry is named in both formats`() {
  for type in MetadataTypes.all
  where !type.traits.contains(.bundle) && !["Document", "StaticResource"].contains(type.name) {
    let folder = type.traits.contains(.folders) ? "F/" : ""
    let own = type.traits.contains(.decomposed) ? "X/" : ""
    let stem = ["Territory2Rule", "Territory2"].contains(type.name) ? "M.X" : "X"
    let parent = stem == "M.X" ? "M/" : ""
    let expected = "\(type.name):\(folder)\(stem)"
    let source = component(of: "p/\(type.directory)/\(parent)\(folder)\(own)X.\(type.suffix)-meta.xml")
    let api = component(of: "p/\(type.directory)/\(parent)\(folder)X.\(type.suffix)")
    #expect(source == (type.traits.contains(.content) ? expected : "+\(expected)"))
    #expect(api == "+\(expected)")
  }
}

@Test func `parts of a component count as their parent`() {
  let context = ["objects", "Case", "fields"].reduce(OrgContext.outside) { $0.entering($1) }
  let field = context.component(ofFile: "A__c.field-meta.xml")
  #expect(field?.owner == ComponentID(type: "CustomObject", name: "Case"))
}

@Test func `a deep tree below a folder of the registry stays cheap`() {
  var context = OrgContext.outside.entering("classes")
  for _ in 0..<10_000 { context = context.entering("d") }
  #expect(context.component(ofFile: "A.cls") != nil)
}
