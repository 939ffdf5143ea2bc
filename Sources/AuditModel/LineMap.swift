/// Finds the line and column of any byte of a text, reading no more of it than the questions need.
///
/// Questions in ascending order cost one pass over the text in all. For others the map keeps a counter
/// for every 32 KB that it has passed, so that no question reads more than that; a text of one line of
/// many megabytes costs no more than another.
///
/// The map holds no bytes: every question must bring the same text.
public struct LineMap: Sendable {
  private static let stride = 1 << 15

  /// Element *n* has counted *n* strides.
  private var checkpoints = [LineCounter()]
  private var latest = LineCounter()

  public init() {}

  /// The position of the byte at an offset; an offset past the end is the position of the end.
  ///
  /// Line ends and columns are counted as in ``LineCounter``. An offset within a scalar has the column
  /// after that scalar's.
  public mutating func position(of byteOffset: Int, in text: Span<UInt8>) -> TextPosition {
    let offset = min(max(0, byteOffset), text.count)
    var counter = nearestCounter(to: offset, in: text)
    counter.advance(over: text.extracting(counter.byteOffset..<offset))
    latest = counter
    return counter.position(before: offset < text.count ? text[offset] : nil)
  }

  private mutating func nearestCounter(to offset: Int, in text: Span<UInt8>) -> LineCounter {
    let wanted = offset / Self.stride
    while checkpoints.count <= wanted {
      let end = checkpoints.count * Self.stride
      // The last question may have been asked within this stride.
      var counter = checkpoints[checkpoints.count - 1]
      if latest.byteOffset > counter.byteOffset && latest.byteOffset <= end { counter = latest }
      counter.advance(over: text.extracting(counter.byteOffset..<end))
      checkpoints.append(counter)
    }
    let checkpoint = checkpoints[wanted]
    return latest.byteOffset > checkpoint.byteOffset && latest.byteOffset <= offset ? latest : checkpoint
  }
}
