public import AuditModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Report {
  /// Reads a report that was saved as JSON.
  ///
  /// Keys that this version doesn't know are passed over, so that a later minor version can be read.
  ///
  /// - Parameter json: The whole document.
  /// - Throws: ``ReportError`` that names the first value that is wrong.
  public init(json: [UInt8]) throws(ReportError) {
    let data = Data(json)
    do {
      let header = try JSONDecoder().decode(Header.self, from: data)
      guard Report.majorVersion(header.schemaVersion) == Report.majorVersion(Report.currentSchemaVersion) else {
        throw ReportError(
          code: .unsupportedVersion,
          message: "the report has the schema version '\(PlainText.cut(header.schemaVersion, to: 20))', "
            + "this program reads '\(Report.currentSchemaVersion)'; make the report again with this version")
      }
      self = try JSONDecoder().decode(Report.self, from: data)
    } catch let error as ReportError {
      throw error
    } catch let error as DecodingError {
      throw ReportError(error)
    } catch {
      throw ReportError(code: .notJSON, message: "the report is not valid JSON")
    }
  }

  /// The whole report as JSON with sorted keys, one value a line.
  ///
  /// What a terminal would obey and what no reader would see stands as `\u` escapes.
  package func json() throws(ReportError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      var bytes = JSONText.escapingInvisible(try encoder.encode(self))
      bytes.append(UInt8(ascii: "\n"))
      return bytes
    } catch {
      // Only a number that is not finite has no place in JSON.
      throw ReportError(code: .unwritable, message: "the report holds a number that JSON can't hold")
    }
  }

  /// What every version of the format begins with.
  private struct Header: Decodable {
    var schemaVersion: String
  }

  private static func majorVersion(_ version: String) -> Substring {
    version.prefix { $0 != "." }
  }
}

extension ReportError {
  fileprivate init(_ error: DecodingError) {
    func place(_ path: [any CodingKey]) -> String {
      path.reduce(into: "") { text, key in
        if let index = key.intValue {
          text += "[\(index)]"
        } else {
          text += (text.isEmpty ? "" : ".") + key.stringValue
        }
      }
    }
    func complaint(_ context: DecodingError.Context, _ sentence: (String) -> String) -> ReportError {
      let path = PlainText.cut(place(context.codingPath), to: 120)
      return ReportError(code: .invalid, message: sentence(path.isEmpty ? "the report" : "'\(path)'"))
    }
    switch error {
    case .keyNotFound(let key, let context)
    where context.codingPath.isEmpty && key.stringValue == "schemaVersion":
      self.init(
        code: .notReport,
        message: "the JSON is no report: 'schemaVersion' is missing; reports are made by "
          + "'chatsunset audit --format json'")
    case .keyNotFound(let key, let context):
      self = complaint(context) { "\($0) has no '\(key.stringValue)'" }
    case .typeMismatch(_, let context) where context.codingPath.isEmpty:
      self.init(code: .notReport, message: "the JSON is no report: it is not an object")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self = complaint(context) { "\($0) is not a \(ReportError.word(for: type))" }
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self.init(code: .notJSON, message: "the report is not valid JSON")
    case .dataCorrupted(let context):
      self = complaint(context) { "\($0): \(PlainText.cut(context.debugDescription, to: 160))" }
    @unknown default:
      self.init(code: .invalid, message: "the report holds a value that can't be read")
    }
  }

  private static func word(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type, is Double.Type: "number"
    case is Bool.Type: "true or false"
    case is [Any].Type: "list"
    default: "value of the right kind"
    }
  }
}
