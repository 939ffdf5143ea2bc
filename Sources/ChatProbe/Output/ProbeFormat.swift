package import AuditModel
import LenientJSON

/// The forms in which a probe's results are written.
package enum ProbeFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// Everything, for programs.
  case json
  /// For CI: a test case for each endpoint.
  case junit
  /// For a monitor's text file collector.
  case prometheus
}

/// The results of a run with what is needed to write them.
package struct ProbeReport: Sendable {
  package var results: [ProbeResult]
  /// Whether every endpoint was asked to the end.
  package var isComplete: Bool
  /// Empty where nothing in particular was expected.
  package var expected: Set<Verdict>
  package var tool: String
  package var version: String

  package init(
    results: [ProbeResult], isComplete: Bool, expected: Set<Verdict> = [], tool: String = "chatsunset",
    version: String
  ) {
    self.results = results
    self.isComplete = isComplete
    self.expected = expected
    self.tool = tool
    self.version = version
  }

  /// The results in a form, with a line end at the end.
  ///
  /// - Parameter showsExchanges: Whether the text lists every request; the other forms don't ask.
  package func text(as format: ProbeFormat, showsExchanges: Bool = false) -> String {
    switch format {
    case .text: plainText(showsExchanges: showsExchanges)
    case .json: json().text(indented: true) + "\n"
    case .junit: junit()
    case .prometheus: prometheus()
    }
  }

  /// How many endpoints got which verdict, in the vocabulary's order, without those of none.
  var counts: [(verdict: Verdict, count: Int)] {
    Verdict.allCases.compactMap { verdict in
      let count = results.count { $0.verdict == verdict }
      return count == 0 ? nil : (verdict, count)
    }
  }
}
