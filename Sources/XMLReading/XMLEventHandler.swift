/// Receives the events of one XML document, in document order.
///
/// All calls come from the task that called `parseXML`, one after the other. An event may be used during
/// the call only, which the compiler checks. A method that throws ``XMLStop`` ends the reading: no
/// further event arrives and `parseXML` returns without an error; an implementation that never stops is
/// simply not marked as throwing.
public protocol XMLEventHandler: ~Copyable {
  /// A start tag, or the start half of an empty-element tag.
  mutating func startElement(_ element: borrowing XMLStartElement) throws(XMLStop)

  /// All character data between two tags, in one call, unless it is nothing but white space.
  ///
  /// Comments and processing instructions within it arrive before it. Text that the document's first
  /// error cuts off is not delivered.
  mutating func text(_ text: borrowing XMLText) throws(XMLStop)

  /// An end tag, or the end half of an empty-element tag.
  mutating func endElement(_ element: borrowing XMLEndElement) throws(XMLStop)

  /// A comment, also before and after the root element.
  mutating func comment(_ comment: borrowing XMLComment) throws(XMLStop)

  /// A processing instruction, also before and after the root element; the XML declaration is none.
  mutating func processingInstruction(_ instruction: borrowing XMLProcessingInstruction) throws(XMLStop)
}

extension XMLEventHandler where Self: ~Copyable {
  public mutating func text(_ text: borrowing XMLText) throws(XMLStop) {}
  public mutating func endElement(_ element: borrowing XMLEndElement) throws(XMLStop) {}
  public mutating func comment(_ comment: borrowing XMLComment) throws(XMLStop) {}
  public mutating func processingInstruction(
    _ instruction: borrowing XMLProcessingInstruction
  ) throws(XMLStop) {}
}

/// What a handler throws when it has seen enough.
public struct XMLStop: Error, Hashable, Sendable {
  public init() {}
}
