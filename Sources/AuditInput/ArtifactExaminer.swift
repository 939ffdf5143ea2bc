public import AuditModel

/// Looks at one artifact after another and says what it found.
///
/// Each worker has an examiner of its own, made on its thread and used by no other, so it may keep scratch
/// memory and needs no locks. Artifacts come in no particular order. What an examiner says must depend on the
/// artifact alone, for the results of a run not to depend on the number of workers.
public protocol ArtifactExaminer: ~Copyable, SendableMetatype {
  associatedtype Result: Sendable

  /// Examines an artifact.
  ///
  /// - Parameters:
  ///   - candidate: What the artifact is. Its path costs time to make, so ask for it only when there is
  ///     something to report.
  ///   - content: The text; valid only during the call.
  /// - Returns: What was found; nothing keeps the artifact out of the results.
  mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent)
    -> Result?
}

/// An artifact before anybody needed its path.
@safe public struct ArtifactCandidate: ArtifactIdentity, ~Copyable {
  public let kind: ArtifactKind
  public let language: Language
  /// The component this artifact is or is part of; nothing outside an org export.
  public let component: ComponentID?
  /// Whether this artifact is what makes its component exist.
  public let isPrimary: Bool
  /// The path up to the name, with a separator at its end.
  let prefix: [UInt8]
  let name: UnsafeBufferPointer<UInt8>
  /// The first bytes of the text, which say more about whose it is.
  let head: UnsafeRawBufferPointer

  /// The path, see ``Artifact/path``. Costs some hundred nanoseconds.
  public var path: String {
    unsafe PathText.text(prefix + name)
  }

  /// The whole artifact, with what its path and first bytes say about tests and copies. Costs microseconds.
  public func artifact() -> Artifact {
    let path = path
    return unsafe Artifact(
      path: path, kind: kind, language: language, component: component, isPrimary: isPrimary,
      isTest: TextMarks.isTest(path: path, language: language, head: head),
      isVendored: TextMarks.isVendored(path: path, language: language, head: head))
  }
}
