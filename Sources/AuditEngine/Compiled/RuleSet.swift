public import AuditModel
import BytePrefilter
import Synchronization

/// Rule packs made ready for matching: indexed by keyword, root element and component type.
///
/// A value that any number of workers share; what a worker needs for itself is in ``ArtifactScanner``.
public struct RuleSet: Sendable {
  public let packs: [RulePack]
  /// The day that levels are computed for.
  public let asOf: CalendarDate

  /// All rules of all packs, in the order of the packs.
  let rules: [CompiledRule]
  let textConditions: [CompiledText]
  private let madeXMLIndex: XMLIndexOnDemand
  /// Component conditions by lower-case metadata type.
  let componentConditions: [String: [CompiledComponent]]
  let pathConditions: [CompiledPath]
  /// Every literal that the prefilter looks for, in lower case, each once.
  let keywords: [String]
  /// What a keyword's presence asks for, by keyword.
  let targets: [[KeywordTarget]]
  let prefilter: Prefilter
  /// What is known of how the search for keywords that begin with ``keywords`` is best arranged.
  let grams: GramChoice?
  /// The keyword of comments that set findings off.
  let suppressionKeyword: Int
  private let silentRules: Set<RuleID>

  /// - Parameter grams: What ``gramChoice`` was for the same packs, or the first of them, as text; for other ones it
  ///   counts for nothing.
  /// - Throws: ``RulePackError`` where the keywords can't be searched for.
  public init(packs: [RulePack], asOf: CalendarDate, grams: String? = nil) throws(RulePackError) {
    var builder = RuleSetBuilder(asOf: asOf)
    // The first, so that the keywords of packs begin with those of the packs that come first.
    suppressionKeyword = builder.number(of: SuppressionComment.keyword)
    for pack in packs { builder.add(pack) }
    self.packs = packs
    self.asOf = asOf
    rules = builder.rules
    textConditions = builder.textConditions
    madeXMLIndex = XMLIndexOnDemand(builder.xmlConditions, components: builder.componentConditions)
    componentConditions = builder.componentConditions
    pathConditions = builder.pathConditions
    keywords = builder.keywords
    targets = builder.targets
    silentRules = Set(builder.rules.filter(\.rule.isSilent).map(\.rule.id))
    self.grams = grams.flatMap { GramChoice($0) }
    do {
      prefilter = try Prefilter(keywords: builder.keywords, choice: self.grams)
    } catch {
      throw RulePackError(code: .keyword, message: "\(error)", location: Location(path: packs.first?.name ?? ""))
    }
  }

  /// The element conditions, ready for documents.
  var xmlIndex: XMLIndex { madeXMLIndex.index }

  /// How the search for the literals is best arranged, to be kept: finding it takes seconds.
  package var gramChoice: String? {
    // Literals that can't be searched for make no rule set.
    (try? Prefilter.choice(for: keywords))?.description
  }

  /// Whether what ``gramChoice`` was is for the literals of these packs.
  package func canUse(grams: String) -> Bool { GramChoice(grams)?.isFor(keywords) ?? false }

  /// The literals of all rules, in lower case and sorted: what a plain search would have to look for.
  public var prefilterKeywords: [String] { keywords.sorted() }

  /// The literals that rules demand or refuse of the rest of an artifact.
  var demandedLiterals: Set<String> {
    Set(textConditions.flatMap { $0.text.requires + $0.text.excludes })
  }

  /// The rules over the inventory, for the part that builds it.
  public var relationRules: [RelationRule] {
    rules.flatMap { rule in
      rule.rule.conditions.compactMap { condition in
        guard case .relation(let relation) = condition.kind else { return nil }
        return RelationRule(
          descriptor: rule.rule.descriptor, condition: relation, message: rule.rule.message,
          confidence: condition.confidence, because: condition.because, phase: rule.phase)
      }
    }
  }

  /// The rule of an id or of an older id.
  func ruleID(named name: String) -> RuleID? {
    let id = RuleID(rawValue: name)
    return rules.first { $0.rule.id == id || $0.rule.aliases.contains(id) }?.rule.id
  }

  public func descriptor(of id: RuleID) -> RuleDescriptor? {
    rules.first { $0.rule.id == id }?.rule.descriptor
  }
}

/// The index of the element conditions, made when the first document asks for it.
///
/// Many source trees hold no document that any rule is about, and it is a third of making a rule set.
private final class XMLIndexOnDemand: Sendable {
  private let conditions: [String: [CompiledXML]]
  private let components: [String: [CompiledComponent]]
  private let made = Mutex<XMLIndex?>(nil)

  init(_ conditions: [String: [CompiledXML]], components: [String: [CompiledComponent]]) {
    self.conditions = conditions
    self.components = components
  }

  var index: XMLIndex {
    made.withLock { made in
      if let made { return made }
      let index = XMLIndex(conditions, components: components)
      made = index
      return index
    }
  }
}

/// A rule with what the day makes of it: a class, because so many parts cost more to copy than to look at.
final class CompiledRule: Sendable {
  let rule: Rule
  let phase: Retirement.Phase

  init(rule: Rule, phase: Retirement.Phase) {
    self.rule = rule
    self.phase = phase
  }
}

/// What to do when a keyword is there.
enum KeywordTarget: Hashable, Sendable {
  /// Match a text condition round it.
  case text(Int)
  /// Read the artifact as XML, if it is a document of some kind: an element condition may match.
  case elements(in: DocumentKind)
  /// Undo disguises round it and match a text condition there.
  case disguise(Int, Disguise.Trace)
}

/// Documents that an element condition can match in.
struct DocumentKind: Hashable, Sendable {
  /// Their root elements.
  var roots: [String]
  /// A pattern for the full names of the components that they are, where it can be told before reading.
  var component: String?
}

/// A condition as all its matches share it: a class, so that a match is small.
final class SharedCondition: Sendable {
  let kind: Condition.Kind
  let confidence: Confidence?
  let because: String?

  init(_ condition: Condition) {
    (kind, confidence, because) = (condition.kind, condition.confidence, condition.because)
  }
}

struct CompiledText: Sendable {
  let rule: Int
  let condition: SharedCondition
  let text: TextCondition
  let kinds: Set<ArtifactKind>
}

struct CompiledXML: Sendable {
  let rule: Int
  let condition: SharedCondition
  /// The number among all element conditions.
  let index: Int
  let xml: XMLCondition
  /// The last part of the element's path first, so that most elements are told apart by one comparison.
  let reversedPath: [String]
  /// Paths, from the element, of the children that are recorded.
  let recorded: [String]
}

struct CompiledComponent: Sendable {
  let rule: Int
  let condition: SharedCondition
  let component: ComponentCondition
}

struct CompiledPath: Sendable {
  let rule: Int
  let condition: SharedCondition
  let path: PathCondition
}

extension RuleSet {
  /// Whether a rule's matches only feed the inventory.
  public func isSilent(_ id: RuleID) -> Bool { silentRules.contains(id) }
}
