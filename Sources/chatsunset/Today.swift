#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import AuditModel

/// The one place where the program reads a clock.
enum Today {
  /// `SOURCE_DATE_EPOCH` where it is set, so that builds of reports can be repeated; else this day in UTC.
  static func date() throws(CommandFailure) -> CalendarDate {
    if let value = environment("SOURCE_DATE_EPOCH"), !value.isEmpty {
      guard let seconds = Int(value), seconds >= 0, seconds < 253_402_300_800 else {
        throw CommandFailure(.usage, "SOURCE_DATE_EPOCH is '\(value)', which is not a number of seconds since 1970")
      }
      return CalendarDate(daysSinceEpoch: seconds / 86_400)
    }
    return CalendarDate(daysSinceEpoch: time(nil) / 86_400)
  }
}
