import AuditTestSupport
import Foundation
import Testing

/// Linting as pipelines meet it: configuration, exceptions, baseline, statuses.
@Suite struct LintCommandTests {
  @Test(arguments: [
    StatusCase("a clean file", ["a.py": "x = 1\n"], 0),
    StatusCase("an error", ["a.py": call], 1),
    StatusCase("an error nobody asks for", ["a.py": call], 0, flags: ["--fail-on", "none"]),
    StatusCase("a comment is a note", ["a.py": "# X-LIVEAGENT-AFFINITY\n"], 0),
    StatusCase("a comment where notes count", ["a.py": "# X-LIVEAGENT-AFFINITY\n"], 1, flags: ["--fail-on", "note"]),
    StatusCase("an unknown flag", ["a.py": call], 2, flags: ["--fail"]),
    StatusCase("a wrong configuration", ["a.py": call, ".chatsunset.yaml": "fail: error\n"], 2),
    StatusCase("damaged XML", ["p.profile-meta.xml": damaged], 3),
    StatusCase("an error beside damaged XML", ["a.py": call, "p.profile-meta.xml": damaged], 1),
    StatusCase("damaged XML, allowed", ["p.profile-meta.xml": damaged], 0, flags: ["--allow-incomplete"]),
    StatusCase(
      "damaged XML, allowed by the file", ["p.profile-meta.xml": damaged, ".chatsunset.yaml": "allow-incomplete: true"], 0),
    StatusCase(
      "damaged XML, forbidden again",
      ["p.profile-meta.xml": damaged, ".chatsunset.yaml": "allow-incomplete: true"], 3, flags: ["--no-allow-incomplete"]),
    StatusCase("nothing there", [:], 4),
    StatusCase("nothing there, allowed", [:], 0, flags: ["--allow-empty"]),
    StatusCase("a file that settles it", ["a.py": call, ".chatsunset.yaml": "fail-on: none"], 0),
    StatusCase(
      "the environment outranks the file", ["a.py": call, ".chatsunset.yaml": "fail-on: none"], 1,
      environment: ["CHATSUNSET_FAIL_ON": "note"]),
    StatusCase(
      "a flag outranks the environment", ["a.py": call], 0, flags: ["--fail-on", "none"],
      environment: ["CHATSUNSET_FAIL_ON": "note"]),
    StatusCase("a wrong environment", ["a.py": call], 2, environment: ["CHATSUNSET_FAIL_ON": "loud"]),
    StatusCase("no file is read", ["a.py": call, ".chatsunset.yaml": "fail-on: none"], 1, flags: ["--no-config"]),
    StatusCase("a file that is not there", ["a.py": call], 2, flags: ["--config", "/no/such.yaml"]),
    StatusCase(
      "a file that only the environment names", ["a.py": call], 2,
      environment: ["CHATSUNSET_CONFIG": "/no/such.yaml"]),
    StatusCase(
      "rules set off", ["a.py": call, ".chatsunset.yaml": "rules: {header: {level: 'off', reason: kept}}"],
      0, flags: ["--fail-on", "error"]),
    StatusCase("an exception", ["a.py": call.dropLast() + "  # chatsunset-ignore[*]: kept\n"], 0),
    StatusCase(
      "an exception that ended", ["a.py": call.dropLast() + "  # chatsunset-ignore[*] until=2026-11-22: kept\n"], 1),
  ])
  func `the exit status says what happened`(_ test: StatusCase) throws {
    try Tree.with(test.files) { folder in
      let run = try lint([folder] + test.flags, environment: test.environment)
      #expect(run.status == test.status, "\(run.output)\(run.errors)")
    }
  }

  @Test(arguments: [
    ConditionCase(["a.py": "x = 1\n"], []),
    ConditionCase(["a.py": call], ["findings"]),
    ConditionCase(["a.py": call, "p.profile-meta.xml": damaged], ["findings", "incomplete"]),
    ConditionCase(["p.profile-meta.xml": damaged], ["incomplete"]),
    ConditionCase([:], ["empty"]),
  ])
  func `the report carries every condition, whatever the exit status says`(_ test: ConditionCase) throws {
    try Tree.with(test.files) { folder in
      let run = try lint([folder, "--allow-incomplete", "--allow-empty", "--format", "json"])
      #expect(run.status == (test.conditions.contains("findings") ? 1 : 0))
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(json?["conditions"] as? [String] == test.conditions)
    }
  }

