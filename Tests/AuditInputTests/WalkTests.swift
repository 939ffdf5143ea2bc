import AuditInput
import AuditModel
import Foundation
import Synchronization
import Testing

/// The paths that were examined, and how many files were passed over for which reason.
private func check(
  _ inputs: [InputPath], options: InputOptions = InputOptions(), examined: [String],
  skipped: [Skipped.Reason: [String]] = [:], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let examination = try examineAll(inputs, options: options)
  let passed = examination.ledger.skipped.map { ($0.reason, $0.examples) }
  #expect(examination.results.map(\.artifact.path) == examined, sourceLocation: sourceLocation)
  #expect(Dictionary(uniqueKeysWithValues: passed) == skipped, sourceLocation: sourceLocation)
  #expect(examination.ledger.artifacts == examined.count, sourceLocation: sourceLocation)
}

@Test func `a folder gives its files in the order of their paths`() throws {
  let tree = try TemporaryTree(["b.js": "b", "a/c.js": "c", "a.js": "a", ".env": "KEY=1", "empty": ""])
  try check([InputPath(tree.path)], examined: [".env", "a.js", "a/c.js", "b.js", "empty"])
}

@Test func `several roots come first in their paths, and equal names are told apart`() throws {
  let tree = try TemporaryTree(["one/src/a.js": "a", "two/src/a.js": "b", "c.js": "c"])
  try check(
    [InputPath(tree.path("one/src")), InputPath(tree.path("two/src/")), InputPath(tree.path("c.js"))],
    examined: ["c.js", "src-2/a.js", "src/a.js"])
}

@Test func `a root that is given twice is examined once`() throws {
  let tree = try TemporaryTree(["a.js": "a"])
  let examination = try examineAll([InputPath(tree.path), InputPath(tree.path + "/.")])
  #expect(examination.results.count == 1)
  #expect(examination.ledger.diagnostics.map(\.code) == ["duplicate-input"])
}

@Test func `a single file is an input`() throws {
  let tree = try TemporaryTree(["liveChatButtons/Sales.liveChatButton": "<LiveChatButton/>"])
  let examination = try examineAll([InputPath(tree.path("liveChatButtons/Sales.liveChatButton"))])
  #expect(examination.results.map(\.artifact.path) == ["Sales.liveChatButton"])
  #expect(examination.ledger.components == [HeldComponents(type: "LiveChatButton", names: ["Sales"])])
}

@Test func `a list of files is an input`() throws {
  let tree = try TemporaryTree([
    "a.js": "a", "classes/B.cls": "class B {}", "d/e.js": "e", "c.js": "c", ".gitignore": "a.js",
  ])
  let files = ["./a.js", "classes/B.cls", tree.path("d"), "gone.js", "a.js"]
  let examination = try examineAll([InputPath(files: files, below: tree.path)])
  #expect(examination.results.map(\.artifact.path) == ["a.js", "classes/B.cls", "d/e.js"])
  #expect(examination.results[1].artifact.component == ComponentID(type: "ApexClass", name: "B"))
  #expect(examination.ledger.diagnostics.map(\.message) == ["cannot read 'gone.js': it is no longer there"])
}

@Test(arguments: [("missing", InputError.Code.missing), ("pipe", .notAFile)])
func `an input that can't be used is an error that names it`(name: String, code: InputError.Code) throws {
  let tree = try TemporaryTree()
  unsafe mkfifo(tree.path("pipe"), 0o600)
  let error = #expect(throws: InputError.self) { try examineAll([InputPath(tree.path(name))]) }
  #expect(error?.code == code)
  #expect(error?.message.contains(tree.path(name)) == true)
}

@Test func `an empty folder is no error`() throws {
  let tree = try TemporaryTree()
  try check([InputPath(tree.path)], examined: [])
}

@Test func `folders of tools are passed over and counted`() throws {
  let tree = try TemporaryTree([
    ".git/config": "x", "node_modules/a/index.js": "x", ".sfdx/a.json": "x", ".sf/a.json": "x",
    "lib/.git": "gitdir: x",
    "a.js": "a",
  ])
  try check(
    [InputPath(tree.path)], examined: ["a.js"],
    skipped: [.toolFolder: [".git", ".sf", ".sfdx", "lib/.git", "node_modules"]])
  try check(
    [InputPath(tree.path)], options: InputOptions(honoursIgnoreFiles: false),
    examined: [".sf/a.json", ".sfdx/a.json", "a.js", "node_modules/a/index.js"],
    skipped: [.toolFolder: [".git", "lib/.git"]])
}

