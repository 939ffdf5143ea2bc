/// One readable thing: a file, or an entry of an archive.
public struct Artifact: Codable, Hashable, Sendable {
  /// The path below the scanned root, with forward slashes; `archive!entry` inside archives.
  ///
  /// With several roots the root's own name comes first. Bytes that are not UTF-8 are percent-encoded.
  public var path: String
  public var kind: ArtifactKind
  /// The language that decides how comments and strings look.
  public var language: Language
  /// The component this artifact is or is part of; nothing outside an org export.
  public var component: ComponentID?
  /// Whether this artifact is what makes its component exist, and not a companion or a part.
  public var isPrimary: Bool
  /// Whether the path says test code or test data.
  public var isTest: Bool
  /// Whether the path or the name says that this is somebody else's code or a minified copy.
  public var isVendored: Bool

  public init(
    path: String, kind: ArtifactKind, language: Language, component: ComponentID? = nil, isPrimary: Bool = false,
    isTest: Bool = false, isVendored: Bool = false
  ) {
    self.path = path
    self.kind = kind
    self.language = language
    self.component = component
    self.isPrimary = isPrimary
    self.isTest = isTest
    self.isVendored = isVendored
  }
}

/// A language by the shape of its comments and strings, as far as matching needs it.
public enum Language: String, Codable, Hashable, Sendable, CaseIterable {
  case apex
  case visualforce
  case aura
  case javascript
  case typescript
  case html
  /// Single-file components: script, style and template in one file.
  case vue
  case css
  case php
  case java
  case kotlin
  case groovy
  case swift
  case objectiveC = "objective-c"
  case csharp
  case c
  case dart
  case python
  case ruby
  case go
  case rust
  case scala
  case shell
  case powershell
  case sql
  case xml
  case json
  case yaml
  case toml
  case properties
  case dockerfile
  case har
  case markdown
  case plainText = "plain-text"
  case unknown
}
