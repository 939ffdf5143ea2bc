/// What is known of an artifact before a description of the whole is worth its time.
///
/// Who names artifacts implements it, who matches rules asks it: most artifacts hold nothing.
public protocol ArtifactIdentity: ~Copyable {
  /// See ``Artifact/path``; made anew each time.
  var path: String { get }
  var kind: ArtifactKind { get }
  var language: Language { get }
  var component: ComponentID? { get }
  var isPrimary: Bool { get }

  /// The whole artifact.
  func artifact() -> Artifact
}

extension Artifact: ArtifactIdentity {
  public func artifact() -> Artifact { self }
}
