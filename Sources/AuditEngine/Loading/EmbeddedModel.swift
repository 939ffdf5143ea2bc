import AuditModel

// Every type of a pack, field by field, in the order of its initialiser.

extension RulePack {
  /// Writes packs in the form that ``decodeEmbedded(_:)`` reads.
  package static func encodeEmbedded(_ packs: [RulePack]) -> String {
    var writer = EmbeddedWriter()
    writer.write(packs)
    return writer.text
  }

  /// Reads the packs that were compiled into the binary.
  ///
  /// - Complexity: O(*n*) in the size of the text; 2 ms for 250 rules.
  public static func decodeEmbedded(_ text: StaticString) throws(EmbeddedRulesError) -> [RulePack] {
    // The text lives as long as the program.
    unsafe try decodeEmbedded(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package static func decodeEmbedded(_ bytes: [UInt8]) throws(EmbeddedRulesError) -> [RulePack] {
    unsafe try bytes.withUnsafeBufferPointer { bytes throws(EmbeddedRulesError) in unsafe try decodeEmbedded(bytes) }
  }

  private static func decodeEmbedded(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(EmbeddedRulesError) -> [RulePack] {
    var reader = unsafe EmbeddedReader(bytes)
    let packs: [RulePack] = try reader.read()
    guard reader.isAtEnd else { throw reader.failure() }
    return packs
  }
}

extension FindingClass: Embeddable {}
extension Confidence: Embeddable {}
extension Surface: Embeddable {}
extension ArtifactKind: Embeddable {}
extension Language: Embeddable {}
extension MatchContext: Embeddable {}
extension Relation: Embeddable {}
extension NodeKind: Embeddable {}
extension RuleID: Embeddable {}
extension Aggregate: Embeddable {}
extension EdgePattern.Direction: Embeddable {}
extension MappingKind: Embeddable {}

extension CalendarDate: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    guard let date = CalendarDate(try reader.string()) else { throw reader.failure() }
    self = date
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(description)
  }
}

extension RulePack: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      name: try reader.read(), version: try reader.read(), title: try reader.read(),
      retirement: try reader.read(), steps: try reader.read(), exportTypes: try reader.read(),
      questions: try reader.read(), queries: try reader.read(), mapping: try reader.read(),
      scaffold: try reader.read(), offSwitch: try reader.read(), rules: try reader.read(), hash: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(
      name, version, title, retirement, steps, exportTypes, questions, queries, mapping, scaffold, offSwitch,
      rules, hash)
  }
}

extension OffSwitch: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(property: try reader.read(), value: try reader.read(), because: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(property, value, because)
  }
}

extension Retirement: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      product: try reader.read(), alsoKnownAs: try reader.read(), announced: try reader.read(),
      maintenance: try reader.read(), retired: try reader.read(), successor: try reader.read(),
      unknowns: try reader.read(), sources: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(product, alsoKnownAs, announced, maintenance, retired, successor, unknowns, sources)
  }
}

extension PlanStep: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      id: try reader.read(), phase: try reader.read(), title: try reader.read(), details: try reader.read(),
      role: try reader.read(), needs: try reader.read(), always: try reader.read(),
      doneWhen: try reader.read(), effort: try reader.read(), rollback: try reader.read(),
      links: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(id, phase, title, details, role, needs, always, doneWhen, effort, rollback, links)
  }
}

extension ExportType: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      type: try reader.read(), members: try reader.read(), allowsWildcard: try reader.read(),
      weakens: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(type, members, allowsWildcard, weakens)
  }
}

extension Question: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      id: try reader.read(), text: try reader.read(), role: try reader.read(), how: try reader.read(),
      step: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(id, text, role, how, step)
  }
}

extension RecordQuery: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      object: try reader.read(), soql: try reader.read(), why: try reader.read(), key: try reader.read(),
      component: try reader.read(), name: try reader.read(), identifies: try reader.read(),
      links: try reader.read(), properties: try reader.read(), calls: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(object, soql, why, key, component, name, identifies, links, properties, calls)
  }
}

extension RecordQuery.Calls: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(client: try reader.read(), object: try reader.read(), objects: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(client, object, objects)
  }
}

extension RecordQuery.Link: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(column: try reader.read(), relation: try reader.read(), component: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(column, relation, component)
  }
}

extension MappingFacts: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(deployments: try reader.read(), parts: try reader.read(), features: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(deployments, parts, features)
  }
}

extension FeatureMapping: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      id: try reader.read(), feature: try reader.read(), maps: try reader.read(),
      replacement: try reader.read(), rules: try reader.read(), properties: try reader.read(),
      links: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(id, feature, maps, replacement, rules, properties, links)
  }
}

extension FeatureMapping.Property: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(name: try reader.read(), values: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(name, values)
  }
}

extension ScaffoldFacts: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(drafts: try reader.read(), removals: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(drafts, removals)
  }
}

extension ScaffoldFacts.Draft: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    let path: String = try reader.read()
    let scope: String? = try reader.read()
    self.init(
      path: path, scope: scope.map { ScaffoldFacts.Scope($0) }, rules: try reader.read(),
      features: try reader.read(), text: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(path, scope?.text, rules, features, text)
  }
}

extension ScaffoldFacts.Removal: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(type: try reader.read(), rules: try reader.read(), review: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(type, rules, review)
  }
}

extension Link: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(title: try reader.read(), url: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(title, url)
  }
}

extension Effort: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      low: try reader.read(), high: try reader.read(), role: try reader.read(), per: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(low, high, role, per)
  }
}
