import AuditModel

/// What the folders above a file say about the component it belongs to.
///
/// A context is made once for each folder, by entering one folder after another from the root of the
/// input; naming a file then looks only at its name. Folders that no metadata type uses make a context
/// that names nothing, so a web project's `pages/` and `components/` stay what they are unless a file in
/// them also has the suffix of the type.
struct OrgContext: Sendable {
  /// A folder of the registry on the way down.
  private struct Match {
    var types: [MetadataType]
    /// Where the folder stands in `folders`.
    var index: Int
  }

  /// The folder names from the outermost folder of the registry on, decoded.
  private var folders: [String] = []
  private var matches: [Match] = []
  /// The type whose folder takes everything below it, whatever it is called.
  private var container: MetadataType?
  /// Whether the container stands where a package or a retrieve keeps its types.
  private var isContainerInPackage = false
  /// The name of the folder itself.
  private var last = ""

  /// The context above every folder.
  static let outside = OrgContext()

  /// The context of a root, from the end of the path by which it was named: `audit objects/Case` finds the
  /// same components as `audit objects`.
  static func root(named path: String) -> OrgContext {
    let folders = path.split(separator: "/").filter { $0 != "." }
    return folders.suffix(3).reduce(.outside) { $0.entering(String($1)) }
  }

  /// The context of a folder in this one.
  func entering(_ folder: String) -> OrgContext {
    var context = self
    context.last = folder
    // Nothing of a component lies deeper; a bound keeps hostile trees from costs that grow with their depth.
    guard folders.count < 64 else { return context }
    if container == nil, !isPartFolder(folder) {
      let types = MetadataTypes.inDirectory(OrgContext.withoutCopyNumber(folder))
      if let type = types.first(where: OrgContext.takesEverything), isPlausible(type) {
        context.container = type
        context.isContainerInPackage = isInPackage
        context.matches = [Match(types: [type], index: 0)]
        context.folders = []
      } else if !types.isEmpty {
        context.matches.append(Match(types: types, index: folders.count))
      }
    }
    if !context.matches.isEmpty { context.folders.append(PathText.percentDecoded(folder)) }
    return context
  }

  /// Whether a folder of this one holds parts: `objects/Case/webLinks` isn't the `weblinks` of another type.
  private func isPartFolder(_ folder: String) -> Bool {
    guard let match = matches.last, folders.count == match.index + 2 else { return false }
    return match.types.contains { type in
      MetadataTypes.children(of: type.name).contains { $0.directory == folder }
    }
  }

  /// Whether no file in this folder can be named.
  var isOutside: Bool { matches.isEmpty }

  /// The component that a file in this folder is or is part of.
  ///
  /// - Parameter name: The file's name as it stands in the tree.
  func component(ofFile name: String) -> NamedComponent? {
    // A file that is called '-meta.xml' and nothing else stands in a type's folder and has no name.
    component(ofAnyFile: name).flatMap { $0.id.name.isEmpty ? nil : $0 }
  }

  private func component(ofAnyFile name: String) -> NamedComponent? {
    guard !matches.isEmpty else { return nil }
    let file = FileName(name)
    if let container { return containedComponent(file, container) }
    for match in matches.reversed() {
      let below = folders[(match.index + 1)...]
      for type in match.types {
        if let component = OrgContext.component(file, type, below) { return component }
      }
      if let component = OrgContext.folder(file, match.types, below) { return component }
      for type in match.types {
        if let component = OrgContext.part(file, type, below) { return component }
      }
    }
    return nil
  }
}

/// A component that a file belongs to.
struct NamedComponent: Hashable, Sendable {
  var id: ComponentID
  /// Whether the file is what makes the component exist.
  var isPrimary: Bool
  /// The component of which `id` is a part, where it is one.
  private var whole: ComponentID?
  /// How the files of the owner's type are laid out.
  var traits: MetadataType.Traits

  /// The component of which `id` is a part, or `id` itself: what both formats of an export have.
  var owner: ComponentID { whole ?? id }

  /// The same for a file that is a part of the component.
  var asPart: NamedComponent {
    var part = self
    part.isPrimary = false
    return part
  }

