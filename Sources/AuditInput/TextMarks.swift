import AuditModel

/// What paths and first lines say about whose code something is.
enum TextMarks {
  /// Whether the path says test code or test data.
  static func isTest(path: String, language: Language, head: UnsafeRawBufferPointer) -> Bool {
    let parts = path.split { $0 == "/" || $0 == "!" }
    guard let name = parts.last else { return false }
    if parts.dropLast().contains(where: { testFolders.contains($0.lowercased()) }) { return true }
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
    let parts = path.split { $0 == "/" || $0 == "!" }
    guard let name = parts.last?.lowercased() else { return false }
    for folder in parts.dropLast() {
      let folder = folder.lowercased()
      // A built framework is a copy of what somebody else, or another project, compiled.
      if vendorFolders.contains(folder) || folder.hasSuffix(".framework") || folder.hasSuffix(".xcframework") {
        return true
      }
    }
    if name.contains(".min.") || name.contains("-min.") || name.hasSuffix(".map") { return true }
    switch language {
    case .javascript, .typescript, .css:
      return unsafe ContentSniffing.isMinified(head) || ContentSniffing.hasBanner(head)
    case .apex, .java, .kotlin, .swift, .csharp, .python, .go, .ruby, .php, .objectiveC, .c, .dart, .scala:
      return unsafe ContentSniffing.hasBanner(head)
    default: return false
    }
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
