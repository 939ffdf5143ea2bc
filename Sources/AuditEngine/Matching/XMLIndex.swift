import AuditModel
import XMLReading

/// Element conditions by numbers instead of names, shared by all documents.
final class XMLIndex: Sendable {
  let names: XMLNames
  /// What to do in a document or in a decomposed part, by the number of its root element.
  let roots: [XMLNameID: Root]
  /// The attribute `nil` of `xsi:nil="true"`, which says that an element is there and empty.
  let nilAttribute: XMLNameID
  /// Conditions on the existence of components, by lower-case type.
  let componentConditions: [String: [CompiledComponent]]

  /// The conditions of one root element.
  struct Root: Sendable {
    var type: String
    /// Conditions on the root itself.
    var onRoot: [Element] = []
    /// Conditions on elements below it, by the element's name.
    var onElement: [XMLNameID: [Element]] = [:]
    /// Elements that are components of their own, by name.
    var parts: [XMLNameID: MetadataChild] = [:]
  }

  /// One condition with its paths as numbers.
  struct Element: Sendable {
    var compiled: CompiledXML
    /// The element's path from its end; empty for the root.
    var reversedPath: [XMLNameID]
    var recorded: [RecordedPath]
  }

  /// A child whose text is kept.
  struct RecordedPath: Sendable {
    var elements: [XMLNameID]
    /// The attribute's name, where the path ends in one.
    var attribute: XMLNameID?
  }

  init(_ rules: RuleSet) {
    var names = XMLNames()
    var roots: [XMLNameID: Root] = [:]
    for (type, conditions) in rules.xmlConditions.sorted(by: { $0.key < $1.key }) {
      var root = Root(type: type)
      for compiled in conditions {
        let element = Element(
          compiled: compiled,
          reversedPath: compiled.reversedPath.map { names.register($0) },
          recorded: compiled.recorded.map { XMLIndex.path($0, &names) })
        if let last = element.reversedPath.first {
          root.onElement[last, default: []].append(element)
        } else {
          root.onRoot.append(element)
        }
      }
      roots[names.register(type)] = root
    }
    // A document whose parts are components of their own must be read for their sake; and what a rule about
    // the whole document finds in a part belongs to the part.
    componentConditions = rules.componentConditions
    for child in MetadataTypes.allChildren
    where rules.xmlConditions[child.name] != nil || rules.xmlConditions[child.parent] != nil
      || componentConditions[child.name.lowercased()] != nil
    {
      let parent = names.register(child.parent)
      roots[parent, default: Root(type: child.parent)].parts[names.register(child.element)] = child
      names.register(child.nameElement)
      names.register(child.name)
    }
    nilAttribute = names.register("nil")
    self.names = names
    self.roots = roots
  }

  private static func path(_ text: String, _ names: inout XMLNames) -> RecordedPath {
    var path = RecordedPath(elements: [])
    for part in text.split(separator: "/") where part != "." {
      if part.first == "@" {
        path.attribute = names.register(String(part.dropFirst()))
      } else {
        path.elements.append(names.register(String(part)))
      }
    }
    return path
  }
}