  @Test func `a result that can't be written is a fault`() throws {
    try Tree.with(["a.py": call]) { folder in
      let run = try CommandProcess(["lint", folder], shell: "exec >/dev/full;").finish()
      #expect(run.status == 70)
      #expect(run.errors.contains("can't write the result"))
    }
  }

  @Test func `the nearest file up to the top of the repository counts`() throws {
    let files = [
      "repo/.git/HEAD": "", "repo/.chatsunset.yaml": "fail-on: none", "repo/src/a.py": call,
      ".chatsunset.yaml": "nonsense: true",
    ]
    try Tree.with(files) { folder in
      let run = try lint(["\(folder)/repo/src", "-v", "--output", "json=\(folder)/out.json"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("settings are from '"))
      #expect(run.errors.contains("repo/.chatsunset.yaml'"))
      #expect(run.errors.contains("  fail-on: none"))
      let json = try String(contentsOfFile: "\(folder)/out.json", encoding: .utf8)
      #expect(json.contains(#""fail-on" : "none""#))
      #expect(json.contains(#""path" : ".chatsunset.yaml""#))
      // Outside a work tree a file further up does not count.
      try FileManager.default.removeItem(atPath: "\(folder)/repo/.git")
      #expect(try lint(["\(folder)/repo/src"]).status == 1)
    }
  }

  @Test func `a wrong key is told with its place and a suggestion`() throws {
    try Tree.with(["a.py": call, ".chatsunset.yaml": "fail-on: error\nexlude: [vendor/]\n"]) { folder in
      let run = try lint([folder])
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(".chatsunset.yaml:2:1: unknown key 'exlude'; did you mean 'exclude'?"), "\(run.errors)")
    }
  }

  @Test func `an update drops what nothing needs, and a run names it`() throws {
    try Tree.with(["a.py": call, "b.py": "\n\n" + call, ".chatsunset.yaml": "baseline: accepted.json"]) { folder in
      #expect(try lint([folder, "--update-baseline"]).status == 0)
      let before = try entries("\(folder)/accepted.json")
      try FileManager.default.removeItem(atPath: "\(folder)/b.py")
      let run = try lint([folder, "--verbose"])
      #expect(run.status == 0)
      #expect(run.errors.contains("in 'b.py' in the baseline"), "\(run.errors)")
      #expect(run.errors.contains("of the baseline not needed any more"))
      #expect(try entries("\(folder)/accepted.json") == before)
      #expect(try lint([folder, "--update-baseline"]).status == 0)
      #expect(try entries("\(folder)/accepted.json") < before)
      #expect(try lint([folder, "--verbose"]).errors.contains("in the baseline") == false)
      let part = try lint([folder, "--update-baseline", "--shard", "1/2"])
      #expect(part.status == 2)
      #expect(part.errors.contains("'--update-baseline' would drop"))
    }
  }

  @Test func `a baseline fits after lines move, files are renamed and the root is another one`() throws {
    try Tree.with(["old/a.py": call, "new/src/b.py": "# more\n\n\n" + call]) { folder in
      let baseline = "\(folder)/accepted.json"
      let before = try lint(["\(folder)/old", "--baseline", baseline, "--update-baseline"])
      #expect(before.status == 0)
      let after = try lint(["\(folder)/new", "--baseline", baseline])
      #expect(after.status == 0, "\(after.output)")
    }
  }

