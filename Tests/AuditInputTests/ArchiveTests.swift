import AuditInput
import AuditModel
import Foundation
import Testing

/// Makes files with a Python script, which runs in the tree with `zipfile`, `tarfile`, `gzip` and `io` at hand.
private func tree(_ script: String) throws -> TemporaryTree {
  let tree = try TemporaryTree()
  try run(["python3", "-c", "import zipfile, tarfile, gzip, io, struct, os\n" + script], in: tree.path)
  return tree
}

/// What an archive gives: paths with texts, reasons with paths, and codes of diagnostics.
private func check(
  _ script: String, options: InputOptions = InputOptions(), texts: [String: String],
  skipped: [Skipped.Reason: [String]] = [:], diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let tree = try tree(script)
  let examination = try examineAll([InputPath(tree.path)], options: options)
  let found = examination.results.map { ($0.artifact.path, $0.result.text) }
  #expect(found.count == texts.count, sourceLocation: sourceLocation)
  #expect(Dictionary(found) { first, _ in first } == texts, sourceLocation: sourceLocation)
  let passed = examination.ledger.skipped.map { ($0.reason, $0.examples) }
  #expect(Dictionary(uniqueKeysWithValues: passed) == skipped, sourceLocation: sourceLocation)
  #expect(examination.ledger.diagnostics.map(\.code) == diagnostics, sourceLocation: sourceLocation)
}

@Test(arguments: [
  (
    "zip", "with zipfile.ZipFile('a.zip','w',zipfile.ZIP_DEFLATED) as z: z.writestr('d/b.js','text')",
    "a.zip!d/b.js"
  ),
  ("jar", "with zipfile.ZipFile('a.jar','w') as z: z.writestr('b.properties','text')", "a.jar!b.properties"),
  ("no suffix", "with zipfile.ZipFile('a','w') as z: z.writestr('b.js','text')", "a!b.js"),
  (
    "tar",
    "with tarfile.open('a.tar','w') as t: i=tarfile.TarInfo('d/b.js'); i.size=4; t.addfile(i,io.BytesIO(b'text'))",
    "a.tar!d/b.js"
  ),
  (
    "tar.gz",
    "with tarfile.open('a.tgz','w:gz') as t: i=tarfile.TarInfo('./b.js'); i.size=4; t.addfile(i,io.BytesIO(b'text'))",
    "a.tgz!b.js"
  ),
  ("gz", "gzip.open('b.js.gz','wb').write(b'text')", "b.js.gz!b.js"),
  ("backslashes", "with zipfile.ZipFile('a.zip','w') as z: z.writestr('d\\\\b.js','text')", "a.zip!d/b.js"),
  (
    "UTF-8 name", "with zipfile.ZipFile('a.zip','w') as z: z.writestr('d\u{e4}\u{65e5}.js','text')",
    "a.zip!d\u{e4}\u{65e5}.js"
  ),
  (
    "name without encoding",
    """
    b=io.BytesIO()
    with zipfile.ZipFile(b,'w') as z: z.writestr('caf_.js','text')
    open('a.zip','wb').write(b.getvalue().replace(b'caf_',b'caf\\x82'))
    """,
    "a.zip!caf%82.js"
  ),
  (
    "data after a preamble",
    "b=io.BytesIO(b'PK\\x07\\x08'); z=zipfile.ZipFile(b,'a'); z.writestr('b.js','text'); z.close(); open('a.zip','wb').write(b.getvalue())",
    "a.zip!b.js"
  ),
])
func `an archive's entries are artifacts`(name: String, script: String, path: String) throws {
  try check(script, texts: [path: "text"])
}

@Test func `a retrieve zip names the same components as its folder`() throws {
  let tree = try tree(
    """
    files = {'unpackaged/package.xml':'<Package/>', 'unpackaged/pages/Chat.page':'<apex:page/>',
      'unpackaged/pages/Chat.page-meta.xml':'<ApexPage/>', 'unpackaged/liveChatButtons/Sales.liveChatButton':'<LiveChatButton/>',
      'unpackaged/layouts/Case-A %28B%29.layout':'<Layout/>', 'unpackaged/aura/Chat/Chat.cmp':'<aura:component/>'}
    with zipfile.ZipFile('org.zip','w') as z:
      for name, text in files.items():
        z.writestr(name, text)
        os.makedirs('folder/' + os.path.dirname(name), exist_ok=True)
        open('folder/' + name, 'w').write(text)
    """)
  let zip = try examineAll([InputPath(tree.path("org.zip"))])
  let folder = try examineAll([InputPath(tree.path("folder"))])
  func unpacked(_ artifact: Artifact) -> Artifact {
    var artifact = artifact
    artifact.path = artifact.path.replacingOccurrences(of: "org.zip!", with: "")
    return artifact
  }
  #expect(zip.results.map { unpacked($0.artifact) } == folder.results.map(\.artifact))
  #expect(zip.ledger.components == folder.ledger.components)
  #expect(zip.ledger.components.reduce(0) { $0 + $1.names.count } == 4)
}

