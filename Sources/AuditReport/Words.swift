import AuditModel

/// The words that reports for people use for the vocabulary of the model.
enum Words {
  static func title(of surface: Surface) -> String {
    switch surface {
    case .endpoint: "Chat server addresses"
    case .restAPI: "Chat REST API calls"
    case .header: "Chat REST API headers"
    case .deploymentAPI: "Chat snippets in web pages"
    case .prechat: "Pre-chat and post-chat forms"
    case .embeddedService: "Embedded Service chat"
    case .visualforce: "Visualforce chat windows"
    case .console: "Agent consoles"
    case .lightningComponent: "Aura and Lightning components"
    case .mobileSDK: "Mobile apps"
    case .connector: "Connectors and bot platforms"
    case .chatConfiguration: "Chat buttons and deployments"
    case .settings: "Org settings"
    case .routing: "Queues, presence and routing"
    case .bot: "Bots"
    case .flow: "Flows and processes"
    case .dataModel: "Chat objects in code and data"
    case .userInterface: "Pages, layouts and apps"
    case .permission: "Permissions and licences"
    case .analytics: "Reports and dashboards"
    case .automation: "E-mail, workflow and events"
    case .networkAccess: "Trusted sites and network access"
    case .experienceSite: "Experience sites"
    case .storedText: "Labels and stored settings"
    case .identifier: "Record ids"
    }
  }

  static func title(of findingClass: FindingClass) -> String {
    switch findingClass {
    case .dependency: "Must change"
    case .review: "Needs a look"
    case .residue: "Left over"
    case .successor: "Already new"
    }
  }

  /// What the class means, as a clause.
  static func meaning(of findingClass: FindingClass) -> String {
    switch findingClass {
    case .dependency: "breaks or silently stops with the retired product"
    case .review: "shared with other products; a person must look"
    case .residue: "history, data or permissions; breaks nothing"
    case .successor: "proof of migration; nothing to do"
    }
  }

  static func title(of state: PlanItem.State) -> String {
    switch state {
    case .open: "open"
    case .halfDone: "half done"
    case .done: "done"
    case .always: "part of every migration"
    case .notNeeded: "nothing found"
    }
  }

  static func title(of maps: MappingKind) -> String {
    switch maps {
    case .direct: "direct"
    case .rebuild: "rebuild"
    case .none: "no equivalent"
    }
  }

  static func title(of reason: Skipped.Reason) -> String {
    switch reason {
    case .binary: "not text"
    case .packed: "packed in a format that is not opened"
    case .ignored: "named by an ignore file"
    case .excluded: "left out by the options"
    case .toolFolder: "folders of tools and caches"
    case .link: "links out of the folder or back into it"
    case .special: "neither file nor folder"
    case .unreadable: "could not be read"
    case .encrypted: "encrypted"
    case .damagedArchive: "damaged archive"
    case .unsafeName: "unsafe name"
    case .unknownEncoding: "unknown encoding"
    case .limit: "over a limit"
    case .otherShard: "belongs to another shard"
    case .unchanged: "not changed since the given revision"
    }
  }

  static func title(of verdict: Verdict) -> String {
    switch verdict {
    case .live: "still answers, and a chat session was started and ended"
    case .transportOnly: "a session starts and ends; whether visitors are served is not proven"
    case .moved: "moved to another server"
    case .retired: "the service is gone"
    case .refused: "answered and refused"
    case .unreachable: "no answer; says nothing about the service"
    case .inconclusive: "could not be told"
    }
  }

  static func title(of relation: Relation) -> String {
    switch relation {
    case .uses: "uses"
    case .contains: "contains"
    case .routes: "routes to"
    case .grants: "grants access to"
    case .identifies: "is known as"
    case .replaces: "replaces"
    case .has: "has"
    }
  }

  /// The relation as the other side says it.
  static func passive(of relation: Relation) -> String {
    switch relation {
    case .uses: "used by"
    case .contains: "contained in"
    case .routes: "gets work from"
    case .grants: "access granted by"
    case .identifies: "names"
    case .replaces: "replaced by"
    case .has: "belongs to"
    }
  }

  /// A kind of the inventory: a metadata type as it is, the others in words.
  static func title(of kind: NodeKind) -> String {
    switch kind {
    case .artifact: "File"
    case .endpoint: "Endpoint"
    case .host: "Host"
    case .organizationID: "Organization id"
    case .deploymentID: "Deployment id"
    case .buttonID: "Button id"
    case .product: "Product"
    default: kind.rawValue
    }
  }

  /// A number with its noun: `1 file`, `1,234 files`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// Digits in groups of three.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var output = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { output += "," }
      output.append(digit)
    }
    return output
  }

  /// A size in decimal units, `18.7 MB`.
  static func size(_ bytes: Int) -> String {
    var value = Double(bytes)
    for unit in ["bytes", "kB", "MB", "GB"] {
      if value < 999.5 { return unit == "bytes" ? "\(bytes) bytes" : "\(decimal(value)) \(unit)" }
      value /= 1_000
    }
    return "\(decimal(value)) TB"
  }

  /// A range of hours, `2–8 h`; nothing where there is no work.
  ///
  /// From ten hours on, decimals would claim a precision that no estimate has.
  static func hours(_ range: HourRange) -> String {
    let rounded = range.high >= 10 ? HourRange(low: range.low.rounded(), high: range.high.rounded()) : range
    guard rounded.low != rounded.high else { return rounded.high == 0 ? "" : "\(decimal(rounded.high)) h" }
    return "\(decimal(rounded.low))–\(decimal(rounded.high)) h"
  }

  /// A number for another program: no groups, at most two decimals.
  static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e13 else { return "" }
    let cents = Int((value * 100).rounded())
    guard !cents.isMultiple(of: 100) else { return String(cents / 100) }
    let fraction = String(abs(cents % 100))
    return "\(cents < 0 ? "-" : "")\(abs(cents) / 100)."
      + (fraction.count == 1 ? "0" : "") + (fraction.hasSuffix("0") ? String(fraction.dropLast()) : fraction)
  }

  /// A number with at most one decimal.
  static func decimal(_ value: Double) -> String {
    // A number from a file can be anything; beyond this an integer can't hold it.
    guard value.isFinite, abs(value) < 1e15 else { return value.isFinite ? "very many" : "unknown" }
    let tenths = Int((value * 10).rounded())
    let whole = grouped(tenths / 10)
    return tenths.isMultiple(of: 10) ? whole : "\(whole).\(abs(tenths % 10))"
  }
}
