/// A node of a YAML file.
struct YAMLNode {
  var mark: YAMLMark
  var content: Content

  enum Content {
    case text(String, style: YAMLTextStyle)
    case list([YAMLNode])
    case pairs([(key: YAMLNode, value: YAMLNode)])
  }

  var text: String? { if case .text(let text, _) = content { text } else { nil } }

  var style: YAMLTextStyle? { if case .text(_, let style) = content { style } else { nil } }

  var list: [YAMLNode]? { if case .list(let list) = content { list } else { nil } }

  var pairs: [(key: YAMLNode, value: YAMLNode)]? { if case .pairs(let pairs) = content { pairs } else { nil } }
}

/// How a text is written.
enum YAMLTextStyle {
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block after `|`.
  case literal
  /// A block after `>`.
  case folded
}

/// A place in a YAML file; lines and columns count from 1, columns in Unicode scalars.
struct YAMLMark {
  var line: Int
  var column: Int
}
