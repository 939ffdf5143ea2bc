import AuditTestSupport
import Testing

/// What this package is built on, by name: anything else is a decision, not an accident.
@Suite struct DependencyTests {
  @Test func `the manifest names the packages and libraries of the README and no others`() throws {
    let manifest = try Repository.text("Package.swift")
    let packages = try manifest.matches(of: Regex(#"\.package\(url: "https://github\.com/([\w.-]+/[\w.-]+)""#))
    #expect(
      Set(packages.compactMap { $0.output[1].substring.map(String.init) })
        == ["apple/swift-argument-parser"])
    let libraries = try manifest.matches(of: Regex(#"pkgConfig: "([\w.-]+)""#))
    #expect(
      Set(libraries.compactMap { $0.output[1].substring.map(String.init) })
        == ["libarchive", "libpcre2-8", "libxml-2.0", "yaml-0.1"])
    let readme = try Repository.text("README.md")
    for name in ["libxml2", "PCRE2", "libarchive", "libyaml", "libcurl", "swift-argument-parser"] {
      #expect(readme.contains("| \(name) |"), "the README does not say what \(name) is for")
    }
  }

  @Test func `nothing is fetched by hand`() throws {
    for file in ["Examples/quickstart.sh", "Examples/install-dependencies.sh", "Tests/run.sh", ".ci/run"] {
      let text = try Repository.text(file).split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
        .joined(separator: "\n")
      #expect(try text.firstMatch(of: Regex(#"(^|[^\w-])(curl|wget|git clone) "#)) == nil, "\(file)")
    }
  }
}
