/// A Metadata API type: how its components are called in an export.
public struct MetadataType: Hashable, Sendable {
  /// How the files of a type are laid out.
  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Components stand in folders, and the folders are part of their names.
    public static let folders = Traits(rawValue: 1)
    /// A component has a content file, and its metadata stand in a companion that ends in `-meta.xml`.
    public static let content = Traits(rawValue: 2)
    /// A component is a folder of files.
    public static let bundle = Traits(rawValue: 4)
    /// In source format a component is a folder with one file for each of its parts.
    public static let decomposed = Traits(rawValue: 8)
  }

  /// The type, `LiveChatButton`; also the root element of its files, but for `Settings`.
  public let name: String
  /// The folder of the type, in the letter case of an export.
  public let directory: String
  /// What stands after the last dot in Metadata API format; empty for bundles.
  public let suffix: String
  public let traits: Traits
}

/// A part of a component that is a component of its own, `CustomField` of `CustomObject`.
public struct MetadataChild: Hashable, Sendable {
  /// The type whose components have such parts.
  public let parent: String
  /// The type of the part.
  public let name: String
  /// The element below the root of the parent's file that holds one part.
  public let element: String
  /// The element below ``element`` that holds the part's own name.
  public let nameElement: String
  /// The folder of the parts in source format, below the folder of their parent.
  public let directory: String
  public let suffix: String
  /// Whether the part's full name begins with its parent's, `Case.Channel__c`.
  public let isNamedAfterParent: Bool

  /// The identity of a part, the same whether it was a file of its own or an element of its parent's.
  public func component(_ name: String, of parentName: String) -> ComponentID {
    ComponentID(type: self.name, name: isNamedAfterParent ? "\(parentName).\(name)" : name)
  }
}

/// The registry of metadata types: which folder, suffix and element stand for what.
///
/// Folder names are compared without regard to ASCII letter case, since people retype them; suffixes and
/// elements are compared exactly. A look-up costs one hash of its key.
public enum MetadataTypes {
  /// Every type, in the order of their names.
  public static let all: [MetadataType] = parsed()

  /// The type of that name, or nothing.
  public static func named(_ name: String) -> MetadataType? {
    byName[name]
  }

  /// The types whose components stand in a folder of that name; several share `wave`, `moderation` and others.
  public static func inDirectory(_ directory: String) -> [MetadataType] {
    byDirectory[directory.lowercased()] ?? []
  }

  /// The types with a suffix, without its dot.
  public static func withSuffix(_ suffix: String) -> [MetadataType] {
    bySuffix[suffix] ?? []
  }

  /// The type whose files have that root element: `Settings` for `LiveAgentSettings`, else the type itself.
  public static func withRoot(_ element: String) -> MetadataType? {
    if let type = byName[element] { return type }
    return element.hasSuffix("Settings") ? byName["Settings"] : nil
  }

  /// The part that an element directly below the root of a component's file holds.
  public static func child(of parent: String, element: String) -> MetadataChild? {
    childrenByParent[parent]?.first { $0.element == element }
  }

  /// The parts that components of a type have.
  public static func children(of parent: String) -> [MetadataChild] {
    childrenByParent[parent] ?? []
  }

  /// The type whose components have parts of that type.
  public static func parent(of child: String) -> String? {
    parentByChild[child]
  }

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  private static let byDirectory = grouped { $0.directory.lowercased() }
  private static let bySuffix = grouped(by: \.suffix)
  private static let childrenByParent = Dictionary(grouping: allChildren, by: \.parent)
  private static let parentByChild = Dictionary(allChildren.map { ($0.name, $0.parent) }) { first, _ in first
  }

  /// The types by a name of theirs, in a table that need not grow while it is filled.
  private static func grouped(by name: (MetadataType) -> String) -> [String: [MetadataType]] {
    all.reduce(into: Dictionary(minimumCapacity: all.count)) { $0[name($1), default: []].append($1) }
  }
}

// MARK: - Children