  /// - Parameters:
  ///   - type: The component's type, or its owner's where it is a part.
  ///   - part: The component, where it is a part of what is named.
  init(_ type: MetadataType, _ name: String, isPrimary: Bool, part: ComponentID? = nil) {
    let named = ComponentID(type: type.name, name: name)
    id = part ?? named
    self.isPrimary = isPrimary
    whole = part == nil ? nil : named
    traits = type.traits
  }
}

/// The parts of a file's name that say what it is.
private struct FileName {
  /// The name without `-meta.xml`, decoded.
  var base: String
  var isMeta: Bool

  init(_ name: String) {
    let name = PathText.percentDecoded(name)
    isMeta = name.hasSuffix("-meta.xml")
    base = isMeta ? String(name.dropLast("-meta.xml".utf8.count)) : name
  }

  /// The name before a suffix, if it has that suffix.
  func stem(before suffix: String) -> String? {
    guard !suffix.isEmpty else { return nil }
    var (base, suffix) = (base, suffix)
    return base.withUTF8 { bytes in
      suffix.withUTF8 { ending in
        let start = bytes.count - ending.count
        guard start > 1, unsafe bytes[start - 1] == UInt8(ascii: ".") else { return nil }
        for index in ending.indices where unsafe bytes[start + index] | 0x20 != ending[index] | 0x20 { return nil }
        return unsafe String(decoding: bytes[..<(start - 1)], as: UTF8.self)
      }
    }
  }

  /// The name before the last dot.
  var stem: String {
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
    return String(base[..<dot])
  }
}

// MARK: - Types whose files have their suffix

extension OrgContext {
  private static func component(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    guard let stem = file.stem(before: type.suffix) else { return nil }
    let isPrimary = !(file.isMeta && type.traits.contains(.content))
    if type.traits.contains(.folders) || type.name.hasSuffix("Folder") {
      return NamedComponent(type, (below + [stem]).joined(separator: "/"), isPrimary: isPrimary)
    }
    if type.name == "Territory2Rule" || type.name == "Territory2", let model = below.first {
      return NamedComponent(type, "\(model).\(stem)", isPrimary: isPrimary)
    }
    return NamedComponent(type, stem, isPrimary: isPrimary)
  }

  /// A folder of reports, dashboards, templates: `reports/Sales-meta.xml`, beside the folder it describes.
  private static func folder(
    _ file: FileName, _ types: [MetadataType], _ below: ArraySlice<String>
  ) -> NamedComponent? {
    guard file.isMeta, !file.base.contains("."), types.contains(where: { $0.traits.contains(.folders) }),
      let type = types.first(where: { $0.name.hasSuffix("Folder") })
    else { return nil }
    return NamedComponent(type, (below + [file.base]).joined(separator: "/"), isPrimary: true)
  }

  /// A part of a component that has a file of its own, `objects/Case/fields/Channel__c.field-meta.xml`.
  private static func part(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    for child in MetadataTypes.children(of: type.name) {
      guard
        let stem = file.stem(before: child.suffix)
          // Older tools wrote the singular of "indexes" that way.
          ?? (child.name == "Index" ? file.stem(before: "indexe") : nil)
      else { continue }
      // A bot version in Metadata API format carries its bot's name itself: `bots/Helper.v1.botVersion`.
      guard let parent = below.first ?? stem.split(separator: ".").first.map(String.init) else { return nil }
      let id = below.isEmpty ? ComponentID(type: child.name, name: stem) : child.component(stem, of: parent)
      return NamedComponent(type, parent, isPrimary: true, part: id)
    }
    // Presets of the tools split other components too; their parts are no components.
    if file.isMeta, let parent = below.first,
      type.traits.contains(.decomposed) || ["PermissionSet", "Workflow", "SharingRules"].contains(type.name)
    {
      return NamedComponent(type, parent, isPrimary: false)
    }
    return nil
  }
}

// MARK: - Types whose folders take everything

extension OrgContext {
  private static func takesEverything(_ type: MetadataType) -> Bool {
    type.traits.contains(.bundle) || type.name == "StaticResource" || type.name == "Document"
  }