  @Test(arguments: [
    NameCase(["force-app", "web"], ["force-app/a.py", "web/src/b.py"]),
    NameCase(["./force-app/"], ["force-app/a.py"]),
    NameCase(["."], ["force-app/a.py", "web/src/b.py"]),
    NameCase([".", "web"], ["force-app/a.py", "web/src/b.py"]),
    NameCase(["web/src/b.py", "force-app/a.py"], ["force-app/a.py", "web/src/b.py"]),
    NameCase(["{folder}/web"], ["web/src/b.py"]),
    NameCase(["../here/web/src"], ["web/src/b.py"]),
    // One lies elsewhere: each folder's own name leads.
    NameCase(["web", "../here-elsewhere"], ["web/src/b.py", "here-elsewhere/c.py"]),
    NameCase(["../here-elsewhere"], ["c.py"]),
  ])
  func `files are named as an editor in the current folder opens them`(_ test: NameCase) throws {
    try Tree.with(["here/force-app/a.py": call, "here/web/src/b.py": call, "here-elsewhere/c.py": call]) { folder in
      let arguments = test.arguments.map { $0.replacing("{folder}", with: "\(folder)/here") }
      let run = try CommandProcess(["lint"] + arguments, shell: "cd '\(folder)/here';").finish()
      #expect(names(in: run.output) == Set(test.names), "\(run.output)\(run.errors)")
    }
  }

  @Test func `only what changed since a revision is looked at, in each of several folders`() throws {
    try Tree.with(["a/old.py": call, "b/old.py": call, "c/old.py": call]) { folder in
      let shell = "cd '\(folder)'; { git init -q && git add . && \(git) commit -qm one && cp a/old.py a/new.py"
        + " && echo '# X-LIVEAGENT-AFFINITY' >> b/old.py && cp a/old.py c/new.py; } 1>&2 || exit 99;"
      let run = try CommandProcess(
        ["lint", "a", "b", "--changed-since", "HEAD", "--no-config"], shell: shell).finish()
      #expect(names(in: run.output) == ["a/new.py", "b/old.py"], "\(run.output)\(run.errors)")
      let page = "\(folder)/a/pages/A.page"
      try FileManager.default.createDirectory(atPath: "\(folder)/a/pages", withIntermediateDirectories: false)
      try Data("<apex:page/>".utf8).write(to: URL(filePath: page))
      #expect(try lint([page]).output == "")
      let whole = try lint(["\(folder)/a"]).output.split(separator: "\n").last ?? ""
      #expect(whole.contains("LiveChatButton") && whole.contains(" more metadata types [not-in-the-export]"))
      #expect(run.status == 1)
      // Nothing changed is nothing wrong, and neither is a shard without a file.
      let commit = "cd '\(folder)' && git add . && \(git) commit -qm two;"
      #expect(try CommandProcess(["lint", "a", "--changed-since", "HEAD"], shell: commit).finish().status == 0)
      let shards = try (1...9).map { try CommandProcess(["audit", "\(folder)/a", "--shard", "\($0)/9"]).finish().status }
      #expect(Set(shards) == [0])
    }
  }

