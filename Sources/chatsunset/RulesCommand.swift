public import ArgumentParser
import AuditEngine
import AuditKit
public import AuditModel

/// The rule packs: what they hold, and whether they are right.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, explain, check and test the rules",
    subcommands: [List.self, Explain.self, Validate.self, Test.self, Document.self])
}

extension RulesCommand {
  struct List: ParsableCommand {
    // A name that isn't given is made of the type's at each start, which takes milliseconds.
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the rules by surface",
      discussion: """
        Examples:
          chatsunset rules list --class dependency --surface rest-api
          chatsunset rules list --keywords | rg -i -F -f - src/
        """)

    @OptionGroup(title: "Rules") var pack: PackArguments

    @Option(name: .long, parsing: .singleValue, help: "Only rules of this surface; repeatable")
    var surface: [Surface] = []

    @Option(
      name: .customLong("class"), parsing: .singleValue,
      help: "Only rules of this class: dependency, residue, review, successor; repeatable")
    var classes: [FindingClass] = []

    @Flag(name: .long, help: "Print the literals that the rules search for, one a line, and no rules")
    var keywords = false

    func run() throws {
      let catalogue = RuleCatalogue(packs: try pack.packs())
      if keywords {
        let packs = catalogue.packs(surfaces: surface, classes: classes)
        let rules = try CommandFailure.wrapping {
          try RuleSet.compiling(packs, asOf: packs.first?.retirement.retired ?? CalendarDate(daysSinceEpoch: 0))
        }
        Terminal.write(rules.prefilterKeywords.map { $0 + "\n" }.joined(), to: .standardOutput)
      } else {
        Terminal.write(catalogue.list(surfaces: surface, classes: classes), to: .standardOutput)
      }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Say what a rule finds, why that matters and what to do about it")

    @OptionGroup(title: "Rules") var pack: PackArguments

    @Argument(help: "Ids of rules, as reports and 'rules list' name them")
    var ids: [String]

    func run() throws {
      let catalogue = RuleCatalogue(packs: try pack.packs())
      let rules = try CommandFailure.wrapping { try ids.map { try catalogue.rule($0) } }
      Terminal.write(rules.map(catalogue.explanation).joined(separator: "\n"), to: .standardOutput)
    }
  }

  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "Check the files of rule packs, their cases included",
      discussion: "Exits with 2 when anything is wrong. Every error names its file, line and column.")

    @OptionGroup var folder: FolderArguments

    func run() throws {
      var isSound = true
      for folder in folder.paths {
        do {
          let pack = try PackFolder(folder, extending: self.folder.bases())
          Terminal.write(pack.pack.soundnessText(cases: pack.cases.count), to: .standardOutput)
        } catch let errors as RulePackErrors {
          isSound = false
          Terminal.write(errors.text(), to: .standardOutput)
        }
      }
      if !isSound { throw ExitStatus.usage }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Run the cases of rule packs and find what they don't prove",
      discussion: """
        Each case is run as it is written and with a byte-order mark, other line ends, as UTF-16, moved \
        down, and in capitals where the language ignores them. Then each keyword, alternative and value of \
        a rule is dropped in turn; what no case misses is listed as untested. Exits with 1 when anything \
        is.
        """)

    @OptionGroup var folder: FolderArguments

    @Option(
      name: .long, parsing: .singleValue, help: ArgumentHelp("Only this rule; repeatable", valueName: "id"))
    var rule: [String] = []

    @Flag(name: .long, help: "Don't look for untested parts")
    var skipUntested = false

    func run() throws {
      var isPassing = true
      for folder in folder.paths {
        let report = try CommandFailure.wrapping { try test(folder) }
        Terminal.write(report.text(), to: .standardOutput)
        isPassing = isPassing && report.isPassing
      }
      if !isPassing { throw ExitStatus.findings }
    }

    private func test(_ folder: String) throws -> CaseReport {
      let bases = try self.folder.bases()
      var tested = try PackFolder(folder, extending: bases)
      let whole = tested.pack
      if !rule.isEmpty {
        let catalogue = RuleCatalogue(packs: [whole])
        let ids = Set(try rule.map { try catalogue.rule($0).id })
        tested.cases.removeAll { !ids.contains($0.rule) }
        tested.pack.rules.removeAll { !ids.contains($0.id) }
      }
      func compile(_ pack: RulePack) throws -> CaseScanner {
        try RuleSet.caseScanner(for: combineRulePacks(bases + [pack]))
      }
      var report = try checkCases(tested.cases, of: tested.pack, folder: folder, scan: compile(whole))
      if !skipUntested {
        report.problems += try untestedParts(tested.cases, of: tested.pack, folder: folder) { pack in
          try RuleSet.caseScanner(for: [pack])
        }
      }
      return report
    }
  }

  struct Document: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "document",
      abstract: "Write the reference of a rule pack, and the coverage of its surface, as Markdown")

    @OptionGroup var folder: FolderArguments

    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("The folder for the pages; made where it is missing", valueName: "folder"))
    var output: String

    func run() throws {
      let pages = try CommandFailure.wrapping {
        try folder.paths.flatMap { try PackFolder($0, extending: folder.bases()).pages() }
      }
      try OutputFile.makeFolder(output)
      for page in pages { try OutputFile.write(Array(page.text.utf8), to: "\(output)/\(page.name)") }
    }
  }
}

/// Folders that hold one pack each.
struct FolderArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Folders of rule packs, such as 'Rules/legacy-chat'", valueName: "folder"))
  var paths: [String]

  @Flag(
    name: .long, help: "The packs extend the built-in ones: they may name their steps and replace their rules")
  var extend = false

  func bases() throws(CommandFailure) -> [RulePack] {
    try CommandFailure.wrapping { extend ? try RulePack.builtIn() : [] }
  }
}

extension Surface: ExpressibleByArgument {}
extension FindingClass: ExpressibleByArgument {}
