import AuditEngine
import AuditModel

/// The bytes of an artifact, the first of which says what kind of file it is.
///
/// In memory at once and read as a large text it must give the same findings.
final class TextTarget: FuzzTarget {
  /// What the first byte chooses from.
  enum File: CaseIterable {
    case javascript, python, apex, markup, properties, yaml, metadata, markdown, har

    var artifact: Artifact {
      switch self {
      case .javascript: Artifact(path: "a.js", kind: .code, language: .javascript)
      case .python: Artifact(path: "a.py", kind: .code, language: .python)
      case .apex: Artifact(path: "a.cls", kind: .code, language: .apex)
      case .markup: Artifact(path: "a.html", kind: .markup, language: .html)
      case .properties: Artifact(path: "a.properties", kind: .config, language: .properties)
      case .yaml: Artifact(path: "a.yaml", kind: .config, language: .yaml)
      case .metadata:
        Artifact(
          path: "objects/Case.object", kind: .metadata, language: .xml,
          component: ComponentID(type: "CustomObject", name: "Case"), isPrimary: true)
      case .markdown: Artifact(path: "a.md", kind: .docs, language: .markdown)
      case .har: Artifact(path: "a.har", kind: .config, language: .har)
      }
    }
  }

  private let files: [File]
  /// As in a run, one scanner sees many artifacts.
  private var scanner: ArtifactScanner

  init(files: [File] = File.allCases) throws {
    self.files = files
    scanner = ArtifactScanner(try FuzzPack.ruleSet())
  }

  func problem(with bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let artifact = files[Int(first) % files.count].artifact
    let text = Array(bytes.dropFirst())
    var whole = scanner.scan(text.span, of: artifact)
    let lines = text.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    for index in whole.findings.indices {
      let place = whole.findings[index].location
      if let line = place.line, line < 1 || line > lines { return "line \(line) of \(lines)" }
      if let column = place.column, column < 1 { return "column \(column)" }
      if whole.findings[index].message.isEmpty { return "a finding without a message" }
      // Only the whole text is there to take it from.
      whole.findings[index].lineHash = nil
    }
    for index in whole.facts.indices { whole.facts[index].lineHash = nil }
    let large = scanner.scan(large: BytesInPieces(bytes: text), of: artifact)
    if large.findings != whole.findings { return "the findings differ: \(whole.findings) and \(large.findings)" }
    if large.diagnostics != whole.diagnostics { return "the diagnostics differ: \(whole.diagnostics) and \(large.diagnostics)" }
    return nil
  }
}

/// A text in memory that is handed on as one that is too large for it.
private struct BytesInPieces: LargeText {
  let bytes: [UInt8]

  func forEachPiece(of size: Int, overlap: Int, _ body: (Span<UInt8>, _ offset: Int) -> Bool) {
    var start = 0
    while true {
      let end = min(start + size, bytes.count)
      guard body(bytes.span.extracting(start..<end), start), end < bytes.count else { return }
      start = end - overlap
    }
  }

  func withSource<Result>(_ body: (_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Result) -> Result {
    var offset = 0
    return unsafe body { buffer in
      let count = min(97, buffer.count, bytes.count - offset)
      unsafe buffer.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
  }
}
