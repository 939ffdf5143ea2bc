/// What was examined, what was not, and which conclusions that weakens.
public struct Coverage: Codable, Hashable, Sendable {
  /// How many artifacts were examined.
  public var artifacts: Int
  /// How many bytes they had after unpacking.
  public var bytes: Int
  /// Examined artifacts by kind.
  public var kinds: [Count]
  /// Examined artifacts by language.
  public var languages: [Count]
  /// Components by metadata type, for every type that was there, also those no rule looks at.
  public var components: [Count]
  /// The components that the artifacts hold, each once, in the order of their types.
  ///
  /// Kept so that reports of several shards or exports can be merged without reading anything again.
  public var held: [HeldComponents]
  /// What was passed over, by reason.
  public var skipped: [Skipped]
  /// Per metadata type of the surface: present, absent or partial, and what an absence weakens.
  public var types: [TypeCoverage]
  /// What no export can hold, as questions to a role.
  public var questions: [Question]

  public init(
    artifacts: Int = 0, bytes: Int = 0, kinds: [Count] = [], languages: [Count] = [], components: [Count] = [],
    held: [HeldComponents] = [], skipped: [Skipped] = [], types: [TypeCoverage] = [], questions: [Question] = []
  ) {
    self.artifacts = artifacts
    self.bytes = bytes
    self.kinds = kinds
    self.languages = languages
    self.components = components
    self.held = held
    self.skipped = skipped
    self.types = types
    self.questions = questions
  }
}

/// How many there are of something.
public struct Count: Codable, Hashable, Sendable {
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// Things that were passed over for one reason.
public struct Skipped: Codable, Hashable, Sendable {
  /// Why something was not examined.
  public enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
    /// Not text.
    case binary
    /// Packed in a format that isn't opened.
    case packed
    /// Named by an ignore file.
    case ignored
    /// Named by `--exclude`, or not by `--include`.
    case excluded
    /// A folder of tools or caches: `.git`, `node_modules`, `.sfdx`, `.sf`.
    case toolFolder = "tool-folder"
    /// A link that leads out of the root or back into it.
    case link
    /// Neither a file nor a folder.
    case special
    /// Could not be opened or read.
    case unreadable
    /// An archive entry that is encrypted.
    case encrypted
    /// An archive that could not be read to its end.
    case damagedArchive = "damaged-archive"
    /// An archive entry whose name leads out of the archive.
    case unsafeName = "unsafe-name"
    /// Text in an encoding that is not read.
    case unknownEncoding = "unknown-encoding"
    /// Went over a limit that is named in the diagnostics.
    case limit
    /// Belongs to another shard of the same audit.
    case otherShard = "other-shard"
    /// Not changed since the revision that was asked for.
    case unchanged
  }

  public var reason: Reason
  public var count: Int
  /// The first paths in their order, at most ten.
  public var examples: [String]

  public init(reason: Reason, count: Int, examples: [String] = []) {
    self.reason = reason
    self.count = count
    self.examples = examples
  }
}

/// Whether an export held a metadata type that the rules look at.
public struct TypeCoverage: Codable, Hashable, Sendable {
  public enum State: String, Codable, Hashable, Sendable {
    case present
    /// There, but known to be incomplete; the note says why.
    case partial
    /// Not in the export, which never means not used.
    case absent
  }

  public var type: String
  public var state: State
  public var count: Int
  /// What the state means for the conclusions, in plain words.
  public var weakens: String?

  public init(type: String, state: State, count: Int, weakens: String? = nil) {
    self.type = type
    self.state = state
    self.count = count
    self.weakens = weakens
  }
}

/// Something that no export can answer.
public struct Question: Codable, Hashable, Sendable {
  public var id: String
  public var text: String
  /// Who can answer it.
  public var role: String
  /// How to find out.
  public var how: String?
  /// The checklist step it belongs to.
  public var step: String?

  public init(id: String, text: String, role: String, how: String? = nil, step: String? = nil) {
    self.id = id
    self.text = text
    self.role = role
    self.how = how
    self.step = step
  }
}
