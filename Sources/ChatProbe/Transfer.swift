import AuditModel
import CCurl

/// Owns one transfer of libcurl; set up on one thread, run by the driver, read on the driver's thread.
@safe final class Transfer {
  private var raw: OpaquePointer?

  init(url: String, method: String) {
    unsafe raw = cc_transfer_new(url, method)
  }

  init(owning raw: OpaquePointer) {
    unsafe self.raw = raw
  }

  deinit {
    if let raw = unsafe raw { unsafe cc_transfer_free(raw) }
  }

  /// Gives the transfer away; nothing else may be called afterwards.
  func release() -> OpaquePointer? {
    defer { unsafe raw = nil }
    return unsafe raw
  }

  // MARK: before

  func header(_ line: String) { unsafe cc_transfer_header(raw, line) }

  func body(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { unsafe cc_transfer_body(raw, $0.baseAddress, $0.count) }
  }

  func timeouts(connect: Duration, total: Duration) {
    unsafe cc_transfer_timeouts(raw, max(1, connect.milliseconds), max(1, total.milliseconds))
  }

  func caps(body: Int, headers: Int) { unsafe cc_transfer_caps(raw, body, headers) }

  func allowLocal(http: Bool) {
    unsafe cc_transfer_allow_local_addresses(raw)
    if http { unsafe cc_transfer_allow_http(raw) }
  }

  func proxy(_ url: String) { unsafe cc_transfer_proxy(raw, url) }
  func caFile(_ path: String) { unsafe cc_transfer_ca_file(raw, path) }
  func userAgent(_ name: String) { unsafe cc_transfer_user_agent(raw, name) }

  // MARK: after

  var status: Int? {
    let status = unsafe cc_transfer_status(raw)
    return status == 0 ? nil : status
  }

  var body: [UInt8] {
    var size = 0
    guard let bytes = unsafe cc_transfer_body_bytes(raw, &size) else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size))
  }

  /// The headers by lower-case name; of a repeated one the first.
  var headerFields: [String: String] {
    var size = 0
    guard let bytes = unsafe cc_transfer_header_bytes(raw, &size) else { return [:] }
    let text = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: size), as: UTF8.self)
    var fields: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      if fields[name] == nil {
        fields[name] = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
      }
    }
    return fields
  }

  var address: String? {
    guard let text = unsafe cc_transfer_address(raw) else { return nil }
    let address = unsafe String(cString: text)
    return address.isEmpty ? nil : address
  }

  var certificate: String? {
    guard let text = unsafe cc_transfer_certificate(raw) else { return nil }
    return unsafe String(cString: text)
  }

  var hasConnected: Bool { unsafe cc_transfer_timings(raw).connect > 0 }

  var timing: ProbeTiming {
    let timings = unsafe cc_transfer_timings(raw)
    func milliseconds(_ microseconds: Int64) -> Int { Int((microseconds + 999) / 1000) }
    return ProbeTiming(
      name: milliseconds(timings.name), connect: milliseconds(timings.connect),
      tls: milliseconds(timings.tls), firstByte: milliseconds(timings.first_byte),
      total: milliseconds(timings.total))
  }

  /// Why there is no complete answer; nil where there is.
  func failure(host: String) -> ProbeAnswer.Failure? {
    let detail = unsafe cc_transfer_error(raw).map { unsafe String(cString: $0) } ?? ""
    let address = self.address ?? "no address"
    let outcome = unsafe cc_transfer_outcome(raw)
    let (kind, message): (ProbeAnswer.Failure.Kind, String)
    switch outcome {
    case CC_DONE: return nil
    case CC_RESOLVE: (kind, message) = (.name, "the name '\(host)' has no address")
    case CC_ADDRESS_REFUSED:
      (kind, message) = (
        .refusedAddress,
        "'\(host)' leads to '\(address)', an address of this machine or a private network; --allow-local allows it"
      )
    case CC_CONNECT: (kind, message) = (.connection, "no connection to '\(address)': \(detail)")
    case CC_TLS: (kind, message) = (.tls, "no trusted connection to '\(host)': \(detail)")
    case CC_TIMEOUT: (kind, message) = (.timeout, "no complete answer in time: \(detail)")
    case CC_BODY_CAP: (kind, message) = (.tooMuch, "the answer is longer than allowed")
    case CC_HEADER_CAP: (kind, message) = (.tooMuch, "the answer's headers are longer than allowed")
    case CC_BROKEN: (kind, message) = (.broken, "the connection broke off: \(detail)")
    case CC_PROXY: (kind, message) = (.proxy, "the proxy didn't connect: \(detail)")
    case CC_CANCELLED: (kind, message) = (.cancelled, "cancelled")
    default: (kind, message) = (.other, detail)
    }
    return ProbeAnswer.Failure(kind: kind, message: message)
  }
}

extension Duration {
  var milliseconds: Int { Int(self / .milliseconds(1)) }
}
