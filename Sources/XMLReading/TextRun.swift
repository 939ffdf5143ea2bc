/// Collects the character data between two tags.
///
/// As long as it stands in the document just as it is decoded, which is the rule, nothing is copied:
/// the first piece is only counted, and whether it was all is seen at the next tag.
@safe struct TextRun: ~Copyable {
  /// Where the run is.
  private enum Form {
    /// There is none.
    case none
    /// One piece, which stands in the document as it is.
    case verbatim
    /// In `decoded`.
    case decoded
  }

  private var form = Form.none
  private(set) var verbatimStart = 0
  private var verbatimCount = 0
  private var decoded = ByteStore()

  /// Where the run begins in the document, once it is known not to be one verbatim piece.
  private var start = 0
  /// Where the last character data before a comment or instruction ends.
  private var end = 0
  private var hasTextSinceMarkup = false

  var isEmpty: Bool { form == .none }

  /// Where a run begins, given where the last markup ends.
  @inline(__always)
  func start(behind markup: Int) -> Int { form == .decoded ? start : markup }

  /// Takes in the first piece if it is one that stands in the document as it is.
  @inline(__always)
  mutating func begin(verbatim count: Int, at place: Int) -> Bool {
    guard form == .none, place >= 0 else { return false }
    form = .verbatim
    verbatimStart = place
    verbatimCount = count
    return true
  }

  /// Takes in any piece; one without bytes says that something stands here that decodes to nothing.
  /// - Parameter raw: The bytes of the document from `verbatimStart` on.
  @inline(never)
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, behind markup: Int, at raw: UnsafePointer<UInt8>?)
  {
    unsafe decode(behind: markup, at: raw)
    hasTextSinceMarkup = true
    if let base = piece.baseAddress { unsafe decoded.append(base, piece.count) }
  }

  @inline(never)
  private mutating func decode(behind markup: Int, at raw: UnsafePointer<UInt8>?) {
    guard form != .decoded else { return }
    start = markup
    decoded.removeAll()
    if form == .verbatim, let raw = unsafe raw {
      unsafe decoded.append(raw, verbatimCount)
      hasTextSinceMarkup = true
    }
    form = .decoded
  }

  /// Goes on behind a comment or instruction, which may stand within the text or end it.
  mutating func pause(before markup: Range<Int>, behind last: Int, at raw: UnsafePointer<UInt8>?) {
    guard form != .none else { return }
    unsafe decode(behind: last, at: raw)
    if hasTextSinceMarkup { end = markup.lowerBound }
    hasTextSinceMarkup = false
  }

  /// The start of the tag behind the run, if nothing but one verbatim piece can stand before it.
  ///
  /// Then the next `<` is that of the tag. Were the run longer than the piece, something else than a tag
  /// would stand there, since a run that holds comments or CDATA sections is never verbatim.
  @inline(__always)
  func tagStart(behind markup: Int, in window: borrowing RawWindow) -> Int? {
    let start = form == .verbatim ? verbatimStart &+ verbatimCount : markup
    return form != .decoded && window.hasTag(at: start) ? start : nil
  }

  /// Ends the run before a tag; its range, or nil if it is nothing but white space.
  @inline(__always)
  mutating func finish(before tag: Int, behind markup: Int, in window: borrowing RawWindow) -> Range<Int>? {
    if form == .verbatim && verbatimStart &+ verbatimCount == tag {
      let range = unsafe Range(uncheckedBounds: (verbatimStart, tag))
      if unsafe window.bytes(in: range).isBlank {
        form = .none
        return nil
      }
      if verbatimStart == markup {
        form = .none
        decoded.removeAll()
        return range
      }
      // The CR of a CRLF stands before the piece.
    }
    return unsafe finishDecoded(before: tag, behind: markup, at: window.pointer(at: verbatimStart))
  }

  @inline(never)
  private mutating func finishDecoded(
    before tag: Int, behind markup: Int, at raw: UnsafePointer<UInt8>?
  ) -> Range<Int>? {
    unsafe decode(behind: markup, at: raw)
    form = .none
    if hasTextSinceMarkup { end = tag }
    hasTextSinceMarkup = false
    return unsafe decoded.bytes.isBlank ? nil : start..<end
  }

  /// The text of the run that was finished last; nil if it is the document's own.
  var decodedBytes: UnsafeBufferPointer<UInt8>? {
    decoded.count > 0 ? unsafe decoded.bytes : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are white space; true for none.
  ///
  /// Of the bytes up to the blank, well-formed XML has white space only.
  @inline(__always)
  var isBlank: Bool {
    guard let base = baseAddress, count > 0 else { return true }
    if unsafe base[0] > UInt8(ascii: " ") { return false }
    var index = 0
    if count < 8 {
      while index < count {
        if unsafe base[index] > UInt8(ascii: " ") { return false }
        index &+= 1
      }
      return true
    }
    // Eight at a time, the last eight overlapping those before them.
    while index < count {
      let place = unsafe UnsafeRawPointer(base) + Swift.min(index, count &- 8)
      let word = unsafe place.loadUnaligned(as: UInt64.self)
      if (((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & 0x8080_8080_8080_8080 != 0 {
        return false
      }
      index &+= 8
    }
    return true
  }
}
