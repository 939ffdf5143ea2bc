import Foundation
import Testing
import XMLReading

/// Documents that try to make the reader expand, load or run something.
@Suite struct HostileTests {
  private static let bombs = [
    """
    <!DOCTYPE a [
      <!ENTITY b0 "bomb"><!ENTITY b1 "&b0;&b0;&b0;&b0;&b0;&b0;&b0;&b0;&b0;&b0;">
      <!ENTITY b2 "&b1;&b1;&b1;&b1;&b1;&b1;&b1;&b1;&b1;&b1;"><!ENTITY b3 "&b2;&b2;&b2;&b2;&b2;&b2;&b2;&b2;">
    ]><a>x&b3;</a>
    """,
    "<!DOCTYPE a [<!ENTITY b '" + String(repeating: "bomb", count: 10_000) + "'>]><a>"
      + String(repeating: "&b;", count: 100_000) + "</a>",
    "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><a>&b;</a>",
    "<!DOCTYPE a [<!ENTITY % p '<!ENTITY b \"bomb\">'> %p;]><a>&b;</a>",
    "<!DOCTYPE a [<!ENTITY b '<b>bomb</b>'>]><a>&b;</a>",
    "<!DOCTYPE a [<!ENTITY b 'bomb'>]><a k='&b;'/>",
  ]

  @Test(arguments: bombs.indices) func `an entity is never expanded`(_ index: Int) {
    let reading = Reading(Array(Self.bombs[index].utf8))
    #expect(!reading.shapes.joined().contains("bomb"))
    #expect(reading.events.count <= 3)
  }

  /// Opening a named pipe for reading waits for a writer, so a reader that tried would never come back.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<!DOCTYPE a [<!ENTITY e SYSTEM '@'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM '@'>]><a k='&e;'/>",
      "<!DOCTYPE a [<!ENTITY e PUBLIC 'p' '@'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM '@'> %p;]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM '@'><!ENTITY e '%p;'>]><a>&e;</a>",
      "<!DOCTYPE a SYSTEM '@'><a>&e;</a>",
      "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' '@' [<!ENTITY e SYSTEM '@'>]><a k='&e;'>&e;</a>",
      "<?xml-stylesheet type='text/xsl' href='@'?><a>x</a>",
      "<?oasis-xml-catalog catalog='@'?><!DOCTYPE a SYSTEM 'x.dtd'><a>&e;</a>",
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='@' parse='text'/></a>",
      "<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:noNamespaceSchemaLocation='@'>x</a>",
    ])
  func `nothing but the document is read`(_ template: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }  // What is left there disturbs nobody.
    let pipe = folder.appendingPathComponent("pipe")
    let isMade = unsafe mkfifo(pipe.path, 0o600) == 0
    try #require(isMade)

    let listener = try Listener()
    defer { listener.close() }
    for place in [pipe.path, pipe.absoluteString, "http://127.0.0.1:\(listener.port)/canary"] {
      let document = template.replacing("@", with: place)
      for delivery in Delivery.allCases { _ = Reading(Array(document.utf8), delivery) }
    }
    #expect(!listener.wasCalled)
  }
}

/// A server on the loopback interface that only tells whether somebody came.
private struct Listener {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    try #require(isListening)
    port = UInt16(bigEndian: address.sin_port)
  }

  var wasCalled: Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe Foundation.poll(&poll, 1, 0) != 0
  }

  func close() { Foundation.close(descriptor) }
}
