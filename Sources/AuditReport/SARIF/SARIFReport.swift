import AuditModel

/// SARIF 2.1.0 with what GitHub's code scanning reads, and within its limits.
///
/// One run. Findings of the successor are left out: code scanning would show proof of migration as an
/// alert. What was not examined stands as notifications of the invocation.
/// - SeeAlso: SARIF 2.1.0 (OASIS standard); GitHub documentation, SARIF support for code scanning.
struct SARIFReport {
  /// How many results GitHub takes in a run; above it refuses the whole file.
  static let maxResults = 25_000
  /// How many locations GitHub takes in a result.
  static let maxLocations = 1_000

  private let report: Report
  private let options: ReportOptions
  private let digest: Digest
  /// The rules that results name, in the order of their ids.
  private let rules: [SARIFRule]
  private let maxResults: Int

  init(_ report: Report, options: ReportOptions, maxResults: Int = SARIFReport.maxResults) {
    self.maxResults = maxResults
    self.report = report
    self.options = options
    digest = Digest(report, options: options)
    let descriptors = digest.rules
    rules = Set(report.findings.filter { $0.class != .successor }.map(\.rule)).sorted().map { id in
      SARIFRule(id: id, descriptor: descriptors[id])
    }
  }

  var document: [UInt8] {
    let (results, left) = results
    return JSONValue.object([
      ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
      ("version", "2.1.0"),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])),
            ("automationDetails", .object([("id", .string(category))])),
            ("invocations", .array([invocation(leftOut: left)])),
            // A column of ours counts Unicode scalars, as the property's default doesn't.
            ("columnKind", "unicodeCodePoints"),
            ("results", .array(results)),
          ])
        ])
      ),
    ]).document
  }

  // MARK: Run

  private var driver: JSONValue {
    .object([
      ("name", .string(report.tool.name)),
      ("version", .string(report.tool.version)),
      ("rules", .array(rules.map(\.value))),
    ])
  }

  /// What tells several analyses of one commit apart: all before the last slash.
  private var category: String {
    let name = options.category ?? "chatsunset"
    return name.hasSuffix("/") ? name : name + "/"
  }

  private func invocation(leftOut: Int) -> JSONValue {
    var notifications = digest.problems.filter { $0.finding == nil }.map { problem in
      let message = problem.rule == Digest.gapRule ? digest.gapStatement() : problem.message
      return notification(problem.rule, problem.level, message, at: problem.location)
    }
    notifications += report.diagnostics.filter { $0.severity == .information }.map { diagnostic in
      notification(diagnostic.code, .note, diagnostic.message, at: diagnostic.location)
    }
    if leftOut > 0 {
      notifications.append(
        notification(
          "results-left-out", .warning,
          "\(Words.count(leftOut, "quiet finding")) left out, because code scanning takes "
            + "\(Words.grouped(maxResults)) results in a run; other formats have all", at: nil))
    }
    return .object([
      ("executionSuccessful", .bool(!report.conditions.contains(.interrupted))),
      ("toolExecutionNotifications", .array(notifications)),
    ])
  }

  private func notification(_ id: String, _ level: Level, _ message: String, at place: Location?) -> JSONValue {
    .object([
      ("descriptor", .object([("id", .string(id))])),
      ("level", .string(level.rawValue)),
      ("message", SARIFText.message(message)),
      ("locations", place.map { .array([.object([("physicalLocation", SARIFText.place($0))])]) }),
    ])
  }

  // MARK: Results

  /// The results in the order of places, and how many of the quietest had no room.
  private var results: ([JSONValue], Int) {
    let findings = report.findings.filter { $0.class != .successor }
    let indices = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    guard findings.count > maxResults else {
      return (findings.map { result($0, ruleIndex: indices[$0.rule]) }, 0)
    }
    let loudest = Level.allCases.reversed().flatMap { level in
      findings.indices.filter { findings[$0].level == level }
    }
    let kept = loudest.prefix(maxResults).sorted()
    return (
      kept.map { result(findings[$0], ruleIndex: indices[findings[$0].rule]) }, findings.count - kept.count
    )
  }

  private func result(_ finding: Finding, ruleIndex: Int?) -> JSONValue {
    let related = finding.related.prefix(SARIFReport.maxLocations).enumerated().map { number, location in
      JSONValue.object([
        ("id", .integer(number)), ("message", .object([("text", "also here")])),
        ("physicalLocation", SARIFText.place(location)),
      ])
    }
    return .object([
      ("ruleId", .string(finding.rule.rawValue)),
      ("ruleIndex", ruleIndex.map(JSONValue.integer)),
      ("level", .string(finding.level.rawValue)),
      ("message", SARIFText.message(finding.message)),
      ("locations", .array([location(of: finding)])),
      ("relatedLocations", related.isEmpty ? nil : .array(related)),
      (
        "partialFingerprints",
        .object([
          ("primaryLocationLineHash", finding.lineHash.map(JSONValue.string)),
          ("chatsunset/v1", .string(finding.fingerprint)),
        ])
      ),
      // An empty list says that suppressions were looked at and there is none.
      ("suppressions", .array(finding.suppressed.map { [suppression($0)] } ?? [])),
      (
        "properties",
        .object([
          ("class", .string(finding.class.rawValue)),
          ("surface", .string(finding.surface.rawValue)),
          ("confidence", .string(finding.confidence.rawValue)),
          ("context", .string(finding.context.rawValue)),
          ("step", finding.step.map(JSONValue.string)),
          ("count", finding.count == 1 ? nil : .integer(finding.count)),
          ("verdict", finding.verdict.map { .string($0.rawValue) }),
        ])
      ),
    ])
  }

  private func location(of finding: Finding) -> JSONValue {
    .object([
      ("physicalLocation", SARIFText.place(finding.location, snippet: finding.evidence)),
      (
        "logicalLocations",
        finding.component.map { component in
          .array([
            .object([
              ("fullyQualifiedName", .string(component.description)), ("name", .string(component.name)),
              ("kind", .string(component.type)),
            ])
          ])
        }
      ),
    ])
  }

  private func suppression(_ suppression: Suppression) -> JSONValue {
    let until = suppression.until.map { " (until \($0))" } ?? ""
    return .object([
      ("kind", suppression.kind == .inline ? "inSource" : "external"),
      ("status", "accepted"),
      ("justification", .string(suppression.reason + until)),
    ])
  }
}
