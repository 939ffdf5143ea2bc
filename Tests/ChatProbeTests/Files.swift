#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import AuditTestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A certificate in a file for the time of a test.
enum CertificateFile {
  static func with<Value>(
    _ certificate: String?, _ body: (String?) async throws -> Value
  ) async throws -> Value {
    guard let certificate else { return try await body(nil) }
    let path = temporaryPath(".pem")
    try Data(certificate.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }  // the system empties the folder, too
    return try await body(path)
  }
}

func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// The permission bits of a file.
func permissions(_ path: String) throws -> Int {
  var status = stat()
  try #require(unsafe stat(path, &status) == 0)
  return Int(status.st_mode & 0o777)
}
