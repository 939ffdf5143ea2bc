import AuditEngine
import Testing

/// A change that breaks the sample pack, and all that loading says of it.
struct BrokenPack: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let changes: [String: String?]
  let errors: [String]

  /// Replaces a piece of the sample rule.
  init(_ what: String, _ piece: String, _ other: String, _ errors: String...) {
    precondition(SamplePack.rule.contains(piece), "the sample rule has no '\(piece)'")
    testDescription = what
    changes = ["header/acme-header.yaml": SamplePack.rule.replacing(piece, with: other)]
    self.errors = errors.map { "header/acme-header.yaml:\($0)" }
  }

  /// Replaces, adds or removes a file.
  init(_ what: String, file: String, _ text: String?, _ errors: String...) {
    testDescription = what
    changes = [file: text]
    self.errors = errors
  }
}

@Suite struct `A broken rule pack` {
  @Test(
    arguments: BrokenPack.keys + BrokenPack.values + BrokenPack.patterns + BrokenPack.files + BrokenPack.syntax)
  func `is refused with every error at its place`(_ pack: BrokenPack) {
    #expect(SamplePack.errors(pack.changes) == pack.errors)
  }

  @Test func `tells all errors of all files at once`() {
    let errors = SamplePack.errors([
      "pack.yaml": SamplePack.header.replacing("2026-02-14", with: "14.2.2026"),
      "plan.yaml": SamplePack.plan.replacing("needs: [D1]", with: "needs: [D9]"),
      "header/acme-header.yaml": SamplePack.rule.replacing("class:", with: "clas:"),
    ])
    #expect(
      errors == [
        "header/acme-header.yaml:3:1: unknown key 'clas'; did you mean 'class'?",
        "pack.yaml:8:12: 'retirement.retired' must be a date as YYYY-MM-DD, not '14.2.2026'",
        "plan.yaml:11:11: unknown step 'D9'; it is one of 'D1', 'D2'",
      ])
  }
}
