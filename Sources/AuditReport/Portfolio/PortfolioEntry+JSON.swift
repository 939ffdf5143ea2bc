public import AuditModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension PortfolioEntry {
  /// Reads what a portfolio needs of a saved report, and builds nothing of the rest.
  ///
  /// - Throws: ``ReportError`` where the JSON is no report that this version reads.
  public init(json: [UInt8], name: String) throws(ReportError) {
    let report: SlimReport
    do {
      report = try JSONDecoder().decode(SlimReport.self, from: Data(json))
    } catch {
      throw ReportError(
        code: .notReport, message: "the JSON is no report, or one that lacks what a portfolio needs")
    }
    guard
      report.schemaVersion.prefix(while: { $0 != "." })
        == Report.currentSchemaVersion.prefix(while: { $0 != "." })
    else {
      throw ReportError(
        code: .unsupportedVersion, message: "the report has a schema version that this program doesn't read")
    }
    var areas: [Surface: Area] = [:]
    for finding in report.findings where finding.suppressed == nil && finding.class != .successor {
      switch finding.level {
      case .error: areas[finding.surface, default: Area(surface: finding.surface)].errors += 1
      case .warning: areas[finding.surface, default: Area(surface: finding.surface)].warnings += 1
      case .note: areas[finding.surface, default: Area(surface: finding.surface)].notes += 1
      }
    }
    let kinds: Set<NodeKind> = [.endpoint, .host, .organizationID, .deploymentID, .buttonID]
    self.init(
      name: name, day: report.asOf, areas: Surface.allCases.compactMap { areas[$0] },
      hours: report.plan.total,
      gaps: report.coverage.types.count { $0.state != .present },
      unexamined: report.diagnostics.count { $0.severity == .incomplete },
      identities: report.inventory.nodes.map(\.id).filter { kinds.contains($0.kind) })
  }
}

/// The keys of a report that a portfolio reads.
private struct SlimReport: Decodable {
  struct SlimFinding: Decodable {
    var `class`: FindingClass
    var level: Level
    var surface: Surface
    var suppressed: Suppression?
  }
  struct SlimInventory: Decodable { var nodes: [SlimNode] }
  struct SlimNode: Decodable { var id: NodeID }
  struct SlimCoverage: Decodable { var types: [SlimType] }
  struct SlimType: Decodable { var state: TypeCoverage.State }
  struct SlimPlan: Decodable { var total: HourRange }
  struct SlimDiagnostic: Decodable { var severity: Diagnostic.Severity }

  var schemaVersion: String
  var asOf: CalendarDate
  var findings: [SlimFinding]
  var inventory: SlimInventory
  var coverage: SlimCoverage
  var plan: SlimPlan
  var diagnostics: [SlimDiagnostic]
}
