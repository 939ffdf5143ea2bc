import AuditInput
import Synchronization

/// A line on the terminal that says how far a long run is; nothing where standard error is no terminal.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var start: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isEnabled = Terminal.Stream.standardError.isTerminal && environment("CI") == nil
  private static let pause = Duration.milliseconds(150)
  /// Runs that end before this say nothing.
  private static let patience = Duration.milliseconds(500)

  func show(_ progress: InputProgress) {
    guard isEnabled else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      guard let start = state.start else { return state.start = now }
      guard now - start > ProgressLine.patience, state.last.map({ now - $0 > ProgressLine.pause }) ?? true else { return }
      state.last = now
      state.isShown = true
      let seconds = Double((now - start) / .milliseconds(1)) / 1_000
      let rate = Int(Double(progress.artifacts) / max(seconds, 0.001))
      Terminal.write(
        "\r\u{1B}[K\(progress.artifacts) artifacts, \(progress.bytes / 1_000_000) MB, \(rate) a second",
        to: .standardError)
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { Terminal.write("\r\u{1B}[K", to: .standardError) }
      state.isShown = false
    }
  }
}
