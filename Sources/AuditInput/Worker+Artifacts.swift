import AuditModel

/// Where an artifact stands: what comes before its name, and the name.
@safe struct Place {
  var prefix: [UInt8]
  var name: UnsafeBufferPointer<UInt8>
  /// Tells entries of one archive apart that have one name.
  var number = 0

  var bytes: [UInt8] { unsafe prefix + name }
}

/// What is known of an artifact before its content.
struct Subject {
  var place: Place
  var type: FileType
  var component: NamedComponent?
}

extension Worker where Examiner: ~Copyable {
  /// Examines what was read.
  ///
  /// - Parameters:
  ///   - head: The first bytes, or all of them where there is no source.
  ///   - size: The size of the original in bytes; asked when the examiner has read what it wanted.
  func examine(
    _ subject: Subject, head: UnsafeRawBufferPointer, size: () -> Int, source: (any ContentSource)?
  ) {
    let (encoding, mark) = unsafe TextDecoding.encoding(of: head)
    var text = unsafe UnsafeRawBufferPointer(rebasing: head[mark...])
    if subject.type == .archive, !isIncluded(subject.place) { return }
    if let name = unsafe TextDecoding.unreadableEncoding(of: head) {
      noteEncoding(subject, name)
      return
    }
    let isNamedText = if case .text = subject.type { true } else { false }
    if encoding == .utf8, unsafe ContentSniffing.isBinary(text, isNamedText: isNamedText) {
      if let component = subject.component { tally.add(component.owner) }
      tally.skip(subject.place.bytes, subject.type == .unreadArchive ? .packed : .binary)
      return
    }
    if encoding != .utf8 {
      transcoded.removeAll(keepingCapacity: true)
      var transcoder = Transcoder(encoding)
      unsafe transcoder.append(text, to: &transcoded)
      if source == nil { transcoder.finish(&transcoded) }
    }
    if encoding == .utf8 {
      unsafe hand(subject, text, mark: mark, encoding, size: size, source)
    } else {
      unsafe transcoded.withUnsafeBytes { bytes in
        unsafe text = bytes
        unsafe hand(subject, text, mark: mark, encoding, size: size, source)
      }
    }
  }

  /// Says that a text is in an encoding that nobody here reads: it would look like something without findings.
  private func noteEncoding(_ subject: Subject, _ encoding: String) {
    if let component = subject.component { tally.add(component.owner) }
    let path = PathText.text(subject.place.bytes)
    tally.skip(subject.place.bytes, .unknownEncoding)
    tally.diagnostics.append(
      Diagnostic(
        code: "unknown-encoding", severity: .incomplete,
        message: "'\(path)' is in \(encoding), which is not read; save it as UTF-8 to audit it",
        location: Location(path: path)))
  }

  /// Asks the examiner and keeps what it says.
  private func hand(
    _ subject: Subject, _ text: UnsafeRawBufferPointer, mark: Int, _ encoding: TextEncoding,
    size: () -> Int, _ source: (any ContentSource)?
  ) {
    let identity = unsafe Identity(subject, text)
    var component: ComponentID?
    var isPrimary = false
    if let named = identity.component {
      tally.add(named.owner)
      (component, isPrimary) = (named.id, named.isPrimary)
    }
    let candidate = unsafe ArtifactCandidate(
      kind: identity.kind, language: identity.language, component: component, isPrimary: isPrimary,
      prefix: subject.place.prefix, name: subject.place.name, head: text)
    let content = unsafe ArtifactContent(
      encoding: encoding, originalBytes: source is EntrySource ? nil : size(), isWhole: source == nil,
      head: text, source: source, mark: mark)
    let result = examiner.examine(candidate, content)
    // Who stops in the middle of something large has not examined it.
    if run.wasCancelled { return }
    if let result {
      keep(result, candidate.artifact(), number: subject.place.number)
    }
    let size = size()
    tally.count(identity.kind, identity.language, bytes: size)
    advance(bytes: size)
  }
}
