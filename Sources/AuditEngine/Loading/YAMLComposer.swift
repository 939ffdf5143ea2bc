internal import CLibYAML

/// Makes the nodes of a YAML file from libyaml's events.
///
/// Aliases are refused where they stand and nesting ends at a limit, so that no text is followed further than it is
/// long.
@safe struct YAMLComposer: ~Copyable {
  /// What is wrong beside what ended the reading.
  private(set) var problems: [YAMLProblem] = []

  /// What such files are, in the plural, as messages name them.
  private let files: String
  // libyaml keeps its own address.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private var event = unsafe yaml_event_t()

  /// - Parameter bytes: The file in UTF-8; must outlive the composer.
  init(_ bytes: UnsafeBufferPointer<UInt8>, files: String) throws(YAMLProblem) {
    self.files = files
    unsafe self.bytes = unsafe bytes
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw YAMLProblem(code: .unreadable, message: "no memory for the file", mark: nil)
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    // Both functions clear what they free.
    var event = unsafe event
    unsafe yaml_event_delete(&event)
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The node of the file's only document; nothing where it is empty.
  mutating func root() throws(YAMLProblem) -> YAMLNode? {
    while try next() != YAML_DOCUMENT_START_EVENT {
      if unsafe event.type == YAML_STREAM_END_EVENT { return nil }
    }
    _ = try next()
    let root = try node(depth: 1)
    while try next() != YAML_STREAM_END_EVENT {
      if unsafe event.type == YAML_DOCUMENT_START_EVENT {
        throw problem("the file holds more than one document")
      }
    }
    return root
  }

  /// The node that the event at hand begins.
  private mutating func node(depth: Int) throws(YAMLProblem) -> YAMLNode {
    guard depth <= RulePackLimits.depth else {
      throw problem("\(files) have no more than \(RulePackLimits.depth) levels of nesting")
    }
    let mark = mark
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      try unsafe check(anchor: scalar.anchor, tag: scalar.tag, kind: "str")
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLNode(mark: mark, content: .text(text, style: YAMLTextStyle(unsafe scalar.style)))
    case YAML_SEQUENCE_START_EVENT:
      try unsafe check(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, kind: "seq")
      var list: [YAMLNode] = []
      while try next() != YAML_SEQUENCE_END_EVENT { list.append(try node(depth: depth + 1)) }
      return YAMLNode(mark: mark, content: .list(list))
    case YAML_MAPPING_START_EVENT:
      try unsafe check(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, kind: "map")
      return YAMLNode(mark: mark, content: .pairs(try pairs(depth: depth)))
    default:
      // An alias: the parser sees to the order of all else.
      throw problem("\(files) use no anchors and aliases")
    }
  }

  private mutating func pairs(depth: Int) throws(YAMLProblem) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var keys: Set<String> = []
    while try next() != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      if let text = key.text, !keys.insert(text).inserted {
        problems.append(YAMLProblem(code: .duplicateKey, message: "'\(text)' stands here twice", mark: key.mark))
      }
      _ = try next()
      pairs.append((key, try node(depth: depth + 1)))
    }
    return pairs
  }

  /// Refuses what is not of the plain part of YAML.
  private mutating func check(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, kind: String
  ) throws(YAMLProblem) {
    if unsafe anchor != nil { throw problem("\(files) use no anchors and aliases") }
    guard let tag = unsafe tag else { return }
    let name = unsafe String(cString: tag)
    if name != "tag:yaml.org,2002:\(kind)" { problems.append(problem("\(files) use no tags such as '\(name)'")) }
  }

  /// Reads the next event and says of what type it is.
  private mutating func next() throws(YAMLProblem) -> yaml_event_type_t {
    unsafe yaml_event_delete(&event)
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw complaint }
    return unsafe event.type
  }

  /// What libyaml complains of.
  private var complaint: YAMLProblem {
    let parser = unsafe parser.pointee
    let words = unsafe [parser.context, parser.problem].compactMap { unsafe $0.map { unsafe String(cString: $0) } }
    var mark = unsafe YAMLMark(parser.problem_mark)
    if unsafe parser.error == YAML_READER_ERROR {
      // Of a byte that is no part of a text libyaml tells the offset only.
      let before = unsafe String(decoding: bytes.prefix(parser.problem_offset), as: UTF8.self)
        .unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
      mark = YAMLMark(line: before.count, column: (before.last?.count ?? 0) + 1)
    }
    return YAMLProblem(code: .syntax, message: words.joined(separator: ", "), mark: mark)
  }

  private func problem(_ message: String) -> YAMLProblem {
    YAMLProblem(code: .syntax, message: message, mark: mark)
  }

  private var mark: YAMLMark { unsafe YAMLMark(event.start_mark) }
}

/// What is wrong with a YAML file, and where.
struct YAMLProblem: Error {
  var code: RulePackError.Code
  var message: String
  var mark: YAMLMark?
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

extension YAMLTextStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