  /// Whether a folder of that name, standing where it stands, is the type's. Names that web projects use
  /// as well count only inside the default folder of a package or the root of a retrieve.
  private func isPlausible(_ type: MetadataType) -> Bool {
    switch type.name {
    case "AuraDefinitionBundle", "LightningComponentBundle", "StaticResource", "ExperienceBundle",
      "DigitalExperienceBundle", "Document":
      true
    default: isInPackage
    }
  }

  /// Whether the folder being left is where a package keeps its types.
  private var isInPackage: Bool { last == "default" || last == "unpackaged" }

  private func containedComponent(_ file: FileName, _ type: MetadataType) -> NamedComponent? {
    let below = folders.dropFirst()
    return switch type.name {
    case "AuraDefinitionBundle": auraBundle(file, type, below)
    case "LightningComponentBundle": lightningBundle(file, type, below)
    case "StaticResource": staticResource(file, type, below)
    case "ExperienceBundle": experience(file, type, below)
    case "DigitalExperienceBundle": digitalExperience(file, type, below)
    case "Document": document(file, type, below)
    default:
      below.first.map { NamedComponent(type, $0, isPrimary: below.count == 1 && file.stem == $0) }
    }
  }

  /// Every file of an Aura bundle begins with the bundle's name, which tells it from other folders called `aura`.
  private func auraBundle(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    guard let bundle = below.first, below.count == 1, file.base.lowercased().hasPrefix(bundle.lowercased())
    else {
      return nil
    }
    let main = ["cmp", "app", "evt", "intf", "tokens"].contains { file.stem(before: $0) == bundle }
    return NamedComponent(type, bundle, isPrimary: main && !file.isMeta)
  }

  private func lightningBundle(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    guard let bundle = below.first, !bundle.hasPrefix("."), !bundle.hasPrefix("__") else { return nil }
    let main = below.count == 1 && (file.base == "\(bundle).js" || file.base == "\(bundle).ts")
    return NamedComponent(type, bundle, isPrimary: main && !file.isMeta)
  }

  /// A resource is `Name.resource` in Metadata API format; in source format the name has the suffix of its
  /// content, or is a folder of what was packed.
  private func staticResource(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    if file.isMeta, let name = file.stem(before: "resource") {
      return NamedComponent(type, name, isPrimary: false)
    }
    if let name = below.first { return NamedComponent(type, name, isPrimary: false) }
    guard !file.base.hasPrefix(".") else { return nil }
    return NamedComponent(type, file.stem, isPrimary: true)
  }

  private func experience(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    let known = ["config", "routes", "views", "themes", "variations", "brandingSets"]
    if below.count <= 1, file.isMeta, let site = file.stem(before: "site") {
      return NamedComponent(type, site, isPrimary: true)
    }
    guard below.count > 1, let site = below.first, known.contains(below[below.startIndex + 1]) else {
      return nil
    }
    return NamedComponent(type, site, isPrimary: false)
  }

  private func digitalExperience(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    guard below.count > 1 else { return nil }
    let name = below.prefix(2).joined(separator: "/")
    let main = below.count == 2 && file.isMeta && file.stem(before: "digitalExperience") != nil
    return NamedComponent(type, name, isPrimary: main)
  }

  /// Documents have any suffix, so a folder of that name counts as an org's only in a package; companions
  /// always do. The suffix is left out of the name, as source format leaves it out of the companion's.
  private func document(_ file: FileName, _ type: MetadataType, _ below: ArraySlice<String>)
    -> NamedComponent?
  {
    let folder =
      file.stem(before: "documentFolder") ?? (file.isMeta && !file.base.contains(".") ? file.base : nil)
    if let name = folder, let type = MetadataTypes.named("DocumentFolder") {
      return NamedComponent(type, (below + [name]).joined(separator: "/"), isPrimary: true)
    }
    guard !below.isEmpty, file.isMeta || isContainerInPackage else { return nil }
    return NamedComponent(type, (below + [file.stem]).joined(separator: "/"), isPrimary: !file.isMeta)
  }
}

// MARK: - Folder names

extension OrgContext {
  /// A folder's name without the number that file managers add to a second copy, `objects 2`.
  private static func withoutCopyNumber(_ folder: String) -> String {
    guard let last = folder.utf8.last, (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(last) else {
      return folder
    }
    let name = folder.dropLast()
    return name.hasSuffix(" ") ? String(name.dropLast()) : folder
  }
}
