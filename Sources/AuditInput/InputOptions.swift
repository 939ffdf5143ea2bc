/// What is given to an audit: a folder, a file, an archive, or a list of files.
public struct InputPath: Hashable, Sendable {
  /// The path as a person wrote it.
  public var path: String
  /// The files of a list, relative to `path`; nothing where everything below `path` is meant.
  public var files: [String]?
  /// What stands before the names of its artifacts, 'src/'; nothing where the run decides.
  ///
  /// By itself a run puts nothing before the names of a single input, and a folder's own name before
  /// those of one of several. A file that is an input has its own name after the prefix.
  public var prefix: String?

  /// A folder with everything below it, a file, or an archive.
  public init(_ path: String) {
    self.path = path
  }

  /// The listed files, and no others.
  ///
  /// - Parameters:
  ///   - files: Paths relative to the base; they name the artifacts. A listed folder means everything below it.
  ///   - base: The folder the paths are relative to.
  public init(files: [String], below base: String = ".") {
    path = base
    self.files = files
  }
}

/// What is examined and what is passed over.
public struct InputOptions: Hashable, Sendable {
  /// Whether `.gitignore` files and the list of tool folders count. `.git` is passed over in any case.
  public var honoursIgnoreFiles: Bool
  /// Patterns in the language of `.gitignore`; where there are any, only files that one of them names are examined.
  public var include: [String]
  /// Patterns in the language of `.gitignore`; files and folders that one of them names are passed over.
  public var exclude: [String]
  public var limits: InputLimits
  /// The part of the files that this run examines; nothing for all of them.
  public var shard: Shard?
  /// The files to examine, as ``Artifact/path`` names them; nothing for all of them.
  public var changedPaths: Set<String>?

  public init(
    honoursIgnoreFiles: Bool = true, include: [String] = [], exclude: [String] = [],
    limits: InputLimits = InputLimits(), shard: Shard? = nil, changedPaths: Set<String>? = nil
  ) {
    self.honoursIgnoreFiles = honoursIgnoreFiles
    self.include = include
    self.exclude = exclude
    self.limits = limits
    self.shard = shard
    self.changedPaths = changedPaths
  }
}

/// One of several runs that share the work.
///
/// What is on disk under one path belongs to one shard, whatever the order of the walk; an archive stays
/// in one piece. What is passed over is counted by one shard too, so that the shards' ledgers add up.
public struct Shard: Hashable, Sendable {
  /// 0 to `count` - 1.
  public let index: Int
  public let count: Int

  /// Makes a shard, or nothing where the numbers name none.
  public init?(index: Int, count: Int) {
    guard count > 0, (0..<count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }
}

/// Upper bounds, in bytes unless said otherwise; going over one is a diagnostic that names it.
public struct InputLimits: Hashable, Sendable {
  /// The size from which an artifact is handed on in pieces instead of whole.
  public var wholeBytes: Int
  /// How many archives may lie in one another.
  public var archiveDepth: Int
  /// How many entries an archive may have, with those of the archives in it.
  public var archiveEntries: Int
  /// How often larger than the archive its entries may be together, from `archiveRatioFloor` on.
  public var archiveRatio: Int
  /// The size up to which the ratio doesn't count.
  public var archiveRatioFloor: Int
  /// How large the entries of an archive may be together, with those of the archives in it.
  public var archiveBytes: Int

  public init(
    wholeBytes: Int = 8 << 20, archiveDepth: Int = 5, archiveEntries: Int = 2_000_000,
    archiveRatio: Int = 200,
    archiveRatioFloor: Int = 64 << 20, archiveBytes: Int = 256 << 30
  ) {
    self.wholeBytes = wholeBytes
    self.archiveDepth = archiveDepth
    self.archiveEntries = archiveEntries
    self.archiveRatio = archiveRatio
    self.archiveRatioFloor = archiveRatioFloor
    self.archiveBytes = archiveBytes
  }
}

/// An input that can't be used.
public struct InputError: Error, Hashable, Sendable {
  /// What went wrong, for callers that act on it.
  public struct Code: Hashable, Sendable {
    private enum Value { case missing, unreadable, notAFile, badPattern }
    private let value: Value

    /// Nothing stands under the path.
    public static let missing = Code(value: .missing)
    /// The root can't be opened.
    public static let unreadable = Code(value: .unreadable)
    /// The path names a device, a FIFO or a socket.
    public static let notAFile = Code(value: .notAFile)
    /// A pattern to include or exclude can't be read.
    public static let badPattern = Code(value: .badPattern)
  }

  public var code: Code
  /// What happened to which thing, and what to do about it.
  public var message: String
}

/// How far an examination has come.
public struct InputProgress: Hashable, Sendable {
  /// How many artifacts were examined so far.
  public var artifacts: Int
  /// How many bytes they had.
  public var bytes: Int
}