@Test func `a packed static resource's entries are parts of it`() throws {
  let tree = try tree(
    """
    os.makedirs('src/staticresources')
    with zipfile.ZipFile('src/staticresources/Chat.resource','w') as z:
      z.writestr('js/chat.js','liveagent.init()')
      z.writestr('classes/Not.cls','class Not {}')
    open('src/staticresources/Plain.resource','w').write('var a = window.b; function c() {}')
    """)
  let examination = try examineAll([InputPath(tree.path)])
  let chat = ComponentID(type: "StaticResource", name: "Chat")
  let plain = ComponentID(type: "StaticResource", name: "Plain")
  #expect(
    examination.results.map(\.artifact.path) == [
      "src/staticresources/Chat.resource!classes/Not.cls", "src/staticresources/Chat.resource!js/chat.js",
      "src/staticresources/Plain.resource",
    ])
  #expect(examination.results.map(\.artifact.component) == [chat, chat, plain])
  #expect(examination.results.map(\.artifact.language) == [.apex, .javascript, .javascript])
  #expect(examination.ledger.components == [HeldComponents(type: "StaticResource", names: ["Chat", "Plain"])])
}

@Test func `archives in archives are opened down to a depth`() throws {
  let script = """
    data = b'text'
    name = 'deep.js'
    for level in range(6):
      b = io.BytesIO()
      with zipfile.ZipFile(b, 'w') as z: z.writestr(name, data); z.writestr('level%d.js' % level, 'text')
      data = b.getvalue(); name = 'n.zip'
    open('n.zip', 'wb').write(data)
    """
  let inner = "n.zip!n.zip!n.zip!n.zip!n.zip!n.zip"
  try check(
    script,
    texts: [
      "n.zip!level5.js": "text", "n.zip!n.zip!level4.js": "text", "n.zip!n.zip!n.zip!level3.js": "text",
      "n.zip!n.zip!n.zip!n.zip!level2.js": "text", "n.zip!n.zip!n.zip!n.zip!n.zip!level1.js": "text",
    ], skipped: [.limit: [inner]], diagnostics: ["archive-limit"])
}

@Test func `large entries come in pieces, again and again, also from inner archives`() throws {
  let tree = try tree(
    """
    text = b'0123456789\\n' * 100000
    noise = os.urandom(600000)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, 'w', zipfile.ZIP_DEFLATED) as z:
      z.writestr('before.js', 'x'); z.writestr('large.js', text); z.writestr('noise.dat', noise); z.writestr('after.js', 'x')
    for name, kind in [('a.tar', 'w'), ('a.tgz', 'w:gz')]:
      with tarfile.open(name, kind) as t:
        for entry, data in [('large.js', text), ('inner.zip', inner.getvalue())]:
          i = tarfile.TarInfo(entry); i.size = len(data); t.addfile(i, io.BytesIO(data))
    """)
  let options = InputOptions(limits: InputLimits(wholeBytes: 300_000))
  let examination = try examine([InputPath(tree.path)], options: options) { ThriceReader() }
  let sizes = examination.results.map { "\($0.artifact.path) \($0.result)" }
  let large = "[1100000, 1100000, 1100000]"
  #expect(
    sizes
      == ["a.tar", "a.tgz"].flatMap {
        [
          "\($0)!inner.zip!after.js [1, 1, 1]", "\($0)!inner.zip!before.js [1, 1, 1]",
          "\($0)!inner.zip!large.js \(large)", "\($0)!large.js \(large)",
        ]
      })
  #expect(examination.ledger.diagnostics.isEmpty)
  #expect(examination.ledger.bytes == 2 * (2 * 1_100_000 + 2))
}

@Test func `what stands before a limit can be read again`() throws {
  let tree = try tree("gzip.open('a.txt.gz','wb').write(b' ' * 30000000)")
  let options = InputOptions(limits: InputLimits(wholeBytes: 300_000, archiveRatioFloor: 5 << 20))
  let examination = try examine([InputPath(tree.path)], options: options) { ThriceReader() }
  let sizes = try #require(examination.results.first?.result)
  #expect(sizes[0] > 4 << 20 && sizes == [sizes[0], sizes[0], sizes[0]])
}

