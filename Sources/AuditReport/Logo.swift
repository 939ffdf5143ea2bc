/// A picture for the head of a report, held in the document itself.
public struct Logo: Hashable, Sendable {
  let mediaType: String
  let bytes: [UInt8]

  /// Takes a picture by its first bytes; nothing where they are no PNG, JPEG, GIF, WebP or SVG.
  public init?(_ bytes: [UInt8]) {
    func begins(with text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      mediaType = "image/png"
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      mediaType = "image/jpeg"
    } else if begins(with: "GIF8") {
      mediaType = "image/gif"
    } else if begins(with: "RIFF"), begins(with: "WEBP", at: 8) {
      mediaType = "image/webp"
    } else if begins(with: "<svg") || begins(with: "<?xml") {
      // As a picture an SVG runs no script and loads nothing.
      mediaType = "image/svg+xml"
    } else {
      return nil
    }
    self.bytes = bytes
  }
}
