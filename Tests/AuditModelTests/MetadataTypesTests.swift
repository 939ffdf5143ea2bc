import AuditModel
import Testing

@Test(arguments: [
  ("LiveChatButton", "liveChatButtons", "liveChatButton"),
  ("LiveChatSensitiveDataRule", "liveChatSensitiveDataRule", "liveChatSensitiveDataRule"),
  ("EmbeddedServiceConfig", "EmbeddedServiceConfig", "EmbeddedServiceConfig"),
  ("ApexClass", "classes", "cls"),
  ("CustomObject", "objects", "object"), ("RemoteSiteSetting", "remoteSiteSettings", "remoteSite"),
  ("ServicePresenceStatus", "servicePresenceStatuses", "servicePresenceStatus"),
  ("Settings", "settings", "settings"),
  ("CustomMetadata", "customMetadata", "md"), ("FlexiPage", "flexipages", "flexipage"),
  ("LightningComponentBundle", "lwc", ""), ("SharingRules", "sharingRules", "sharingRules"),
])
func `a type is found by its name and by its folder`(name: String, directory: String, suffix: String) {
  let type = MetadataTypes.named(name)
  #expect(type?.directory == directory)
  #expect(type?.suffix == suffix)
  #expect(MetadataTypes.inDirectory(directory.uppercased()).contains { $0.name == name })
}

@Test func `names of types are unique, and only some folders are shared`() {
  #expect(Set(MetadataTypes.all.map(\.name)).count == MetadataTypes.all.count)
  #expect(MetadataTypes.all.count > 500)
  #expect(MetadataTypes.inDirectory("moderation").map(\.name) == ["KeywordList", "ModerationRule"])
  #expect(MetadataTypes.inDirectory("src").isEmpty)
}

@Test(arguments: [
  ("CustomObject", "fields", "CustomField:Case.Name"), ("CustomObject", "indexes", "Index:Case.Name"),
  ("Bot", "botVersions", "BotVersion:Case.Name"), ("CustomLabels", "labels", "CustomLabel:Name"),
  ("Workflow", "alerts", "WorkflowAlert:Case.Name"),
  ("SharingRules", "sharingOwnerRules", "SharingOwnerRule:Case.Name"),
])
func `an element of a component's file is a part with the same name as its own file`(
  parent: String, element: String, expected: String
) {
  #expect(
    MetadataTypes.child(of: parent, element: element)?.component("Name", of: "Case").description == expected)
  #expect(MetadataTypes.child(of: parent, element: "other") == nil)
}

@Test(arguments: [
  ("LiveAgentSettings", "Settings"), ("EmbeddedServiceMenuSettings", "EmbeddedServiceMenuSettings"),
  ("Profile", "Profile"),
])
func `a root element says the type`(root: String, type: String) {
  #expect(MetadataTypes.withRoot(root)?.name == type)
}

@Test func `every part has a parent`() {
  for child in MetadataTypes.allChildren {
    #expect(MetadataTypes.named(child.parent) != nil)
    #expect(MetadataTypes.parent(of: child.name) == child.parent)
  }
}