@Test func `names that lead out of an archive are refused`() throws {
  try check(
    """
    with zipfile.ZipFile('a.zip','w') as z:
      for name in ['../up.js', '/abs.js', 'a/../../up.js', 'C:\\\\win.js', 'good.js']: z.writestr(zipfile.ZipInfo(name), 'text')
    """,
    texts: ["a.zip!good.js": "text"],
    skipped: [
      .unsafeName: ["a.zip!../up.js", "a.zip!/abs.js", "a.zip!C:/win.js", "a.zip!a/../../up.js"]
    ],
    diagnostics: Array(repeating: "archive-entry-name", count: 4))
}

@Test func `links and devices in an archive are counted`() throws {
  try check(
    """
    with tarfile.open('a.tar','w') as t:
      for name, kind in [('s', tarfile.SYMTYPE), ('h', tarfile.LNKTYPE), ('f', tarfile.FIFOTYPE), ('d', tarfile.DIRTYPE)]:
        i = tarfile.TarInfo(name); i.type = kind; i.linkname = '/etc/passwd'; t.addfile(i)
    """, texts: [:], skipped: [.link: ["a.tar!h", "a.tar!s"], .special: ["a.tar!f"]])
}

@Test func `what begins with zeros and is packed is counted`() throws {
  try check(
    """
    import gzip
    open('zeros.js.gz', 'wb').write(gzip.compress(bytes(20000) + b'text'))
    open('nothing.js.gz', 'wb').write(gzip.compress(b''))
    """, texts: [:], skipped: [.binary: ["zeros.js.gz"]])
}

@Test func `encrypted entries are counted and the rest examined`() throws {
  // A plain archive whose flags say that the first entry is encrypted.
  try check(
    """
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w') as z: z.writestr('secret.js', 'x' * 40); z.writestr('open.js', 'text')
    data = bytearray(b.getvalue())
    data[6] |= 1
    data[data.index(b'PK\\x01\\x02') + 8] |= 1
    open('a.zip', 'wb').write(data)
    """, texts: ["a.zip!open.js": "text"], skipped: [.encrypted: ["a.zip!secret.js"]],
    diagnostics: ["encrypted-entry"])
}

@Test func `a wrong checksum is told, and what was read is examined`() throws {
  try check(
    """
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w') as z: z.writestr('bad.js', 'good text'); z.writestr('open.js', 'text')
    open('a.zip', 'wb').write(b.getvalue().replace(b'good text', b'evil text', 1))
    """, texts: ["a.zip!bad.js": "evil text", "a.zip!open.js": "text"],
    skipped: [.damagedArchive: ["a.zip!bad.js"]],
    diagnostics: ["damaged-archive"])
}

@Test func `a truncated archive gives what came before the damage`() throws {
  try check(
    """
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w') as z: z.writestr('a.js', 'text'); z.writestr('b.js', 'x' * 1000)
    open('a.zip', 'wb').write(b.getvalue()[:500])
    """, texts: ["a.zip!a.js": "text", "a.zip!b.js": String(repeating: "x", count: 500 - 38 - 34)],
    skipped: [.damagedArchive: ["a.zip", "a.zip!b.js"]], diagnostics: ["damaged-archive", "damaged-archive"])
}

@Test func `a file that only begins like an archive is told`() throws {
  try check(
    "open('a.zip','wb').write(b'PK\\x03\\x04' + b'no' * 100); open('b.zip','wb').write(b'plain text')",
    texts: ["b.zip": "plain text"], skipped: [.damagedArchive: ["a.zip"]], diagnostics: ["damaged-archive"])
}

@Test(arguments: [
  (
    "bytes",
    "with zipfile.ZipFile('a.zip','w',zipfile.ZIP_DEFLATED) as z: z.writestr('a.txt', b' ' * 30000000)"
  ),
  ("gzip", "gzip.open('a.txt.gz','wb').write(b' ' * 30000000)"),
  (
    "nested",
    """
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.txt', b' ' * 2000000)
    with zipfile.ZipFile('a.zip','w',zipfile.ZIP_DEFLATED) as z:
      for i in range(16): z.writestr('%d.zip' % i, b.getvalue())
    """
  ),
])
func `a bomb stops at a limit that is named`(name: String, script: String) throws {
  let tree = try tree(script)
  let limits = InputLimits(archiveRatioFloor: 5 << 20)
  let examination = try examineAll([InputPath(tree.path)], options: InputOptions(limits: limits))
  #expect(examination.ledger.bytes <= 6 << 20)
  #expect(examination.ledger.diagnostics.map(\.code) == ["archive-limit"])
  #expect(examination.ledger.diagnostics.first?.message.contains("more than 200 times its size") == true)
}

