import AuditModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the first bytes of a file say.
///
/// All of this looks at no more than the first 64 KB, so that a file of any size costs the same.
enum ContentSniffing {
  /// How far is looked for a NUL, as other tools do.
  private static let binaryProbe = 8192

  /// Whether the bytes are no text: a NUL, or the mark of a format without one.
  ///
  /// - Parameter isNamedText: Whether the name says that they are text. Such may hold some control characters:
  ///   somebody's slip is no reason to miss it.
  static func isBinary(_ head: UnsafeRawBufferPointer, isNamedText: Bool) -> Bool {
    guard let base = head.baseAddress, head.count > 0 else { return false }
    if unsafe head[0] == UInt8(ascii: "%") && starts(head, with: "%PDF-") { return true }
    let probe = unsafe head.prefix(binaryProbe)
    guard unsafe memchr(base, 0, probe.count) != nil else { return false }
    return unsafe !isNamedText || probe.count { $0 < 0x20 && !isBlank($0) } * 64 > probe.count
  }

  /// Whether the bytes begin a packed file that is opened: zip, gzip or tar.
  static func isArchive(_ head: UnsafeRawBufferPointer) -> Bool {
    guard head.count >= 4 else { return false }
    if unsafe head[0] == 0x1f && head[1] == 0x8b && head[2] == 8 { return true }
    if unsafe head[0] == UInt8(ascii: "P") && head[1] == UInt8(ascii: "K") {
      // A file, or the end of an archive without files, or the mark of a split one.
      let mark = unsafe (head[2], head[3])
      return mark == (3, 4) || mark == (5, 6) || mark == (7, 8)
    }
    return unsafe head.count >= 262 && starts(UnsafeRawBufferPointer(rebasing: head[257...]), with: "ustar")
  }

  /// The kind of a text whose name says nothing.
  static func textType(_ head: UnsafeRawBufferPointer) -> (ArtifactKind, Language) {
    let text = unsafe head.prefix(4096)
    guard let start = unsafe text.firstIndex(where: { !isBlank($0) }) else { return (.config, .plainText) }
    let rest = unsafe UnsafeRawBufferPointer(rebasing: text[start...])
    if unsafe starts(rest, with: "#!") { return unsafe (.code, interpreter(rest)) }
    switch unsafe rest[0] {
    case UInt8(ascii: "<"): return unsafe markup(rest)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return unsafe looksLikeScript(rest) ? (.code, .javascript) : (.config, .json)
    default:
      if unsafe looksLikeScript(rest) { return (.code, .javascript) }
      return (.config, .plainText)
    }
  }

  private static func markup(_ text: UnsafeRawBufferPointer) -> (ArtifactKind, Language) {
    if unsafe starts(text, with: "<?php") { return (.code, .php) }
    if unsafe starts(text, with: "<?xml") {
      return unsafe contains("<html", in: text.prefix(1024)) ? (.markup, .html) : (.config, .xml)
    }
    if unsafe starts(text, with: "<apex:") { return (.markup, .visualforce) }
    if unsafe starts(text, with: "<aura:") { return (.markup, .aura) }
    return (.markup, .html)
  }

