/// Where the parser's events go: the one place that knows the handler's type.
///
/// C callbacks can't be generic, so they reach the handler through this class's method table.
class EventSink {
  func startElement(_ element: borrowing XMLStartElement) throws(XMLStop) {}
  func text(_ text: borrowing XMLText) throws(XMLStop) {}
  func endElement(_ element: borrowing XMLEndElement) throws(XMLStop) {}
  func comment(_ comment: borrowing XMLComment) throws(XMLStop) {}
  func processingInstruction(_ instruction: borrowing XMLProcessingInstruction) throws(XMLStop) {}
}

/// Sends events to a handler that outlives it.
@safe final class HandlerSink<Handler: XMLEventHandler & ~Copyable>: EventSink {
  private let handler: UnsafeMutablePointer<Handler>

  init(_ handler: UnsafeMutablePointer<Handler>) {
    unsafe self.handler = handler
  }

  override func startElement(_ element: borrowing XMLStartElement) throws(XMLStop) {
    try unsafe handler.pointee.startElement(element)
  }

  override func text(_ text: borrowing XMLText) throws(XMLStop) {
    try unsafe handler.pointee.text(text)
  }

  override func endElement(_ element: borrowing XMLEndElement) throws(XMLStop) {
    try unsafe handler.pointee.endElement(element)
  }

  override func comment(_ comment: borrowing XMLComment) throws(XMLStop) {
    try unsafe handler.pointee.comment(comment)
  }

  override func processingInstruction(_ instruction: borrowing XMLProcessingInstruction) throws(XMLStop) {
    try unsafe handler.pointee.processingInstruction(instruction)
  }
}
