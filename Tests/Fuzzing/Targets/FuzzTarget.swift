/// A place where bytes from outside come in, with what must hold whatever they are.
///
/// A target is made once and called often, from one thread.
protocol FuzzTarget {
  /// Hands bytes to the code under test.
  /// - Returns: What did not hold, in a sentence; nothing where all is well. A crash says it by itself.
  mutating func problem(with bytes: [UInt8]) -> String?
}

/// The targets by the names of the command line and of the folders of cases.
enum FuzzTargetName: String, CaseIterable, Sendable {
  case archive, chat, har, ignore, names, report, rules, text, xml

  func make() throws -> any FuzzTarget {
    switch self {
    case .archive: ArchiveTarget()
    case .chat: try ChatTarget()
    case .har: try TextTarget(files: [.har])
    case .ignore: IgnoreTarget()
    case .names: NamesTarget()
    case .report: ReportTarget()
    case .rules: try RulesTarget()
    case .text: try TextTarget()
    case .xml: XMLTarget()
    }
  }
}
