public import AuditModel
import LenientJSON

/// What the hours of a plan assume, and what somebody wants counted otherwise.
///
/// A data file holds it as JSON; every key may be missing:
///
/// ```json
/// {
///   "factor": 1.2,
///   "roles": {"integration developer": 1.5},
///   "hours": {"chat-rest-headers": [2, 8], "D11": [4, 40]},
///   "assumptions": ["two developers know the code"]
/// }
/// ```
public struct PlanAssumptions: Hashable, Sendable {
  /// Multiplies all hours.
  public var factor: Double
  /// Multiplies the hours of a role, letter case aside.
  public var roles: [String: Double]
  /// Hours for one, by rule or step id, in place of the pack's.
  public var hours: [String: HourRange]
  /// Further sentences to print.
  public var notes: [String]

  public init(
    factor: Double = 1, roles: [String: Double] = [:], hours: [String: HourRange] = [:], notes: [String] = []
  ) {
    self.factor = factor
    self.roles = roles
    self.hours = hours
    self.notes = notes
  }

  /// Reads a data file.
  /// - Throws: ``PlanFileError`` that names the first value that is wrong.
  public init(json: [UInt8]) throws(PlanFileError) {
    let root = try PlanFileError.object(json)
    self.init()
    for member in root.members {
      switch member.key {
      case "factor": factor = try member.value.positiveNumber("factor")
      case "roles":
        for role in member.value.members {
          roles[role.key.lowercased()] = try role.value.positiveNumber("roles.\(role.key)")
        }
      case "hours":
        for entry in member.value.members {
          let numbers = try (entry.value.array ?? []).map { number throws(PlanFileError) in
            try number.positiveNumber("hours.\(entry.key)")
          }
          guard numbers.count == 2, numbers[0] <= numbers[1] else {
            throw PlanFileError("'hours.\(entry.key)' must be a low and a high number, such as [4, 16]")
          }
          hours[entry.key] = HourRange(low: numbers[0], high: numbers[1])
        }
      case "assumptions": notes = (member.value.array ?? []).compactMap(\.string)
      default:
        throw PlanFileError(
          "unknown key '\(member.key)'; the keys are 'factor', 'roles', 'hours' and 'assumptions'")
      }
    }
  }

  /// What the hours assume, one sentence each.
  var sentences: [String] {
    var sentences = [
      "What several rules of a step find in one component or file costs the hours of the dearest of them.",
      "Clients, apps and integrations are counted by the top folder that holds their files.",
      "What stands in comments, prose, long lists and other people's copies costs no hours.",
      "Steps that are done, and steps for which nothing was found, cost no hours.",
    ]
    if factor != 1 { sentences.append("All hours are multiplied by \(factor).") }
    sentences += roles.sorted { $0.key < $1.key }.map {
      "Hours of the role '\($0.key)' are multiplied by \($0.value)."
    }
    sentences += hours.sorted { $0.key < $1.key }.map {
      "'\($0.key)' counts \($0.value.low) to \($0.value.high) hours."
    }
    return sentences + notes
  }

  /// The rows of a step's hours: its own, then one for each rule, in the order of their ids.
  ///
  /// One client that twelve rules find is still one client: for each role and each thing that is counted, only
  /// the dearest rule counts.
  func rows(of step: PlanStep, findings: [Finding], effort: (RuleID) -> Effort?) -> [PlanEffort] {
    var rows: [PlanEffort] = []
    if let own = step.effort { rows.append(row(nil, own, count: 1, id: step.id)) }
    struct Unit: Hashable {
      var role: String
      var thing: String
    }
    var dearest: [Unit: (rule: RuleID, row: PlanEffort)] = [:]
    for finding in findings where finding.costsHours {
      guard let effort = effort(finding.rule) else { continue }
      let unit = Unit(role: effort.role, thing: PlanAssumptions.thing(finding, per: effort.per))
      let row = row(finding.rule, effort, count: 1, id: finding.rule.rawValue)
      if let known = dearest[unit],
        (known.row.each.high, known.row.each.low, finding.rule) >= (row.each.high, row.each.low, known.rule)
      {
        continue
      }
      dearest[unit] = (finding.rule, row)
    }
    for (_, entries) in Dictionary(grouping: dearest.values, by: \.rule).sorted(by: { $0.key < $1.key }) {
      guard var row = entries.first?.row else { continue }
      row.count = entries.count
      rows.append(row)
    }
    return rows
  }

  /// What an effort is counted by: the org, a project's top folder, or the finding's own component or file.
  private static func thing(_ finding: Finding, per: String) -> String {
    if per == "org" { return "org" }
    let isProject = ["client", "app", "integration", "subscriber", "web site"].contains(per)
    guard isProject, finding.component == nil else { return finding.node.key }
    return String(finding.location.path.split(separator: "/").first ?? "")
  }

  private func row(_ rule: RuleID?, _ effort: Effort, count: Int, id: String) -> PlanEffort {
    let each = hours[id] ?? HourRange(low: effort.low, high: effort.high)
    return PlanEffort(
      rule: rule, role: effort.role, per: effort.per, count: count,
      each: each * (factor * (roles[effort.role.lowercased()] ?? 1)))
  }
}

extension Finding {
  /// Whether somebody has to work because of it.
  var costsHours: Bool {
    switch context {
    case .code, .string, .markup, .config, .test: true
    case .comment, .docs, .vendored, .list: false
    }
  }
}

/// A file for the plan that can't be used.
public struct PlanFileError: Error, Hashable, Sendable {
  /// What is wrong in the file and what to do about it.
  public var message: String

  init(_ message: String) {
    self.message = message
  }

  /// The object that a JSON document holds.
  static func object(_ json: [UInt8]) throws(PlanFileError) -> JSONValue {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: json)
    } catch {
      throw PlanFileError("not valid JSON at byte \(error.byteOffset): \(error.message)")
    }
    guard case .object = value else { throw PlanFileError("the JSON is no object") }
    return value
  }
}

extension JSONValue {
  fileprivate func positiveNumber(_ key: String) throws(PlanFileError) -> Double {
    switch self {
    case .integer(let value) where value >= 0 && value < 1_000_000: return Double(value)
    case .number(let value) where value >= 0 && value < 1_000_000: return value
    default: throw PlanFileError("'\(key)' must be a number from 0")
    }
  }
}