@Test func `too many entries stop at a limit that is named`() throws {
  let tree = try tree(
    "with zipfile.ZipFile('a.zip','w') as z: [z.writestr('%d.js' % i, 'x') for i in range(50)]")
  let limits = InputLimits(archiveEntries: 20)
  let examination = try examineAll([InputPath(tree.path)], options: InputOptions(limits: limits))
  #expect(examination.results.count == 20)
  #expect(examination.ledger.diagnostics.map(\.code) == ["archive-limit"])
}

@Test func `entries that overlap are read once`() throws {
  // Every central record names the same local entry.
  let tree = try tree(
    """
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.js', 'x' * 1000)
    data = b.getvalue(); start = data.index(b'PK\\x01\\x02'); end = data.index(b'PK\\x05\\x06')
    central = data[start:end] * 3000
    open('a.zip','wb').write(data[:start] + central + b'PK\\x05\\x06' + struct.pack('<HHHHIIH', 0, 0, 3000, 3000, len(central), start, 0))
    """)
  let examination = try examineAll([InputPath(tree.path)])
  #expect(examination.ledger.bytes <= 3000)
}

@Test func `folders of tools, patterns and shards count in archives too`() throws {
  let script = """
    with zipfile.ZipFile('a.zip','w') as z:
      for name in ['.git/config', 'node_modules/a/a.js', 'node_modules/b/b.js', 'a.cls', 'b.js', 'out/c.cls', 'x.png']:
        z.writestr(name, 'text')
    """
  try check(
    script, options: InputOptions(include: ["*.cls"], exclude: ["out"]), texts: ["a.zip!a.cls": "text"],
    skipped: [
      .toolFolder: ["a.zip!.git", "a.zip!node_modules"],
      .excluded: ["a.zip!b.js", "a.zip!out/c.cls", "a.zip!x.png"],
    ])
  try check(
    script, options: InputOptions(honoursIgnoreFiles: false),
    texts: [
      "a.zip!a.cls": "text", "a.zip!b.js": "text", "a.zip!out/c.cls": "text",
      "a.zip!node_modules/a/a.js": "text",
      "a.zip!node_modules/b/b.js": "text",
    ], skipped: [.toolFolder: ["a.zip!.git"], .binary: ["a.zip!x.png"]])
}

@Test func `an archive cut at any byte ends with a report`() throws {
  let tree = try tree(
    """
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a/b.js', 'text' * 20); z.writestr('c.js', 'x')
    g = io.BytesIO()
    with tarfile.open(fileobj=g, mode='w:gz') as t: i = tarfile.TarInfo('b.js'); i.size = 4; t.addfile(i, io.BytesIO(b'text'))
    for kind, data in [('zip', b.getvalue()), ('tgz', g.getvalue())]:
      for end in range(4, len(data)): open('%03d.%s' % (end, kind), 'wb').write(data[:end])
    """)
  let examination = try examineAll([InputPath(tree.path)])
  let told = Set(examination.ledger.diagnostics.compactMap { $0.location?.path.prefix { $0 != "!" } })
  let files = try FileManager.default.contentsOfDirectory(atPath: tree.path)
  #expect(files.filter { !told.contains($0[...]) } == [])
}

/// Zips of so many entries that they are read in parts, and what is the matter with them.
private let manyEntries = """
  names = ['unpackaged/classes/C%d.cls' % i if i % 3 else 'web/d%d/f.js' % (i // 4) for i in range(1500)]
  names[700] = names[701] = 'node_modules/a/a.js'
  names[3] = names[1400] = 'node_modules/b/b.js'
  b = io.BytesIO()
  with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
    for i, name in enumerate(names): z.writestr(zipfile.ZipInfo(name), 'text %d' % i + ' ' * (i % 50))
  data = b.getvalue()
  def offset(i):
    return struct.unpack('<I', data[record(i) + 42:record(i) + 46])[0]
  def record(i):
    at = data.index(b'PK\\x01\\x02')
    for _ in range(i): at = data.index(b'PK\\x01\\x02', at + 46)
    return at

  """

