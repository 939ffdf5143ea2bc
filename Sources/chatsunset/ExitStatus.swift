#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import AuditModel

/// The exit statuses, as the README lists them.
struct ExitStatus: Error, Hashable {
  let code: Int32

  /// Done, and nothing at or above `--fail-on`.
  static let success = ExitStatus(code: 0)
  /// Findings at or above `--fail-on`.
  static let findings = ExitStatus(code: 1)
  /// Usage, configuration or rule error.
  static let usage = ExitStatus(code: 2)
  /// Finished, but something was not examined.
  static let incomplete = ExitStatus(code: 3)
  /// Nothing recognisable to scan.
  static let empty = ExitStatus(code: 4)
  /// The probe could not tell.
  static let inconclusive = ExitStatus(code: 5)
  /// A fault of this program.
  static let fault = ExitStatus(code: 70)
  static let interrupted = ExitStatus(code: 130)
  static let terminated = ExitStatus(code: 143)

  /// The strongest of the conditions that held: 1 before 3 before 5 before 4 before 0.
  init(of conditions: [Report.Condition], allowsIncomplete: Bool = false, allowsEmpty: Bool = false) {
    let held = Set(conditions)
    if held.contains(.interrupted) {
      self = .interrupted
    } else if held.contains(.findings) {
      self = .findings
    } else if held.contains(.incomplete), !allowsIncomplete {
      self = .incomplete
    } else if held.contains(.inconclusive) {
      self = .inconclusive
    } else if held.contains(.empty), !allowsEmpty {
      self = .empty
    } else {
      self = .success
    }
  }

  init(code: Int32) {
    self.code = code
  }

  /// Ends the program, and leaves it to the system to free a value.
  ///
  /// Freeing rules and a report piece by piece takes as long as a tenth of the work on a small folder.
  static func exit<Value>(_ status: ExitStatus, leaving _: borrowing Value) -> Never {
    exit(status)
  }

  /// Ends the program.
  static func exit(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.code)
    #elseif canImport(Musl)
      Musl.exit(status.code)
    #else
      Darwin.exit(status.code)
    #endif
  }
}

/// A reason to stop, in one sentence, with its exit status.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
