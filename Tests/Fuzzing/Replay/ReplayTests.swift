import AuditTestSupport
import Foundation
import Testing

/// Every case that a fuzzer was given or found, run by ordinary tests.
@Suite struct ReplayTests {
  @Test(arguments: FuzzTargetName.allCases)
  func `what was found once is all right`(_ name: FuzzTargetName) throws {
    let folder = Repository.path("Tests/Fuzzing/Cases/\(name)")
    let cases = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(!cases.isEmpty)
    var target = try name.make()
    for file in cases {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
      let problem = target.problem(with: bytes)
      #expect(problem == nil, "\(name)/\(file)")
    }
  }

  @Test func `every folder of cases has a target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Tests/Fuzzing/Cases"))
    #expect(Set(folders) == Set(FuzzTargetName.allCases.map(\.rawValue)))
  }
}