  @Test(arguments: ["A.js", "copy.js"])
  func `a changed copy of an accepted place is not accepted`(_ copy: String) throws {
    try Tree.with(["a.js": "var h = 'd.la2-c2-phx.salesforceliveagent.com';\n"]) { folder in
      try shell("\(git) init -q && \(git) add . && \(git) commit -qm one", in: folder)
      let flags = ["--no-config", "--baseline", "\(folder)/accepted.json"]
      #expect(try lint([folder, "--update-baseline"] + flags).status == 0)
      let change = [folder, "--changed-since", "HEAD"] + flags
      #expect(try lint(change).status == 0)
      try shell("cp a.js \(copy)", in: folder)
      #expect(try lint([folder] + flags).status == 1)
      let run = try lint(change)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("\(copy):1:") && !run.output.contains("\na.js"), "\(run.output)\(run.errors)")
      // A renamed file keeps what is accepted.
      try shell("rm a.js", in: folder)
      #expect(try lint(change).status == 0)
    }
  }

  @Test func `relations of changed files are judged by the whole tree, or not at all`() throws {
    try Tree.with([:]) { folder in
      let site = "source/force-app/main/default/sites/Chat_Pages.site-meta.xml"
      let source = Repository.path("Examples/alder-finch/source")
      try shell("cp -r '\(source)' . && \(git) init -q && \(git) add . && \(git) commit -qm one && echo >> \(site)", in: folder)
      let whole = try lint([folder, "--no-config"])
      let asked = try lint([folder, "--no-config", "--changed-since", "HEAD", "--whole-tree"])
      #expect(asked.status == 1)
      #expect(asked.output == whole.output.split(separator: "\n").filter { $0.hasPrefix(site) }.map { "\($0)\n" }.joined())
      // What uses these deployments is out of sight in a part.
      try shell("for file in source/force-app/main/default/liveChatDeployments/*; do echo >> $file; done", in: folder)
      let part = try lint([folder, "--no-config", "--changed-since", "HEAD"])
      #expect(part.output.contains("/liveChatDeployments/") && !part.output.contains("[chat-deployment-unused]"), "\(part.output)")
      #expect(part.errors.contains("relations are judged only with '--whole-tree'"), "\(part.errors)")
    }
  }

  @Test func `what changed in inner repositories is looked at, and what is passed over is told`() throws {
    let files = ["lib/old.py": call, "r/old.py": call, "r/build/forced.py": call, "r/.gitignore": "build/\n"]
    try Tree.with(files) { folder in
      try shell(
        """
        \(git) init -q lib && \(git) -C lib add . && \(git) -C lib commit -qm lib && \(git) init -q r && cd r && \(git) add . \
          && \(git) add -f build/forced.py && \(git) submodule -q add ../lib sm && \(git) commit -qm one \
          && cp old.py sm/new.py && \(git) init -q nested && cp old.py nested && echo '# more' >> build/forced.py
        """, in: folder)
      let flags = ["--changed-since", "HEAD", "--no-config"]
      // A repository elsewhere, one below the current folder, and one in another.
      for (input, place, prefix) in [("\(folder)/r", "\(folder)/lib", ""), ("r", folder, "r/"), (".", "\(folder)/r", "")] {
        let run = try CommandProcess(["lint", input] + flags, shell: "cd '\(place)';").finish()
        #expect(names(in: run.output) == ["\(prefix)sm/new.py", "\(prefix)nested/old.py"], "\(run.output)\(run.errors)")
        #expect(run.errors.contains("; 1 changed file passed over as ignored"), "\(run.errors)")
      }
      let inner = try CommandProcess(["lint", "sm"] + flags, shell: "cd '\(folder)/r';").finish()
      #expect(names(in: inner.output) == ["sm/new.py"], "\(inner.output)\(inner.errors)")
      // Committed there and here, it still differs from what the revision records; a hook's variables change nothing.
      try shell("cd r/sm && \(git) add . && \(git) commit -qm new && cd .. && \(git) add sm && \(git) commit -qm two", in: folder)
      let committed = try CommandProcess(
        ["lint", ".", "--changed-since", "HEAD~1", "--no-config"],
        shell: "cd '\(folder)/r'; export GIT_INDEX_FILE=.git/index GIT_DIR='\(folder)/r/.git';").finish()
      #expect(names(in: committed.output) == ["sm/new.py", "nested/old.py"], "\(committed.output)\(committed.errors)")
      try shell("rm r/.git/modules/sm/HEAD", in: folder)
      let damaged = try lint(["\(folder)/r"] + flags)
      #expect(damaged.output.contains("git can't tell what changed in the repository 'sm'"), "\(damaged.output)")
      try shell("rm -r r/nested", in: folder)
      #expect(try lint(["\(folder)/r"] + flags).status == 3)
      #expect(try lint(["\(folder)/r/old.py"] + flags).status == 0)
    }
  }

  @Test func `what a branch changed counts from where it began`() throws {
    try Tree.with(["a.py": call, "b.py": call]) { folder in
      try shell(
        """
        \(git) init -q . && \(git) checkout -qb trunk && \(git) add . && \(git) commit -qm one && \(git) branch topic \
          && echo '# more' >> a.py && \(git) commit -qam two \
          && \(git) checkout -q topic && echo '# more' >> b.py && \(git) commit -qam three && cp b.py c.py
        """, in: folder)
      #expect(names(in: try lint([folder, "--changed-since", "trunk"]).output) == ["b.py", "c.py"])
      // Without a common commit all that differs counts.
      try shell("\(git) checkout -q --orphan other && \(git) commit -qm four", in: folder)
      #expect(names(in: try lint([folder, "--changed-since", "trunk"]).output) == ["a.py", "b.py", "c.py"])
      let unknown = try lint([folder, "--changed-since", "nowhere"])
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("git can't compare '\(folder)' with 'nowhere'"))
    }
  }

  #if os(Linux)
    @Test func `a changed file may have a name that is no UTF-8`() throws {
      try Tree.with(["a.py": call]) { folder in
        try shell(#"\#(git) init -q . && \#(git) commit -qm one --allow-empty && mv a.py "$(printf 'caf\351.py')""#, in: folder)
        #expect(names(in: try lint([folder, "--changed-since", "HEAD"]).output) == ["caf%E9.py"])
      }
    }
  #endif

  @Test func `several formats are written in one run`() throws {
    try Tree.with(["a.py": call]) { folder in
      let run = try lint(
        [folder, "--format", "github", "-o", "sarif=\(folder)/out.sarif", "-o", "junit=\(folder)/out.xml"])
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("::error"), "\(run.output)")
      #expect(try String(contentsOfFile: "\(folder)/out.sarif", encoding: .utf8).contains("\"2.1.0\""))
      #expect(try String(contentsOfFile: "\(folder)/out.xml", encoding: .utf8).contains("<testsuites"))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made for a shell`(_ shell: String) throws {
    let run = try CommandProcess(["--generate-completion-script", shell]).finish()
    #expect(run.status == 0)
    #expect(run.output.contains("no-config"))
  }

  private func lint(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String, errors: String) {
    try CommandProcess(["lint", "--as-of", "2026-11-23"] + arguments, environment: environment).finish()
  }

  /// The files that lines are about.
  private func names(in output: String) -> Set<String> {
    Set(output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
  }

  /// Runs shell commands in a folder.
  private func shell(_ commands: String, in folder: String) throws {
    let run = try CommandProcess(["--version"], shell: "cd '\(folder)' && { \(commands); } 1>&2 || exit 99;").finish()
    try #require(run.status == 0, "\(run.errors)")
  }

  /// How many findings a baseline accepts.
  private func entries(_ path: String) throws -> Int {
    try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: #""fingerprint""#).count - 1
  }
}

/// Git with somebody to commit as.
private let git = "git -c user.name=Ada -c user.email=ada@example.com -c protocol.file.allow=always"

/// A line of code that is an error after the retirement.
private let call = "headers = {'X-LIVEAGENT-AFFINITY': 'null'}\n"

/// A profile whose end is missing, with a note before it.
private let damaged = """
  <?xml version="1.0" encoding="UTF-8"?>
  <Profile xmlns="http://soap.sforce.com/2006/04/metadata"><objectPermissions><allowRead>true</allowRead>
  <object>LiveChatTranscript</object></objectPermissions><oops>
  """

/// Files, flags, and the status they end with.
struct StatusCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  let flags: [String]
  let status: Int32
  let environment: [String: String]

  init(
    _ name: String, _ files: [String: String], _ status: Int32, flags: [String] = [],
    environment: [String: String] = [:]
  ) {
    testDescription = name
    self.files = files
    self.flags = flags
    self.status = status
    self.environment = environment
  }
}

/// Files, and the conditions that their report has.
struct ConditionCase: Sendable, CustomTestStringConvertible {
  let files: [String: String]
  let conditions: [String]

  init(_ files: [String: String], _ conditions: [String]) {
    self.files = files
    self.conditions = conditions
  }

  var testDescription: String { conditions.joined(separator: ", ") }
}

/// Inputs, and the names that their findings have.
struct NameCase: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let names: [String]

  init(_ arguments: [String], _ names: [String]) {
    self.arguments = arguments
    self.names = names
  }

  var testDescription: String { arguments.joined(separator: " ") }
}

/// Files in a folder for the time of a test.
private enum Tree {
  static func with(_ files: [String: String], _ body: (_ folder: String) throws -> Void) throws {
    let folder = temporaryPath("")
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }  // the system empties the folder, too
    for (path, text) in files {
      let file = URL(filePath: "\(folder)/\(path)")
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder)
  }
}