  private static func interpreter(_ text: UnsafeRawBufferPointer) -> Language {
    let line = unsafe String(decoding: text.prefix(128).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let known: [(String, Language)] = [
      ("python", .python), ("node", .javascript), ("deno", .typescript), ("bun", .javascript),
      ("ruby", .ruby),
      ("php", .php), ("pwsh", .powershell), ("swift", .swift), ("groovy", .groovy), ("dart", .dart),
      ("kotlin", .kotlin), ("scala", .scala),
    ]
    return known.first { line.contains($0.0) }?.1 ?? .shell
  }

  /// Whether words that scripts are made of stand in the text: static resources often have no suffix.
  private static func looksLikeScript(_ text: UnsafeRawBufferPointer) -> Bool {
    let words = [
      "function", "var ", "let ", "const ", "return", "window.", "document.", "=>", "typeof ", "this.",
    ]
    // Most texts without a name that tells are none, which shows before the last words.
    var found = 0
    for (index, word) in words.enumerated() where found < 3 && words.count - index >= 3 - found {
      if unsafe contains(word, in: text[...]) { found += 1 }
    }
    return found == 3
  }

  /// Whether the text is XML of Salesforce's metadata namespace, and its root element.
  static func metadataRoot(_ head: UnsafeRawBufferPointer) -> String? {
    let text = unsafe head.prefix(1024)
    guard unsafe contains("http://soap.sforce.com/2006/04/metadata", in: text) else { return nil }
    var index = unsafe text.startIndex
    while let open = unsafe text[index...].firstIndex(of: UInt8(ascii: "<")), unsafe open + 1 < text.endIndex
    {
      let name = unsafe text[(open + 1)...].prefix { isNameByte($0) }
      if unsafe !name.isEmpty { return unsafe String(decoding: name, as: UTF8.self) }
      index = open + 1
    }
    return nil
  }

  /// Whether the first thing of the text is a tag, as in every XML file of an org.
  static func beginsWithTag(_ head: UnsafeRawBufferPointer) -> Bool {
    guard let first = unsafe head.first(where: { !isBlank($0) }) else { return true }
    return first == UInt8(ascii: "<")
  }

  /// Whether the code is minified: four fifths of it stand in lines so long that nobody wrote them.
  ///
  /// One long line alone says little: hand-written files hold a pasted snippet, a picture or a key. And long
  /// lines that hold hardly any brackets and semicolons are such data, not code.
  static func isMinified(_ head: UnsafeRawBufferPointer) -> Bool {
    let text = unsafe head.prefix(65_536)
    guard unsafe text.count > 1000 else { return false }
    var long = (bytes: 0, marks: 0)
    var line = (bytes: 0, marks: 0)
    func endLine() {
      if line.bytes > 500 { long = (long.bytes + line.bytes, long.marks + line.marks) }
      line = (0, 0)
    }
    for unsafe byte in unsafe text {
      switch byte {
      case UInt8(ascii: "\n"):
        endLine()
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"),
        UInt8(ascii: "="):
        line = (line.bytes + 1, line.marks + 1)
      default:
        line.bytes += 1
      }
    }
    endLine()
    // Over 20,000 scripts and style sheets of public projects, minified ones had 22 marks and more in
    // 1,000 bytes, long lines of data 17 at most.
    return unsafe long.bytes * 5 >= text.count * 4 && long.marks * 50 >= long.bytes
  }

  /// Whether the first lines say that a program wrote the file, or that it is a published library.
  static func hasBanner(_ head: UnsafeRawBufferPointer) -> Bool {
    // The comment that survives minifying stands at the very top of published scripts.
    if unsafe starts(head, with: "/*!") { return true }
    let text = unsafe head.prefix(1024)
    let banners = [
      "@generated", "DO NOT EDIT", "Do not edit this file", "Code generated by", "//Generated by",
      "// Generated by",
      "* Generated by", "# Generated by", "auto-generated", "autogenerated", "automatically generated",
      "file was generated", "file is generated",
    ]
    return banners.contains { unsafe contains($0, in: text) }
  }

  /// Whether a text stands in the bytes, case by case.
  static func contains(_ needle: String, in text: Slice<UnsafeRawBufferPointer>) -> Bool {
    var needle = needle
    return needle.withUTF8 { needle in
      let count = needle.count
      var rest = unsafe UnsafeRawBufferPointer(rebasing: text)
      // Sixteen places at a time, by the first and the last byte.
      let first = unsafe SIMD16(repeating: needle[0]), last = unsafe SIMD16(repeating: needle[count - 1])
      while rest.count >= count + 15 {
        let fit = unsafe (rest.loadUnaligned(as: SIMD16<UInt8>.self) .== first)
          .& (rest.loadUnaligned(fromByteOffset: count - 1, as: SIMD16<UInt8>.self) .== last)
        if any(fit) {
          for place in 0..<16 where fit[place] {
            if unsafe memcmp(rest.baseAddress! + place, needle.baseAddress!, count) == 0 { return true }
          }
        }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[16...])
      }
      while let base = rest.baseAddress, rest.count >= needle.count,
        let hit = unsafe memchr(base, Int32(needle[0]), rest.count - needle.count + 1)
      {
        if unsafe memcmp(hit, needle.baseAddress!, needle.count) == 0 { return true }
        unsafe rest = UnsafeRawBufferPointer(
          rebasing: rest[(hit - UnsafeMutableRawPointer(mutating: base) + 1)...])
      }
      return false
    }
  }

  static func starts(_ text: UnsafeRawBufferPointer, with prefix: StaticString) -> Bool {
    guard text.count >= prefix.utf8CodeUnitCount, let base = text.baseAddress else { return false }
    return unsafe memcmp(base, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }
}