@Test func `patterns to include and to exclude decide`() throws {
  let tree = try TemporaryTree(["a.js": "a", "a.cls": "a", "b/c.cls": "c", "b/d/e.cls": "e"])
  try check(
    [InputPath(tree.path)], options: InputOptions(include: ["*.cls"], exclude: ["b/d"]),
    examined: ["a.cls", "b/c.cls"],
    skipped: [.excluded: ["a.js", "b/d"]])
}

@Test func `only changed files are examined where changes are given`() throws {
  let tree = try TemporaryTree(["a.js": "a", "b.js": "b"])
  try check(
    [InputPath(tree.path)], options: InputOptions(changedPaths: ["b.js"]), examined: ["b.js"],
    skipped: [.unchanged: ["a.js"]])
}

@Test func `links, special files and binaries are counted`() throws {
  let tree = try TemporaryTree([
    "a.js": "a", "d/b.js": "b", "nul.dat": "a\0b", "logo.png": "x", "page.pdf": "%PDF-1.7",
  ])
  unsafe symlink("../d", tree.path("d/loop"))
  unsafe symlink("a.js", tree.path("link.js"))
  unsafe mkfifo(tree.path("pipe"), 0o600)
  try run(
    ["python3", "-c", "import socket; socket.socket(socket.AF_UNIX).bind('socket')"], in: tree.path)
  var special = ["pipe", "socket"]
  // Only the superuser may make a device, and not in every container.
  if unsafe mknod(tree.path("device"), mode_t(S_IFCHR) | 0o600, 0x103) == 0 { special.insert("device", at: 0) }
  try check(
    [InputPath(tree.path)], examined: ["a.js", "d/b.js"],
    skipped: [
      .binary: ["logo.png", "nul.dat", "page.pdf"], .link: ["d/loop", "link.js"], .special: special,
    ])
}

@Test func `a text by its name is examined although a NUL stands in it`() throws {
  let text = String(repeating: "var a = 1;\n", count: 20)
  let tree = try TemporaryTree([
    "slip.js": text + "\0", "slip": text + "\0", "full.js": String(repeating: "a\0", count: 9) + text, "a.7z": "7z\0", "b.xz": "text",
  ])
  try check(
    [InputPath(tree.path)], examined: ["b.xz", "slip.js"],
    skipped: [.binary: ["full.js", "slip"], .packed: ["a.7z"]])
}

@Test func `links that lead round in a circle are counted once each`() throws {
  let tree = try TemporaryTree(["a/x.js": "x", "b/y.js": "y"])
  unsafe symlink("../b", tree.path("a/b"))
  unsafe symlink("../a", tree.path("b/a"))
  unsafe symlink("self", tree.path("self"))
  unsafe symlink("/", tree.path("root"))
  try check(
    [InputPath(tree.path)], examined: ["a/x.js", "b/y.js"], skipped: [.link: ["a/b", "b/a", "root", "self"]])
}

/// A million were examined once, as the threat model says; what would break with them breaks with these.
@Test func `a folder of many empty files is walked in pieces`() throws {
  let tree = try TemporaryTree()
  try run(["python3", "-c", "for i in range(20000): open('%05d' % i, 'x')"], in: tree.path)
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.results.count == 20_000)
  #expect(examination.ledger.diagnostics.isEmpty)
}

@Test func `what can't be read makes the run incomplete`() throws {
  // The superuser can read everything; a folder that vanishes is then the same story by another way.
  let tree = try TemporaryTree(["a.js": "a", "secret.js": "b", "closed/c.js": "c"])
  unsafe chmod(tree.path("secret.js"), 0)
  unsafe chmod(tree.path("closed"), 0)
  defer { unsafe chmod(tree.path("closed"), 0o700) }
  let examination = try examineAll([InputPath(tree.path)])
  if geteuid() == 0 {
    #expect(examination.results.count == 3)
  } else {
    #expect(examination.results.map(\.artifact.path) == ["a.js"])
    #expect(examination.ledger.diagnostics.map(\.severity) == [.incomplete, .incomplete])
    #expect(examination.ledger.skipped.map(\.examples) == [["closed", "secret.js"]])
  }
}

