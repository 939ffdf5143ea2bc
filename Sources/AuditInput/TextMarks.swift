import AuditModel

/// What paths and first lines say about whose code something is.
enum TextMarks {
  /// Whether the path says test code or test data.
  static func isTest(path: String, language: Language, head: UnsafeRawBufferPointer) -> Bool {
    let (folders, name) = parts(of: path)
    guard let name else { return false }
    if folders.contains(where: { testFolders.contains($0.lowercased()) }) { return true }
    let stem = name.prefix { $0 != "." }
    let rest = name.dropFirst(stem.count).lowercased()
    if rest.hasPrefix(".test.") || rest.hasPrefix(".spec.") || rest.hasPrefix(".e2e.") { return true }
    if language == .apex {
      return isTestName(stem)
        || ["@isTest", "@IsTest", "@istest"].contains { unsafe ContentSniffing.contains($0, in: head[...]) }
    }
    return codeWithTestNames.contains(language) && isTestName(stem)
  }

  /// Whether the path or the content says that this is somebody else's code or a minified copy.
  static func isVendored(path: String, language: Language, head: UnsafeRawBufferPointer) -> Bool {
    let (folders, last) = parts(of: path)
    guard let name = last?.lowercased() else { return false }
    for folder in folders {
      let folder = folder.lowercased()
      // A built framework is a copy of what somebody else, or another project, compiled.
      if vendorFolders.contains(folder) || folder.hasSuffix(".framework") || folder.hasSuffix(".xcframework") {
        return true
      }
    }
    if isMinified(name) || name.hasSuffix(".map") { return true }
    switch language {
    case .javascript, .typescript, .css:
      return unsafe ContentSniffing.isMinified(head) || ContentSniffing.hasBanner(head)
    case .apex, .java, .kotlin, .swift, .csharp, .python, .go, .ruby, .php, .objectiveC, .c, .dart, .scala:
      return unsafe ContentSniffing.hasBanner(head)
    default: return false
    }
  }

  /// The folders of a path, and the name in the last one.
  ///
  /// Cut at bytes and not at characters, which takes a tenth of the time.
  private static func parts(of path: String) -> (folders: ArraySlice<Substring>, name: Substring?) {
    let parts = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }.map { Substring($0) }
    return (parts.dropLast(), parts.last)
  }

  /// Whether a name holds `.min.` or `-min.`; the library's own search costs more than all else here.
  private static func isMinified(_ name: String) -> Bool {
    var rest = name.utf8[...]
    while let start = rest.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) {
      rest = rest[rest.index(after: start)...]
      if rest.starts(with: "min.".utf8) { return true }
    }
    return false
  }

  private static let codeWithTestNames: Set<Language> = [
    .java, .kotlin, .groovy, .scala, .swift, .csharp, .python, .ruby, .go, .php, .dart, .objectiveC,
    .javascript,
    .typescript, .rust,
  ]

  /// `ChatTest`, `ChatTests`, `TestChat`, `test_chat`, `chat_test`, `chat_spec`, `ChatSpec`.
  private static func isTestName(_ stem: Substring) -> Bool {
    for ending in ["Test", "Tests", "TestCase", "Spec", "_test", "_tests", "_spec", "_TEST", "IT"]
    where stem.hasSuffix(ending) && stem.count > ending.count {
      return true
    }
    if stem.hasPrefix("test_") || stem.hasPrefix("Test_") { return true }
    return stem.hasPrefix("Test") && stem.dropFirst(4).first?.isUppercase == true
  }

  private static let testFolders: Set<String> = [
    "test", "tests", "__tests__", "__mocks__", "__fixtures__", "spec", "specs", "testdata", "test-data",
    "test_data",
    "fixtures", "e2e", "cypress", "androidtest", "testing", "uitests", "unittests", "integration-tests",
    "mocks",
  ]

  private static let vendorFolders: Set<String> = [
    "node_modules", "bower_components", "jspm_packages", "web_modules", "pods", "carthage", "vendor",
    "vendors",
    "vendored", "third_party", "third-party", "thirdparty", "3rdparty", "external_libs", "site-packages",
    "dist-packages", ".venv", "venv", ".yarn", ".bundle", "deriveddata", "sourcepackages",
  ]
}
