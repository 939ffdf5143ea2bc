import Testing
import XMLReading

/// Leaving out gives the events of the whole document, less those of children in which nothing matters.
@Suite struct OmissionTests {
  /// Documents of a root `R` in which `HIT` is a wanted place and `want` a wanted name; of the elements whose
  /// text is `out` nothing may be told.
  static let documents: [String] = [
    "<R>\n  <a>out</a>\n  <a>HIT</a>\n  <a>out</a>\n</R>\n",
    "<R><a>out</a><a>HIT</a><a>out</a><b><c>out</c><c/></b><a>HIT</a></R>        ",
    "<R>\r\n<a><b>out</b>\r\n<b>out</b></a>\r\n<a><b>x</b><want>y</want></a>\r\n<c>out</c></R>     ",
    "<?xml version='1.0'?><!-- <R> --><?p <R>?>\n<R k='>' xmlns=\"urn:r\"><a>out</a><a>HIT</a><a>out</a></R>     ",
    "<R><a>out</a><a k='v'>x</a><a>out</a><a>&lt;</a><a>out</a><a>é</a><a>out</a><a>]</a><a>out</a></R>      ",
    "<R><a>out</a><a><!-- </a> -->x</a><a>out</a><a><![CDATA[</a>]]></a><a>out</a><a><?p </a>?>x</a></R>      ",
    "<R><a>out</a>text<a>x</a></R>           ", "<R><a>out</a><!-- c --><a>x</a></R>           ",
    "<R><a>out</a><a>x</a ><a>out</a><p:a>x</p:a><a>out</a><a k='/>'>x</a><a>out</a><b k='/'/></R>         ",
    "<R><a>out</a><a><a>out</a><a><a>out</a></a></a></R>          ", "<R/>", "<S><a>x</a></S>", "<R>x</R>",
    "<R><fieldPermissionsAndMore>out</fieldPermissionsAndMore><fieldPermissionsOrMore>HIT</fieldPermissionsOrMore></R>"
      + "          ",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<R><a>out</a><a>HIT</a></R>          ", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- c -->\n<R><a>out</a><want/></R>          ",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><a>out</a><a>HIT</a></R>          ", "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<R><a>out</a><a>HIT</a></R>          ",
  ]

  @Test(arguments: documents, Delivery.allCases)
  func `what matters is told with its places`(document: String, delivery: Delivery) {
    let shapes = checkOmission(document, delivery)
    #expect(!shapes.contains("out"))
  }

  /// None of these may look well-formed because its fault was left out.
  static let faults: [String] = [
    "<R><a>x</b><a>x</a></R>", "<R><a><b>x</a></b></R>", "<R><a>x</a>", "<R><a>x</R>", "<R><a>&x;</a></R>",
    "<R><a>]]></a></R>", "<R><a>\u{1}</a></R>", "<R><a><1/></a></R>", "<R><a><-a/></a></R>", "<R><a>x</a></S>",
    "<R><a><b/ ></a></R>", "<R><a><></></a></R>", "<R><a>x</a></R><R/>", "<R><a>x</a></R>x", "<R><a></a/></R>",
    "<R><a x></a></R>", "<R><a x='1' x='1'/></R>", "<R><a><!-- -- --></a></R>", "<R><a>a & b</a></R>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?xml version=\"1.0\" encoding=\"UTF-8\"?><R><a>x</a></R>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><a>x</a></R>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\u{FEFF}<R><a>x</a></R>",
    "<R a='<'><a>x</a></R>", "<R><a/x></R>", "<R><a>x<</a></R>", "<R></a></R>", "<R><a></a></a></R>",
  ]

  @Test(arguments: faults, Delivery.allCases)
  func `a fault is never left out`(document: String, delivery: Delivery) {
    let filler = "<f>y</f>\n"
    for text in [document, document.replacing("<a>", with: filler + "<a>"), document + "                    "] {
      let error = readLeavingOut(Array(text.utf8), delivery).error
      #expect(Reading(Array(text.utf8), delivery).error != nil)
      #expect(error != nil, "\(text)")
    }
  }

