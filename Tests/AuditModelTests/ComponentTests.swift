import AuditModel
import Testing

@Suite struct ComponentTests {
  @Test(arguments: [
    ("Queue", "Q1", "queue:q1"), ("", "", ":"), ("LiveChatButton", "Sales Button @ [Zz]`{", "livechatbutton:sales button @ [zz]`{"),
    ("CustomObject", "Größe__c", "customobject:größe__c"), ("Ä", "ÉA", "ä:éa"), ("CustomFieldTranslation", "İ", "customfieldtranslation:i\u{307}"),
  ])
  func `a key is the identity in lower case`(type: String, name: String, key: String) {
    let component = ComponentID(type: type, name: name)
    #expect(Array(component.key.utf8) == Array(key.utf8))
    #expect(component.key == "\(type):\(name)".lowercased())
  }
}
