import AuditTestSupport
import Foundation
import Testing

/// The arrows of the architecture, and who may talk to the world.
@Suite struct ImportTests {
  /// What each target may import of this package; other modules of the system are judged separately.
  static let allowed: [String: Set<String>] = [
    "AuditModel": [],
    "BytePrefilter": ["CPrefilterKernel"],
    "XMLReading": ["AuditModel", "CLibXML2"],
    "AuditInput": ["AuditModel", "CFolderList", "CLibArchive"],
    "AuditEngine": ["AuditModel", "BytePrefilter", "CLibYAML", "CPCRE2", "XMLReading"],
    "AuditPlan": ["AuditModel", "LenientJSON"],
    "AuditReport": ["AuditModel"],
    "ChatProbe": ["AuditModel", "CCurl", "LenientJSON"],
    "AuditKit": ["AuditEngine", "AuditInput", "AuditModel", "AuditPlan", "AuditReport", "BuiltInRules"],
  ]

  /// Every module of this package and of the packages it uses.
  static let modules: Set<String> = [
    "AuditEngine", "AuditInput", "AuditKit", "AuditModel", "AuditPlan", "AuditReport", "BuiltInRules", "BytePrefilter",
    "CCurl", "CFolderList", "CLibArchive", "CLibXML2", "CLibYAML", "CLoopback", "CPCRE2", "CPrefilterKernel",
    "ChatProbe", "FakeChatServer", "LenientJSON", "XMLReading", "ArgumentParser",
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what the architecture allows`(target: String) throws {
    for file in try Repository.swiftFiles(below: "Sources/\(target)") {
      let imported = try Set(imports(of: file)).intersection(ImportTests.modules)
      #expect(imported.subtracting(ImportTests.allowed[target] ?? []).isEmpty, "\(file)")
    }
  }

  @Test func `the model imports nothing at all`() throws {
    for file in try Repository.swiftFiles(below: "Sources/AuditModel") {
      #expect(try imports(of: file).isEmpty, "\(file)")
    }
  }

  @Test(arguments: [
    ("CLibXML2", "XMLReading"), ("CLibYAML", "AuditEngine"), ("CPCRE2", "AuditEngine"), ("CLibArchive", "AuditInput"),
    ("CFolderList", "AuditInput"), ("CCurl", "ChatProbe"),
  ])
  func `a C library has one door`(library: String, owner: String) throws {
    for file in try Repository.swiftFiles(below: "Sources") where !file.hasPrefix("Sources/\(owner)/") {
      #expect(try !imports(of: file).contains(library), "\(file)")
    }
  }

  @Test func `libraries do not print, exit, or read the clock or the environment`() throws {
    let forbidden = try Regex(#"(^|[^\w.])(print|exit|abort|getenv|fatalError|time)\(|ProcessInfo|\bDate\(\)"#)
    let mayDoSo = ["Sources/chatsunset/", "Sources/EmbedRules/"]
    for file in try Repository.swiftFiles(below: "Sources") where !mayDoSo.contains(where: file.hasPrefix) {
      for (number, line) in try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.split(separator: "//", omittingEmptySubsequences: false).first ?? ""
        #expect(code.firstMatch(of: forbidden) == nil, "\(file):\(number + 1)")
      }
    }
  }

  @Test func `the top level holds nothing else`() throws {
    let expected: Set = ["Package.swift", "Sources", "Tests", "Rules", "Examples", "README.md"]
    let found = try FileManager.default.contentsOfDirectory(atPath: Repository.root).filter {
      !$0.hasPrefix(".") && $0 != "Package.resolved" && !$0.hasSuffix(".profraw")
    }
    #expect(Set(found).subtracting(expected).isEmpty)
  }

  private func imports(of file: String) throws -> [String] {
    let pattern = try Regex(#"^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func)\s+)?(\w+)"#)
    return try Repository.text(file).split(separator: "\n").compactMap { line in
      line.firstMatch(of: pattern).flatMap { $0.output[1].substring.map(String.init) }
    }
  }
}