// What lies in another archive is read as a whole, by libarchive and one worker: it says what the parts must give.
@Test(arguments: [
  ("nothing", ""),
  ("other local name", "at = offset(800) + 30; data = data[:at] + b'X' + data[at + 1:]"),
  ("bad checksum", "at = offset(900) + 14; data = data[:at] + b'1234' + data[at + 4:]"),
  ("no entry where one should be", "at = offset(1000); data = data[:at] + b'XX' + data[at + 2:]"),
  ("no entry at all", "at = offset(0); data = data[:at] + b'XX' + data[at + 2:]"),
  ("overlap", "at = record(1200) + 42; data = data[:at] + struct.pack('<I', offset(500)) + data[at + 4:]"),
  ("entry in the directory", "at = record(1499) + 42; data = data[:at] + struct.pack('<I', record(2)) + data[at + 4:]"),
  ("wrong sizes", "at = record(600) + 20; data = data[:at] + struct.pack('<I', 3) + data[at + 4:]"),
  ("unpacked size", "at = record(600) + 24; data = data[:at] + struct.pack('<I', 3) + data[at + 4:]"),
  ("encrypted", "at = record(400) + 8; data = data[:at] + b'\\x01' + data[at + 1:]"),
  ("comment", "data = data[:-2] + struct.pack('<H', 5) + b'hello'"),
  ("cut off", "data = data[:-4000]"),
])
func `a zip in parts gives what it gives as a whole`(name: String, damage: String) throws {
  let tree = try tree(
    manyEntries + damage + """

      os.mkdir('parts'); open('parts/a.zip', 'wb').write(data)
      with zipfile.ZipFile('whole.zip', 'w') as z: z.writestr('a.zip', data)
      """)
  func stripped(_ text: String) -> String { text.replacingOccurrences(of: "whole.zip!", with: "") }
  func described(_ examination: Examination<Seen>) -> [String] {
    examination.results.map { stripped("\($0.artifact.path) \(String(describing: $0.artifact.component)) \($0.result)") }
      + examination.ledger.skipped.map { "\($0.reason) \($0.count) \($0.examples.map(stripped))" }
      + examination.ledger.diagnostics.map { stripped($0.message) } + ["\(examination.ledger.components)"]
  }
  let whole = described(try examineAll([InputPath(tree.path("whole.zip"))], workers: 1))
  for workers in [1, 2, 6] {
    let parts = described(try examineAll([InputPath(tree.path("parts"))], workers: workers))
    #expect(parts == whole, "\(workers) workers")
  }
}

@Test(arguments: [1, 2, 6]) func `a zip in parts stops at a limit, at the same entry for any number of workers`(
  workers: Int
) throws {
  let tree = try tree(manyEntries + "open('a.zip', 'wb').write(data)")
  let entries = InputOptions(limits: InputLimits(archiveEntries: 1000))
  let examination = try examineAll([InputPath(tree.path)], options: entries, workers: workers)
  #expect(examination.results.count == 997)
  #expect(examination.ledger.diagnostics.map(\.code) == ["archive-limit"])
  #expect(examination.ledger.skipped.map(\.count) == [1, 1])
  let bytes = InputOptions(limits: InputLimits(archiveBytes: 20_000))
  let one = try examineAll([InputPath(tree.path)], options: bytes, workers: 1)
  let some = try examineAll([InputPath(tree.path)], options: bytes, workers: workers)
  #expect(one.results.map(\.artifact) == some.results.map(\.artifact))
  #expect(one.ledger == some.ledger)
  #expect(one.ledger.diagnostics.map(\.code) == ["archive-limit"])
}

@Test func `entries in parts that are too large to keep can be read again`() throws {
  let tree = try tree(
    """
    with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z:
      for i in range(600): z.writestr('f%d.js' % i, (b'%d\\n' % i) * (150000 if i % 250 == 249 else 1))
    """)
  struct Sizes: ArtifactExaminer {
    mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent)
      -> [Int]?
    {
      if content.isWhole { return nil }
      return (0..<2).map { _ in
        var size = 0
        unsafe content.forEachChunk(of: 4096) { piece, _ in
          size += piece.count
          return true
        }
        return size
      }
    }
  }
  let options = InputOptions(limits: InputLimits(wholeBytes: 300_000))
  let examination = try examine([InputPath(tree.path)], options: options, workers: 2) { Sizes() }
  #expect(examination.results.map(\.artifact.path) == ["a.zip!f249.js", "a.zip!f499.js"])
  #expect(examination.results.map(\.result) == [[600_000, 600_000], [600_000, 600_000]])
}

/// Tells how many bytes an artifact has at each of three readings.
private struct ThriceReader: ArtifactExaminer {
  mutating func examine(_ candidate: borrowing ArtifactCandidate, _ content: borrowing ArtifactContent) -> [Int]? {
    (0..<3).map { _ in
      var size = 0
      unsafe content.forEachChunk(of: 4096) { piece, offset in
        precondition(offset == size)
        size += piece.count
        return true
      }
      return size
    }
  }
}
