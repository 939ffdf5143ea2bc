import AuditModel

/// What an artifact is, from its name, its place and its first bytes.
struct Identity {
  var kind: ArtifactKind
  var language: Language
  var component: NamedComponent?

  /// - Parameters:
  ///   - text: The first bytes of the decoded text.
  init(_ subject: Subject, _ text: UnsafeRawBufferPointer) {
    component = subject.component
    if let component, Identity.isMetadata(subject, component) {
      if unsafe ContentSniffing.beginsWithTag(text) {
        (kind, language) = (.metadata, .xml)
        return
      }
      // Something else that has the name of a metadata file.
      self.component = nil
    }
    if case .text(let kind, let language) = subject.type, !Identity.isResourceText(subject) {
      (self.kind, self.language) = (kind, language)
      guard language == .xml, subject.component == nil else { return }
    } else {
      (kind, language) = unsafe ContentSniffing.textType(text)
      guard subject.component == nil else { return }
    }
    unsafe nameByRoot(subject, text)
  }

  /// Whether a component's file is XML of the Metadata API rather than the content that it describes.
  private static func isMetadata(_ subject: Subject, _ component: NamedComponent) -> Bool {
    let name = unsafe subject.place.name
    // What stands before a name ends in a separator, which the ending has none of.
    if name.count >= 9, unsafe name.suffix(9).elementsEqual("-meta.xml".utf8) { return true }
    return component.traits.isDisjoint(with: [.content, .bundle])
  }

  /// A static resource with a suffix that says nothing about its text.
  private static func isResourceText(_ subject: Subject) -> Bool {
    subject.component?.id.type == "StaticResource" && subject.type == .text(.docs, .plainText)
  }

  /// Names a file outside the folders of an export whose content says what it is.
  private mutating func nameByRoot(_ subject: Subject, _ text: UnsafeRawBufferPointer) {
    guard let root = unsafe ContentSniffing.metadataRoot(text) else { return }
    if root == "Package" {
      // A manifest is no component, but says what an export was asked for.
      (kind, language) = (.metadata, .xml)
      return
    }
    guard let type = MetadataTypes.withRoot(root) else { return }
    (kind, language) = (.metadata, .xml)
    guard type.traits.isEmpty, let name = PathText.text(subject.place.bytes).split(separator: "/").last else {
      return
    }
    let base = PathText.percentDecoded(String(name.hasSuffix("-meta.xml") ? name.dropLast(9) : name))
    guard base.hasSuffix("." + type.suffix), base.utf8.count > type.suffix.utf8.count + 1 else { return }
    component = NamedComponent(type, String(base.dropLast(type.suffix.count + 1)), isPrimary: true)
  }
}