extension MetadataTypes {
  /// Every kind of part, grouped by parent.
  public static let allChildren: [MetadataChild] = [
    child("AIScoringModelDefinition", "AIScoringModelDefVersion", "aiScoringModelDefVersions"),
    child("AssignmentRules", "AssignmentRule", "assignmentRule", directory: "assignmentRules"),
    child("AutoResponseRules", "AutoResponseRule", "autoResponseRule", directory: "autoResponseRules"),
    child("Bot", "BotVersion", "botVersions"),
    child("CustomLabels", "CustomLabel", "labels", suffix: "label", isNamedAfterParent: false),
    child("CustomObject", "BusinessProcess", "businessProcesses"),
    child("CustomObject", "CompactLayout", "compactLayouts"),
    child("CustomObject", "CustomField", "fields", suffix: "field"),
    child("CustomObject", "FieldSet", "fieldSets"),
    child("CustomObject", "Index", "indexes"),
    child("CustomObject", "ListView", "listViews"),
    child("CustomObject", "RecordType", "recordTypes"),
    child("CustomObject", "SharingReason", "sharingReasons"),
    child("CustomObject", "ValidationRule", "validationRules"),
    child("CustomObject", "WebLink", "webLinks"),
    child(
      "CustomObjectTranslation", "CustomFieldTranslation", "fields", nameElement: "name",
      suffix: "fieldTranslation"),
    child("EscalationRules", "EscalationRule", "escalationRule", directory: "escalationRules"),
    child("ManagedTopics", "ManagedTopic", "managedTopic", nameElement: "name", directory: "managedTopics"),
    child("MatchingRules", "MatchingRule", "matchingRules"),
    child("SharingRules", "SharingCriteriaRule", "sharingCriteriaRules"),
    child("SharingRules", "SharingGuestRule", "sharingGuestRules"),
    child("SharingRules", "SharingOwnerRule", "sharingOwnerRules"),
    child("SharingRules", "SharingTerritoryRule", "sharingTerritoryRules"),
    child("Workflow", "WorkflowAlert", "alerts", directory: "workflowAlerts"),
    child("Workflow", "WorkflowFieldUpdate", "fieldUpdates", directory: "workflowFieldUpdates"),
    child("Workflow", "WorkflowFlowAction", "flowActions", directory: "workflowFlowActions"),
    child(
      "Workflow", "WorkflowKnowledgePublish", "knowledgePublishes", directory: "workflowKnowledgePublishs"),
    child("Workflow", "WorkflowOutboundMessage", "outboundMessages", directory: "workflowOutboundMessages"),
    child("Workflow", "WorkflowRule", "rules", directory: "workflowRules"),
    child("Workflow", "WorkflowSend", "send", directory: "workflowSends"),
    child("Workflow", "WorkflowTask", "tasks", directory: "workflowTasks"),
  ]

  /// A part; what isn't given follows the rule that most types keep.
  private static func child(
    _ parent: String, _ name: String, _ element: String, nameElement: String = "fullName",
    directory: String? = nil, suffix: String? = nil, isNamedAfterParent: Bool = true
  ) -> MetadataChild {
    MetadataChild(
      parent: parent, name: name, element: element, nameElement: nameElement, directory: directory ?? element,
      suffix: suffix ?? camelCased(name), isNamedAfterParent: isNamedAfterParent)
  }
}

// MARK: - Reading the catalogue

extension MetadataTypes {
  private static func parsed() -> [MetadataType] {
    var types: [MetadataType] = []
    types.reserveCapacity(600)
    forEachWord(of: regular) { name, _ in
      let suffix = camelCased(name)
      types.append(MetadataType(name: name, directory: suffix + "s", suffix: suffix, traits: []))
    }
    forEachWord(of: sameInCamelCase) { name, _ in
      types.append(
        MetadataType(name: name, directory: camelCased(name), suffix: camelCased(name), traits: []))
    }
    forEachWord(of: sameAsName) { name, _ in
      types.append(MetadataType(name: name, directory: name, suffix: name, traits: []))
    }
    var line: [String] = []
    forEachWord(of: irregular) { word, endsLine in
      line.append(word)
      guard endsLine else { return }
      types.append(irregularType(line))
      line.removeAll(keepingCapacity: true)
    }
    types.sort { $0.name < $1.name }
    return types
  }

  private static func irregularType(_ words: [String]) -> MetadataType {
    var traits: MetadataType.Traits = []
    var suffix: String?
    for word in words.dropFirst(2) {
      switch word {
      case "+folders": traits.insert(.folders)
      case "+content": traits.insert(.content)
      case "+bundle": traits.insert(.bundle)
      case "+decomposed": traits.insert(.decomposed)
      case "-": suffix = ""
      default: suffix = word
      }
    }
    return MetadataType(name: words[0], directory: words[1], suffix: suffix ?? camelCased(words[0]), traits: traits)
  }

  /// Goes through the words of a catalogue, and says of each whether it is the last of its line.
  ///
  /// In the literal itself: a text's bytes take ten times as long to go through.
  private static func forEachWord(of text: StaticString, _ body: (_ word: String, _ endsLine: Bool) -> Void) {
    text.withUTF8Buffer { bytes in
      var start = 0
      for end in 0...bytes.count {
        let endsLine = unsafe end == bytes.count || bytes[end] == UInt8(ascii: "\n")
        guard unsafe endsLine || bytes[end] == UInt8(ascii: " ") else { continue }
        if start < end { unsafe body(String(decoding: bytes[start..<end], as: UTF8.self), endsLine) }
        start = end + 1
      }
    }
  }

  /// By the byte, since names are ASCII: by the character, all of them took a twentieth of the start.
  private static func camelCased(_ name: String) -> String {
    guard let first = name.utf8.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first else { return name }
    var name = name
    return name.withUTF8 { bytes in
      unsafe String(unsafeUninitializedCapacity: bytes.count) { copy in
        _ = unsafe copy.initialize(fromContentsOf: bytes)
        unsafe copy[0] = first | 0x20
        return bytes.count
      }
    }
  }
}
