import AuditModel
import Foundation
import Testing

@testable import AuditInput

/// What is examined must be just what Git doesn't ignore.
private func check(
  _ ignoreFiles: [String: String], files: [String], root: String = "", exclude: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var contents = ignoreFiles
  for file in files { contents[file] = "x" }
  let tree = try TemporaryTree(contents)
  try run(["git", "init", "-q"], in: tree.path)
  try tree.write(".git/info/exclude", Data(exclude.utf8))
  let all = contents.keys.filter { $0.hasPrefix(root) }.sorted()
  let names = Data(all.joined(separator: "\0").utf8)
  let answer = try run(
    ["git", "check-ignore", "--stdin", "-z"], in: tree.path, input: names, status: [0, 1])
  let ignored = Set(String(decoding: answer, as: UTF8.self).split(separator: "\0").map(String.init))
  let expected = all.filter { !ignored.contains($0) }.map { String($0.dropFirst(root.count)) }

  let examination = try examineAll([InputPath(tree.path(root))])
  #expect(examination.results.map(\.artifact.path) == expected, sourceLocation: sourceLocation)
}

private let names = [
  "a.log", "b.js", "keep.log", "build/out.js", "build/sub/out.js", "src/build/out.js", "src/a.log",
  "src/keep.log",
  "src/deep/er/a.txt", "src/deep/b.txt", "doc/frotz/a", "a/doc/frotz/b", "foo/bar/baz", "foo/x/baz",
  "foo/x/y/baz",
  "[x].js", "x.js", "#hash", "!bang", "trail ", "with space.js", "back\\slash", "a1.c", "a2.c", "ab.c",
  "ä.js",
  "abc/d", "abc/e/f", "x/abc/g", "debug/1", "logs/debug.log", "logs/monday/debug.log", "star*name",
  "starXname",
  "-dash.js", "dot.d/.hidden", ".hidden", "temp-1", "temp-a", "UPPER.js", "a/b/c/d/e/f.js", "z/a/m/b/c.js",
]

@Test(arguments: [
  "*.log", "*.log\n!keep.log", "build/", "/build", "/build/", "build", "doc/frotz/", "/doc/frotz", "**/build",
  "foo/**/baz", "foo/*/baz", "foo/**", "**/frotz/**", "abc/**", "**/abc", "a/**/f.js", "**/b/**/*.js",
  "[ab]?.c",
  "[!a]*.js", "[^a-w]*.js", "a[0-9].c", "a[[:digit:]].c", "a[[:alpha:]].c", "\\#hash", "\\!bang", "#hash",
  "trail\\ ",
  "trail ", "with space.js", "back\\\\slash", "\\[x].js", "star\\*name", "star*name", "-dash.js", ".*", "!*",
  "*",
  "*\n!*/\n!*.js", "*\n!src", "/*\n!/src", "src/*\n!src/deep", "/src/deep/**\n!b.txt", "logs/**/debug.log",
  "debug/*", "temp-[0-9]", "temp-[!0-9]", "upper.js", "ä.js", "*.js\r\n*.c\r", "\u{feff}*.log", "a**c", "**",
  "***",
  "/**", "**/", "a/", "/", "//", "a//b", "[", "[a", "a[]1]*", "[]", "[[:nope:]]", "*/*.log", "x.js/", "\\",
  "a\\",
  "?.js", "*.?", "build/*\n!build/sub/", "!build/out.js\nbuild/out.js", "src/", "e/f", "m/b", "**/m/b",
  "a/*/c",
])
func `an ignore file means what Git says it means`(text: String) throws {
  try check([".gitignore": text], files: names)
}

@Test func `inner ignore files decide over outer ones`() throws {
  try check(
    [
      ".gitignore": "*.log\nout.js", "src/.gitignore": "!a.log\n/deep/*.txt",
      "src/build/.gitignore": "!out.js", "z/.gitignore": "b/",
    ],
    files: names)
}

@Test func `a root inside a work tree obeys the ignore files above it`() throws {
  try check(
    [".gitignore": "*.log\n/src/deep/b.txt\ner/", "src/.gitignore": "!keep.log"], files: names, root: "src/",
    exclude: "keep.log\nout.js")
}

@Test func `patterns made of stars take no time`() {
  let pattern = IgnorePattern(line: ("**/" + String(repeating: "*a", count: 50) + "b").utf8)
  let path = [UInt8](repeating: UInt8(ascii: "a"), count: 2000)
  let matches = unsafe path.withUnsafeBufferPointer {
    unsafe pattern?.matches(path: path[...], name: $0, isFolder: false)
  }
  #expect(matches == false)
}
