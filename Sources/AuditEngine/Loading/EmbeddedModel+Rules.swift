import AuditModel

// The types of a rule, field by field, in the order of its initialiser.

extension Rule: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      descriptor: try reader.read(), aliases: try reader.read(), conditions: try reader.read(),
      aggregate: try reader.read(), isSilent: try reader.read(), finds: try reader.read(),
      message: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(descriptor, aliases, conditions, aggregate, isSilent, finds, message)
  }
}

extension RuleDescriptor: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      id: try reader.read(), pack: try reader.read(), title: try reader.read(), class: try reader.read(),
      confidence: try reader.read(), because: try reader.read(), surface: try reader.read(),
      why: try reader.read(), remediation: try reader.read(), replacement: try reader.read(),
      before: try reader.read(), after: try reader.read(), step: try reader.read(),
      effort: try reader.read(), links: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(
      id, pack, title, `class`, confidence, because, surface, why, remediation, replacement, before, after,
      step, effort, links)
  }
}

extension ReferenceTemplate: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(relation: try reader.read(), kind: try reader.read(), name: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(relation, kind, name)
  }
}

extension Condition: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(kind: try reader.read(), confidence: try reader.read(), because: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(kind, confidence, because)
  }
}

extension Condition.Kind: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    switch try reader.byte() {
    case UInt8(ascii: "t"): self = .text(try reader.read())
    case UInt8(ascii: "x"): self = .xml(try reader.read())
    case UInt8(ascii: "c"): self = .component(try reader.read())
    case UInt8(ascii: "p"): self = .path(try reader.read())
    case UInt8(ascii: "r"): self = .relation(try reader.read())
    default: throw reader.failure()
    }
  }

  func write(to writer: inout EmbeddedWriter) {
    switch self {
    case .text(let condition):
      writer.put("t")
      writer.write(condition)
    case .xml(let condition):
      writer.put("x")
      writer.write(condition)
    case .component(let condition):
      writer.put("c")
      writer.write(condition)
    case .path(let condition):
      writer.put("p")
      writer.write(condition)
    case .relation(let condition):
      writer.put("r")
      writer.write(condition)
    }
  }
}

extension TextCondition: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      kinds: try reader.read(), languages: try reader.read(), keywords: try reader.read(),
      pattern: try reader.read(), contexts: try reader.read(), requires: try reader.read(),
      excludes: try reader.read(), unless: try reader.read(), seesDisguises: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(kinds, languages, keywords, pattern, contexts, requires, excludes, unless, seesDisguises)
  }
}

extension XMLCondition: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      roots: try reader.read(), component: try reader.read(), element: try reader.read(),
      clauses: try reader.read(), anyTrue: try reader.read(), captures: try reader.read(),
      keywords: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(roots, component, element, clauses, anyTrue, captures, keywords)
  }
}

extension XMLClause: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(path: try reader.read(), test: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(path, test)
  }
}

extension XMLClause.Test: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    switch try reader.byte() {
    case UInt8(ascii: "i"): self = .isOneOf(try reader.read())
    case UInt8(ascii: "n"): self = .isNoneOf(try reader.read())
    case UInt8(ascii: "o"): self = .absentOrNoneOf(try reader.read())
    case UInt8(ascii: "m"): self = .matches(try reader.read())
    case UInt8(ascii: "d"): self = .matchesNot(try reader.read())
    case UInt8(ascii: "p"): self = .present
    case UInt8(ascii: "a"): self = .absent
    default: throw reader.failure()
    }
  }

  func write(to writer: inout EmbeddedWriter) {
    switch self {
    case .isOneOf(let values):
      writer.put("i")
      writer.write(values)
    case .isNoneOf(let values):
      writer.put("n")
      writer.write(values)
    case .absentOrNoneOf(let values):
      writer.put("o")
      writer.write(values)
    case .matches(let pattern):
      writer.put("m")
      writer.write(pattern)
    case .matchesNot(let pattern):
      writer.put("d")
      writer.write(pattern)
    case .present: writer.put("p")
    case .absent: writer.put("a")
    }
  }
}

extension ComponentCondition: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(types: try reader.read(), name: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(types, name)
  }
}

extension PathCondition: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(pattern: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(pattern)
  }
}

extension RelationCondition: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      subject: try reader.read(), isPresent: try reader.read(), with: try reader.read(),
      without: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(subject, isPresent, with, without)
  }
}

extension EdgePattern: Embeddable {
  init(from reader: inout EmbeddedReader) throws(EmbeddedRulesError) {
    self.init(
      direction: try reader.read(), relation: try reader.read(), kinds: try reader.read(),
      names: try reader.read(), isPresent: try reader.read(), with: try reader.read(),
      without: try reader.read())
  }

  func write(to writer: inout EmbeddedWriter) {
    writer.write(direction, relation, kinds, names, isPresent, with, without)
  }
}