@Test func `a name that is no UTF-8 is percent-encoded`() throws {
  let tree = try TemporaryTree()
  let name = Array((tree.path + "/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xe9), 0]
  let file = unsafe name.withUnsafeBufferPointer { unsafe open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
  try #require(file >= 0)
  close(file)
  try check([InputPath(tree.path)], examined: ["caf%E9"])
}

// The second case has more folders waiting than may stay open.
@Test(arguments: [(10_000, "d"), (1500, "de")])
func `deep folders are walked to their end`(depth: Int, names: String) throws {
  let tree = try TemporaryTree()
  let script = """
    import os
    for level in range(\(depth)):
      for name in "\(names)": os.mkdir(name)
      os.chdir("d")
    open("deep.js", "w").write("x")
    """
  try run(["python3", "-c", script], in: tree.path)
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.results.count == 1)
  #expect(examination.results.first?.artifact.path.utf8.count == 2 * depth + 7)
  #expect(examination.ledger.diagnostics.isEmpty)
  try run(["rm", "-rf", "d", "e"], in: tree.path)
}

@Test func `large files come in pieces, again and again`() throws {
  let tree = try TemporaryTree(["a.js": String(repeating: "0123456789\n", count: 100_000)])
  let options = InputOptions(limits: InputLimits(wholeBytes: 1 << 20))
  struct Twice: ArtifactExaminer {
    mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent)
      -> [Int]?
    {
      var sizes: [Int] = []
      for overlap in [0, 7] {
        var end = 0
        unsafe content.forEachChunk(of: 4096, overlap: overlap) { piece, offset in
          for unsafe (index, byte) in unsafe piece.enumerated() {
            precondition(byte == Array("0123456789\n".utf8)[(offset + index) % 11])
          }
          end = offset + piece.count
          return true
        }
        sizes.append(end)
      }
      return sizes
    }
  }
  let examination = try examine([InputPath(tree.path)], options: options, workers: 2) { Twice() }
  #expect(examination.results.map(\.result) == [[1_100_000, 1_100_000]])
  #expect(examination.ledger.bytes == 1_100_000)
}

/// A rule that demands something of the rest of a text looks for it from within a piece.
@Test(arguments: ["a.js", "wide.js", "a.zip"]) func `a reading within another leaves that one in its place`(name: String)
  throws
{
  let tree = try TemporaryTree()
  let script = """
    import zipfile
    text = ''.join('%07d\\n' % i for i in range(100000))
    open('a.js', 'w').write(text); open('wide.js', 'w', encoding='utf-16').write(text)
    with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.js', text)
    """
  try run(["python3", "-c", script], in: tree.path)
  struct Nested: ArtifactExaminer {
    mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent)
      -> String?
    {
      var bytes: [UInt8] = []
      unsafe content.forEachChunk(of: 100_000) { piece, offset in
        unsafe bytes += piece
        unsafe content.forEachChunk(of: 50_000) { _, offset in offset < 200_000 }
        return true
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
  let options = InputOptions(limits: InputLimits(wholeBytes: 300_000))
  let examination = try examine([InputPath(tree.path(name))], options: options) { Nested() }
  let text = (0..<100_000).map { String(String($0 + 10_000_000).dropFirst()) + "\n" }.joined()
  #expect(examination.results.map(\.result) == [text])
  #expect(examination.ledger.diagnostics.isEmpty)
}

/// What pieces of a text gave, one line each: where, how long, what was prepared.
private struct InPieces: ArtifactExaminer {
  /// After how many pieces to stop.
  var limit = Int.max
  /// Called at the first piece.
  var atFirst: @Sendable () -> Void = {}
  /// Called at each piece, with its size.
  var atEach: @Sendable (Int) -> Void = { _ in }

  mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent)
    -> [String]?
  {
    var pieces: [String] = []
    unsafe content.forEachChunk(
      of: 10_000, overlap: 100,
      preparing: { piece, offset in unsafe piece.reduce(UInt64(offset)) { ($0 &* 31) &+ UInt64($1) } }
    ) { piece, offset, prepared in
      if offset == 0 { atFirst() }
      atEach(piece.count)
      let last = unsafe piece.last ?? 0
      pieces.append("\(offset) \(piece.count) \(last) \(prepared)")
      return pieces.count < limit
    }
    return pieces
  }
}

// The sizes end in a piece, at its end, one byte behind it, and in what the last piece has in common with it.
@Test(arguments: [400_000, 10_000 + 39 * 9900, 10_001 + 39 * 9900, 10_000 + 39 * 9900 - 50], [1, 2, 5])
func `pieces of a large file are the same for any number of workers`(size: Int, workers: Int) throws {
  let tree = try TemporaryTree()
  let bytes = (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) | 1 }
  try tree.write("a.js", Data(bytes))
  try tree.write("marked.js", Data([0xef, 0xbb, 0xbf] + bytes))
  let options = InputOptions(limits: InputLimits(wholeBytes: 1 << 18))
  // What cuts a text that is in memory is the oracle, by hand; the last piece is smaller than the others.
  var expected: [String] = []
  var start = 0
  while start == 0 || start + 100 <= size {
    let piece = bytes[start..<min(start + 10_000, size)]
    let prepared = piece.reduce(UInt64(start)) { ($0 &* 31) &+ UInt64($1) }
    expected.append("\(start) \(piece.count) \(piece[piece.endIndex - 1]) \(prepared)")
    start += 9900
  }
  let examination = try examine([InputPath(tree.path)], options: options, workers: workers) { InPieces() }
  #expect(examination.results.map(\.result) == [expected, expected])
  #expect(examination.ledger.bytes == 2 * size + 3)
  let first = try examine([InputPath(tree.path)], options: options, workers: workers) { InPieces(limit: 3) }
  #expect(first.results.map(\.result) == [Array(expected.prefix(3)), Array(expected.prefix(3))])
}

@Test(arguments: [1, 3]) func `a large file that shrinks gives what is left of it`(workers: Int) throws {
  let tree = try TemporaryTree(["a.js": String(repeating: "x", count: 900_000)])
  let path = tree.path("a.js")
  let examination = try examine(
    [InputPath(tree.path)], options: InputOptions(limits: InputLimits(wholeBytes: 1 << 18)), workers: workers
  ) {
    InPieces(atFirst: { unsafe _ = truncate(path, 500_000) })
  }
  let last = try #require(examination.results.first?.result.last)
  #expect(last.hasPrefix("495000 5000 "))
  #expect(examination.ledger.diagnostics.map(\.code) == ["changed-while-read"])
}

@Test func `results and ledger are the same for one and for eight workers`() throws {
  var files: [String: String] = [:]
  for index in 0..<600 {
    files["d\(index % 7)/e\(index % 31)/f\(index).js"] = "text \(index)"
    files["src/classes/C\(index).cls"] = "class C\(index) {}"
  }
  files["large.js"] = String(repeating: "x", count: 400_000)
  files["other.png"] = "x"
  let tree = try TemporaryTree(files)
  let one = try examineAll([InputPath(tree.path)], workers: 1)
  let eight = try examineAll([InputPath(tree.path)], workers: 8)
  #expect(one.results.map(\.artifact) == eight.results.map(\.artifact))
  #expect(one.results.map(\.result) == eight.results.map(\.result))
  #expect(one.ledger == eight.ledger)
  #expect(one.results.count == 1201)
}

@Test func `the shards' ledgers add up to the whole`() throws {
  var files: [String: String] = ["logo.png": "x", "node_modules/a.js": "x"]
  for index in 0..<100 { files["d\(index % 5)/f\(index).js"] = "x" }
  let tree = try TemporaryTree(files)
  let whole = try examineAll([InputPath(tree.path)])
  var paths: [String] = []
  var skipped: [Skipped.Reason: Int] = [:]
  for index in 0..<3 {
    let shard = try examineAll(
      [InputPath(tree.path)], options: InputOptions(shard: Shard(index: index, count: 3)))
    paths += shard.results.map(\.artifact.path)
    for entry in shard.ledger.skipped where entry.reason != .otherShard {
      skipped[entry.reason, default: 0] += entry.count
    }
  }
  #expect(paths.sorted() == whole.results.map(\.artifact.path))
  #expect(skipped == [.binary: 1, .toolFolder: 1])
}

@Test func `a cancelled examination says so`() throws {
  let tree = try TemporaryTree(["a.js": "a"])
  let examination = try examine([InputPath(tree.path)], isCancelled: { true }) { EverythingExaminer() }
  #expect(examination.ledger.wasCancelled)
  #expect(examination.results.isEmpty)
}

@Test(arguments: ["a.js", "wide.js", "a.zip", "a.js.gz"], [1, 3])
func `an examination can be cancelled in the middle of something large`(name: String, workers: Int) throws {
  let tree = try TemporaryTree()
  let script = """
    import gzip, zipfile
    text = '0123456789abcdef' * 100000
    open('a.js', 'w').write(text); open('wide.js', 'w', encoding='utf-16').write(text)
    gzip.open('a.js.gz', 'wb').write(text.encode())
    with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.js', text)
    """
  try run(["python3", "-c", script], in: tree.path)
  let options = InputOptions(limits: InputLimits(wholeBytes: 1 << 18))
  let read = Mutex(0)
  let examination = try examine(
    [InputPath(tree.path(name))], options: options, workers: workers, isCancelled: { read.withLock { $0 > 0 } }
  ) {
    InPieces(atEach: { count in read.withLock { $0 += count } })
  }
  #expect(examination.ledger.wasCancelled)
  #expect(examination.results.isEmpty)
  #expect(examination.ledger.bytes == 0)
  // The rest of what was in memory when somebody stopped is still handed on.
  #expect((10_000...(1 << 19)).contains(read.withLock { $0 }))
}
