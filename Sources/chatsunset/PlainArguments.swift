import AuditKit

/// The arguments of a run that has none but the flags people and pipelines use every day.
///
/// Such a line is read here, because the parser takes a third of the start: it asks the Swift runtime for some
/// hundred conformances. It stays the authority: whatever is not understood at once, be it a rarer flag, a call
/// for help or a mistake, is left to it, and a test holds what is read here against what it reads.
struct PlainArguments {
  private(set) var input = InputArguments(plain: ())
  private(set) var rule = RuleArguments(plain: ())
  private(set) var output = OutputArguments(plain: ())
  private(set) var exit = ExitArguments(plain: ())
  private(set) var configuration = ConfigurationArguments(plain: ())
  private(set) var privacy = PrivacyArguments(plain: ())

  /// - Returns: Nothing where an argument is for the parser.
  init?(_ arguments: some Sequence<String>) {
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      guard argument.utf8.first == UInt8(ascii: "-") else {
        if argument.isEmpty { return nil }
        input.paths.append(argument)
        continue
      }
      if set(argument) { continue }
      // A value that begins with a hyphen may be the next flag.
      guard let value = arguments.next(), let first = value.utf8.first, first != UInt8(ascii: "-"),
        set(argument, to: value)
      else { return nil }
    }
  }

  /// Sets a flag without a value.
  private mutating func set(_ flag: String) -> Bool {
    switch flag {
    case "--no-ignore": input.noIgnore = true
    case "--details": output.details = true
    case "--allow-empty": exit.allowEmpty = true
    case "--no-config": configuration.noConfig = true
    case "--redact-ids": privacy.redactIds = true
    default: return false
    }
    return true
  }

  /// Sets a flag with a value; what is given twice or is no value of the flag is for the parser.
  private mutating func set(_ flag: String, to value: String) -> Bool {
    switch flag {
    case "-j", "--jobs":
      guard input.jobs == nil, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let jobs = Int(value) else {
        return false
      }
      input.jobs = jobs
    case "--shard":
      guard input.shard == nil else { return false }
      input.shard = value
    case "--as-of":
      guard rule.asOf == nil else { return false }
      rule.asOf = value
    case "--format":
      guard output.format == nil else { return false }
      output.format = value
    case "-o", "--output":
      output.output.append(value)
    case "--fail-on":
      guard exit.failOn == nil, let level = FailOn(rawValue: value) else { return false }
      exit.failOn = level
    default: return false
    }
    return true
  }
}

// MARK: - Commands

extension AuditRun {
  /// An audit with plain arguments: without its command, whose groups cost as much as all that is read here.
  init(plain arguments: PlainArguments) {
    self.init(
      input: arguments.input, record: RecordArguments(plain: ()), rule: arguments.rule, output: arguments.output,
      exit: arguments.exit, configuration: arguments.configuration, privacy: arguments.privacy)
  }
}

extension LintCommand {
  /// The command with plain arguments.
  init(plain arguments: PlainArguments) {
    self.init()
    input = arguments.input
    rule = arguments.rule
    output = arguments.output
    exit = arguments.exit
    configuration = arguments.configuration
    privacy = arguments.privacy
    changedSince = nil
    baseline = nil
    updateBaseline = false
  }
}

// MARK: - Groups

// Without the parser every property has to be set, those with a default value as well.

extension InputArguments {
  fileprivate init(plain: Void) {
    self.init()
    paths = []
    filesFrom = nil
    include = []
    exclude = []
    noIgnore = false
    shard = nil
    jobs = nil
  }
}

extension RecordArguments {
  fileprivate init(plain: Void) {
    self.init()
    records = nil
  }
}

extension PackArguments {
  fileprivate init(plain: Void) {
    self.init()
    rules = []
    noBuiltInRules = false
  }
}

extension RuleArguments {
  fileprivate init(plain: Void) {
    self.init()
    pack = PackArguments(plain: ())
    asOf = nil
  }
}

extension OutputArguments {
  fileprivate init(plain: Void) {
    self.init()
    format = nil
    output = []
    details = false
    title = nil
    preparedFor = nil
    logo = nil
    category = nil
  }
}

extension ExitArguments {
  fileprivate init(plain: Void) {
    self.init()
    failOn = nil
    allowIncomplete = nil
    allowEmpty = false
  }
}

extension ConfigurationArguments {
  fileprivate init(plain: Void) {
    self.init()
    config = nil
    noConfig = false
    verbose = false
  }
}

extension PrivacyArguments {
  fileprivate init(plain: Void) {
    self.init()
    unsafeShow = false
    redactIds = false
  }
}
