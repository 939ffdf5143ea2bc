import AuditModel
import CCurl
import LenientJSON
import Synchronization

/// libcurl isn't there.
public struct TransportError: Error, Hashable, Sendable {
  /// What to install.
  public var message: String
}

/// Requests through libcurl, all on one thread of its own.
final class CurlTransport: Transport {
  private let options: TransportOptions
  private let allowsLocal: Bool
  private let driver: Driver

  /// - Throws: ``TransportError`` when libcurl can't be loaded.
  init(options: TransportOptions, allowsLocal: Bool) throws(TransportError) {
    if let problem = unsafe cc_load() { throw TransportError(message: unsafe String(cString: problem)) }
    self.options = options
    self.allowsLocal = allowsLocal
    driver = try Driver()
  }

  func perform(_ request: ProbeRequest) async -> TransportResult {
    let isCancellable = request.purpose == .question
    if isCancellable, Task.isCancelled { return Self.cancelled(request) }
    let token = driver.nextToken()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        driver.submit(makeTransfer(request), token) { transfer in
          continuation.resume(returning: Self.result(transfer, of: request))
        }
        // The handler may have run before there was anything to cancel.
        if isCancellable, Task.isCancelled { driver.cancel(token) }
      }
    } onCancel: {
      if isCancellable { return driver.cancel(token) }
      // What opens a session is worth waiting for, but not for ever; endings have their own time-out.
      guard request.purpose == .opening else { return }
      Task { [driver, grace = options.openingGrace] in
        try? await Task.sleep(for: grace)  // nobody cancels this task
        driver.cancel(token)
      }
    }
  }

  private static func cancelled(_ request: ProbeRequest) -> TransportResult {
    let failure = ProbeAnswer.Failure(kind: .cancelled, message: "cancelled")
    return TransportResult(
      answer: .failure(failure),
      evidence: ProbeExchange(method: request.method, url: request.redactedURL, failure: "cancelled"))
  }

  private func makeTransfer(_ request: ProbeRequest) -> Transfer {
    let transfer = Transfer(url: request.url, method: request.method)
    for line in request.headerLines { transfer.header(line) }
    if let body = request.body { transfer.body(body.text()) }
    let usual = request.purpose == .ending ? options.endingTimeout : options.exchangeTimeout
    transfer.timeouts(connect: options.connectTimeout, total: request.timeout ?? usual)
    transfer.caps(body: options.maxBodyBytes, headers: options.maxHeaderBytes)
    if allowsLocal { transfer.allowLocal(http: request.endpoint.scheme == "http") }
    if let proxy = options.proxy.proxy(for: request.endpoint) { transfer.proxy(proxy) }
    if let caFile = options.caFile { transfer.caFile(caFile) }
    transfer.userAgent(options.userAgent)
    return transfer
  }

  private static func result(_ transfer: Transfer, of request: ProbeRequest) -> TransportResult {
    let redactor = Redactor(request.secrets)
    let fields = transfer.headerFields
    var evidence = ProbeExchange(method: request.method, url: request.redactedURL)
    evidence.status = transfer.status
    evidence.timing = transfer.timing
    evidence.address = transfer.address
    evidence.tlsName = transfer.certificate.map { redactor.clean($0) }
    for name in telltaleHeaders {
      if let value = fields[name] { evidence.headers[name] = redactor.clean(value) }
    }
    let answer: ProbeAnswer
    if var failure = transfer.failure(host: request.endpoint.host) {
      failure.message = redactor.clean(failure.message)
      evidence.failure = failure.message
      failure.status = evidence.status
      failure.hasConnected = transfer.hasConnected
      failure.body = transfer.body
      answer = .failure(failure)
    } else {
      answer = .response(status: transfer.status ?? 0, headers: fields, body: transfer.body)
    }
    return TransportResult(answer: answer, evidence: evidence)
  }

  /// The headers that say something about an endpoint's end or whereabouts (RFC 8594, RFC 9745, RFC 8288).
  private static let telltaleHeaders = [
    "content-type", "deprecation", "link", "location", "retry-after", "server", "sunset", "via",
  ]
}

/// Takes secrets out of text that came from elsewhere, and makes it fit to print.
struct Redactor {
  private let secrets: [Secret]

  init(_ secrets: [Secret]) { self.secrets = secrets }

  func clean(_ text: String) -> String {
    var text = text
    for secret in secrets where !secret.exposed.isEmpty {
      text = text.replacing(secret.exposed, with: "{secret}")
      text = text.replacing(secret.pathSegment, with: "{secret}")
    }
    return printable(text)
  }
}
