/// A JSON value whose keys keep their order, for formats that other tools define.
indirect enum JSONValue {
  case object([(String, JSONValue?)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case bool(Bool)

  /// The document with two blanks per level and a line end after it.
  ///
  /// Keys without a value are left out. What a terminal would obey stands as `\u` escapes.
  var document: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: "\n")
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func write(to output: inout [UInt8], indent: String) {
    switch self {
    case .object(let members):
      let members = members.compactMap { key, value in value.map { (key, $0) } }
      JSONValue.write(members, between: ("{", "}"), to: &output, indent: indent) { member, output, indent in
        JSONText.write(member.0, to: &output)
        output.append(contentsOf: ": ".utf8)
        member.1.write(to: &output, indent: indent)
      }
    case .array(let values):
      JSONValue.write(values, between: ("[", "]"), to: &output, indent: indent) { value, output, indent in
        value.write(to: &output, indent: indent)
      }
    case .string(let text): JSONText.write(text, to: &output)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to output: inout [UInt8], indent: String,
    each: (Item, inout [UInt8], String) -> Void
  ) {
    output.append(contentsOf: brackets.0.utf8)
    let inner = indent + "  "
    for (index, item) in items.enumerated() {
      output.append(contentsOf: (index == 0 ? inner : "," + inner).utf8)
      each(item, &output, inner)
    }
    output.append(contentsOf: ((items.isEmpty ? "" : indent) + brackets.1).utf8)
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