  @Test func `documents made of pieces are read alike`() {
    let pieces = [
      "<a>x</a>", "<a>HIT</a>", "\n    ", "<b><c>1</c>\n  <c/></b>", "<want/>", "<a k='v'/>", "<a>&amp;</a>",
      "<a><![CDATA[<]]></a>", "<a><!-- <a> --></a>", "<a>ü</a>", "<d><e><f><g>HIT</g></f></e></d>", "<longNameOfMine>",
      "</longNameOfMine>", "<a", ">", "</a>", "text", "<!-- c -->", "<?p i?>", "]]>", "&", "\u{0}", "<x:y/>",
      "<objectPermissions><object>Account</object><allowRead>true</allowRead></objectPermissions>",
    ]
    var random = Random(state: 7)
    var left = 0
    for round in 0..<4_000 {
      // Faults are rare, so that there is something behind which they stand.
      let declaration = round % 2 == 0 ? "<?xml version=\"1.0\"?>" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      var document = round % 3 == 0 ? declaration + "\n<R xmlns=\"urn:x\">" : "<R>"
      for _ in 0..<random.below(14) {
        document += pieces[random.below(random.below(4) == 0 ? pieces.count : 11)]
      }
      document += "</R>" + (round % 2 == 0 ? "\n" : "                ")
      let bytes = Array(document.utf8)
      let delivery = Delivery.allCases[round % Delivery.allCases.count]
      let whole = Reading(bytes, delivery)
      let part = readLeavingOut(bytes, delivery)
      #expect((whole.error == nil) == (part.error == nil), "\(document)")
      if whole.error == nil {
        #expect(leavesOutUnimportant(of: whole, part), "\(document)")
        left += whole.events.count - part.events.count
      }
    }
    #expect(left > 5_000)
  }

  @Test func `a long document is read in bounded memory and to its end`() {
    let document = "<R>" + String(repeating: "\n  <a><b>x</b></a>", count: 40_000) + "<a>HIT</a></R>" + "            "
    let shapes = checkOmission(document, .largePieces)
    #expect(shapes.contains("HIT"))
    #expect(shapes.count < 200)
  }

  private func checkOmission(_ document: String, _ delivery: Delivery) -> [String] {
    let bytes = Array(document.utf8)
    let whole = Reading(bytes, delivery)
    let part = readLeavingOut(bytes, delivery)
    #expect(whole.error == nil && part.error == nil)
    #expect(leavesOutUnimportant(of: whole, part), "\(part.shapes)")
    return part.shapes
  }

  /// Whether a reading has all of another one's events but those of whole children in which nothing matters.
  private func leavesOutUnimportant(of whole: Reading, _ part: Reading) -> Bool {
    var next = 0
    var index = 0
    while index < whole.events.count {
      if next < part.events.count, whole.events[index] == part.events[next] {
        next += 1
        index += 1
        continue
      }
      guard whole.events[index].kind == .start, whole.events[index].depth == 2 else { return false }
      repeat {
        let event = whole.events[index]
        if event.shape.contains("HIT") || event.shape.hasPrefix("<want") { return false }
        index += 1
      } while !(whole.events[index - 1].kind == .end && whole.events[index - 1].depth == 2)
    }
    return next == part.events.count
  }

  private func readLeavingOut(_ document: [UInt8], _ delivery: Delivery) -> Reading {
    let hit = Array("HIT".utf8)
    let places = ContiguousArray(document.indices.filter { document[$0...].starts(with: hit) })
    let omission = XMLOmission(children: XMLKnownChildren(ofRoot: "R", wanted: ["want"]), places: places)
    var log = EventLog()
    let error = read(document, delivery, leavingOut: omission, handler: &log)
    var reading = Reading(events: log.events)
    reading.error = error
    return reading
  }
}

/// Numbers that are the same in every run.
private struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
