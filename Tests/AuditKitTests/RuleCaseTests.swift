import AuditTestSupport
import Testing

/// The shipped packs against their own cases.
@Suite struct RuleCaseTests {
  @Test func `every case of every rule holds, in all its variations`() throws {
    let run = try CommandProcess(["rules", "test", Repository.path("Rules/legacy-chat")]).finish()
    #expect(run.status == 0, "\(run.output.suffix(4_000)) \(run.errors)")
  }
}
