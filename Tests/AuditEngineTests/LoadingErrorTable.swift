import AuditEngine

// One row for each way in which a pack can be wrong.

extension BrokenPack {
  static let keys = [
    BrokenPack(
      "unknown key of the rule", "title: Code", "titel: Code",
      "2:1: unknown key 'titel'; did you mean 'title'?"),
    BrokenPack(
      "unknown key of a condition", "element: headers", "elemnt: headers",
      "14:7: unknown key 'elemnt' in 'when.xml'; did you mean 'element'?"),
    BrokenPack(
      "unknown key without a near one", "hours: [4, 16],", "hours: [4, 16], cost: 12,",
      "26:26: unknown key 'cost' in 'effort'; it is one of 'hours', 'role', 'per'"),
    BrokenPack(
      "unknown kind of condition", "- xml:", "- html:",
      "12:5: unknown key 'html' in 'when'; it is one of 'text', 'xml', 'component', 'path', 'relation', 'confidence', 'because'"
    ),
    BrokenPack(
      "two kinds in one condition", "- xml:", "- path: {pattern: a}\n    xml:",
      "12:5: 'when' must have one kind of condition: 'text', 'xml', 'component', 'path', 'relation'"),
    BrokenPack(
      "no keywords", "      keywords: [x-acme-]\n", "",
      "9:7: missing key 'keywords' in 'when.text'"),
    BrokenPack(
      "no remediation", "remediation: |\n  Remove the call.\n", "",
      "1:1: missing key 'remediation'"),
    BrokenPack(
      "no links", "links:\n  - {title: The announcement, url: 'https://example.com/end'}\n", "",
      "1:1: missing key 'links'"),
    BrokenPack(
      "empty list of links", "\n  - {title: The announcement, url: 'https://example.com/end'}", " []",
      "31:8: 'links' must have at least one link"),
    BrokenPack(
      "link without address", ", url: 'https://example.com/end'", "",
      "32:5: missing key 'url' in 'links'"),
    BrokenPack(
      "no relation", "{uses: product, name: Acme REST}", "{name: Acme REST}",
      "22:5: 'finds' must have one relation: 'uses', 'contains', 'routes', 'grants', 'identifies', 'replaces', 'has'"
    ),
    BrokenPack(
      "two relations", "{uses: product, name", "{uses: product, has: it, name",
      "22:5: 'finds' must have one relation: 'uses', 'contains', 'routes', 'grants', 'identifies', 'replaces', 'has'"
    ),
    BrokenPack(
      "unknown relation", "{uses: product, name", "{use: product, name",
      "22:6: unknown key 'use' in 'finds'; did you mean 'uses'?"),
    BrokenPack(
      "relation that asks for nothing", "xml:\n      root: AcmeSite | AcmePage",
      "relation:\n      subject: AcmeSite",
      "13:16: 'when.relation' asks for nothing; name 'with', 'without' or 'present'",
      "14:7: unknown key 'element' in 'when.relation'; it is one of 'subject', 'present', 'with', 'without'",
      "15:7: unknown key 'where' in 'when.relation'; it is one of 'subject', 'present', 'with', 'without'",
      "18:7: unknown key 'capture' in 'when.relation'; it is one of 'subject', 'present', 'with', 'without'",
      "24:10: condition 2 does not capture '{header}'; say what stands for it: '{header|the thing}'"),
    BrokenPack(
      "clause that demands nothing", "{pattern: '^X-ACME'}", "{}",
      "16:15: 'when.xml.where.name' demands nothing"),
    BrokenPack(
      "clause with an unknown demand", "{pattern: '^X-ACME'}", "{patern: '^X-ACME'}",
      "16:16: unknown key 'patern' in 'when.xml.where.name'; did you mean 'pattern'?"),
  ]

  static let values = [
    BrokenPack(
      "list for a text", "title: Code sends the headers of Acme Chat", "title: [a]",
      "2:8: 'title' must be a text"),
    BrokenPack(
      "mapping for a text", "title: Code sends the headers of Acme Chat", "title: {a: b}",
      "2:8: 'title' must be a text"),
    BrokenPack(
      "text for a list", "in: [code, config]", "in: code",
      "9:11: 'when.text.in' must be a list"),
    BrokenPack(
      "text for a mapping", "effort: {hours: [4, 16], role: developer, per: client}", "effort: high",
      "26:9: 'effort' must be keys and values"),
    BrokenPack(
      "no value", "title: Code sends the headers of Acme Chat", "title:",
      "2:7: 'title' has no value"),
    BrokenPack(
      "blank text", "title: Code sends the headers of Acme Chat", "title: '  '",
      "2:8: 'title' is blank"),
    BrokenPack(
      "unknown class", "class: dependency", "class: dependancy",
      "3:8: unknown class 'dependancy'; did you mean 'dependency'?"),
    BrokenPack(
      "unknown confidence", "confidence: certain", "confidence: sure",
      "4:13: unknown confidence 'sure'; it is one of 'certain', 'likely', 'possible'"),
    BrokenPack(
      "unknown confidence of a condition", "confidence: likely", "confidence: likly",
      "19:17: unknown confidence 'likly'; did you mean 'likely'?"),
    BrokenPack(
      "unknown surface", "surface: header", "surface: headers",
      "6:10: unknown surface 'headers'; did you mean 'header'?"),
    BrokenPack(
      "unknown kind of artifact", "in: [code, config]", "in: [code, confg]",
      "9:18: unknown kind of artifact 'confg'; did you mean 'config'?"),
    BrokenPack(
      "kind that is never matched", "in: [code, config]", "in: [binary]",
      "9:12: unknown kind of artifact 'binary'; it is one of 'code', 'markup', 'config', 'metadata', 'docs'"),
    BrokenPack(
      "unknown language", "in: [code, config]", "languages: [javscript]",
      "9:19: unknown language 'javscript'; did you mean 'javascript'?"),
    BrokenPack(
      "unknown context", "in: [code, config]", "contexts: [commnet]",
      "9:18: unknown context 'commnet'; did you mean 'comment'?"),
    BrokenPack(
      "unknown way to aggregate", "plan: D2", "plan: D2\naggregate: files",
      "26:12: unknown way to aggregate 'files'; did you mean 'file'?"),
    BrokenPack(
      "truth value in other words", "plan: D2", "plan: D2\nsilent: 'yes'",
      "26:9: 'silent' must be 'true' or 'false', not 'yes'"),
    BrokenPack(
      "unknown kind of node", "{uses: product,", "{uses: produkt,",
      "22:12: unknown kind 'produkt'; did you mean 'product'?"),
    BrokenPack(
      "property that is no word", "{has: acme-header,", "{has: AcmeHeader,",
      "23:11: 'AcmeHeader' must be kebab-case: small letters, digits and single hyphens"),
    BrokenPack(
      "hours that go down", "hours: [4, 16]", "hours: [16, 4]",
      "26:17: 'effort.hours' must be a low and a high number, such as [4, 16]"),
    BrokenPack(
      "one number of hours", "hours: [4, 16]", "hours: [4]",
      "26:17: 'effort.hours' must be a low and a high number, such as [4, 16]"),
    BrokenPack(
      "hours that are no numbers", "hours: [4, 16]", "hours: [4, many]",
      "26:17: 'effort.hours' must be a low and a high number, such as [4, 16]",
      "26:21: 'effort.hours' must be a number, not 'many'"),
    BrokenPack(
      "address that is none", "'https://example.com/end'", "example.com",
      "32:36: 'example.com' is no web address; it begins with 'https://'"),
    BrokenPack(
      "path that is none", "kind/header", "kind//header",
      "18:16: 'kind//header' is no path of elements; one looks like 'value/stringValue'"),
    BrokenPack(
      "message of two lines", "message: \"sends '{header}'\"", "message: \"sends\\nit\"",
      "24:10: 'message' must be one line"),
    BrokenPack(
      "unknown step", "plan: D2", "plan: D7",
      "25:7: unknown step 'D7'; it is one of 'D1', 'D2'"),
    BrokenPack(
      "id that is not kebab-case", "aliases: [acme-headers]", "aliases: [Acme_Headers]",
      "33:11: 'Acme_Headers' must be kebab-case: small letters, digits and single hyphens"),
    BrokenPack(
      "alias that is the id", "aliases: [acme-headers]", "aliases: [acme-header]",
      "33:11: 'acme-header' is taken by header/acme-header.yaml:1:5"),
    BrokenPack(
      "id that is not the stem", "id: acme-header", "id: acme-heading",
      "1:5: the rule 'acme-heading' stands in the file 'acme-header.yaml'; both must have one name"),
    BrokenPack(
      "surface that is not the folder", "surface: header", "surface: endpoint",
      "6:10: a rule of the surface 'endpoint' stands in the folder 'header'; move the file"),
    BrokenPack(
      "unknown relation of an edge", xmlCondition,
      "relation:\n      subject: AcmeSite\n      with: [{in: use}, {on: uses}]\n      without: [{out: any, kind: acme-heder}]\n      present: maybe",
      "14:19: unknown relation 'use'; did you mean 'uses'?",
      "14:26: unknown key 'on' in 'when.relation.with'; it is one of 'in', 'out', 'kind', 'name', 'present', 'with', 'without'",
      "15:34: unknown kind 'acme-heder'; did you mean 'acme-header'?",
      "16:16: 'when.relation.present' must be 'true', 'false' or 'any', not 'maybe'",
      "22:10: condition 2 does not capture '{header}'; say what stands for it: '{header|the thing}'"),
    BrokenPack(
      "type that is none", xmlCondition, "component: {type: acmeButton}",
      "12:23: 'acmeButton' is no metadata type; these begin with a capital: 'LiveChatButton'",
      "18:10: condition 2 does not capture '{header}'; say what stands for it: '{header|the thing}'"),
  ]

  static let patterns = [
    BrokenPack(
      "short keyword", "[x-acme-]", "[x-a]",
      "10:18: the keyword 'x-a' must have at least four bytes; a shorter one would be everywhere"),
    BrokenPack(
      "keyword that is not ASCII", "[x-acme-]", "[x-äcme-]",
      "10:18: the keyword 'x-äcme-' must be ASCII"),
    BrokenPack(
      "empty list of keywords", "[x-acme-]", "[]",
      "10:17: 'when.text.keywords' must have at least one keyword"),
    BrokenPack(
      "pattern that doesn't compile", "AFFINITY)\\b'", "AFFINITY\\b'",
      "11:54: 'when.text.pattern' can't be used: missing closing parenthesis"),
    BrokenPack(
      "the same behind a doubled quote", "'(?i)\\bX-ACME-(?<header>", "'it''s (?<header>KEY)+)(?<no>",
      "11:38: 'when.text.pattern' can't be used: unmatched closing parenthesis"),
    BrokenPack(
      "the same in double quotes", "'^X-ACME'", "\"\\u005eX\\\\d[z-a]\"",
      "16:39: 'when.xml.where.name.pattern' can't be used: range out of order in character class"),
    BrokenPack(
      "the same in a block", "pattern: '(?i)\\bX-ACME-(?<header>KEY|AFFINITY)\\b'",
      "pattern: |\n        (?<header>KEY|\n        AFFI[z-a]NITY)",
      "13:16: 'when.text.pattern' can't be used: range out of order in character class"),
    BrokenPack(
      "repetition in a repetition", "KEY|AFFINITY)", "(?:KEY|A+)*)",
      "11:50: 'when.text.pattern' can't be used: a repetition without bound stands in another one; give one of them a bound, such as '{0,40}'"
    ),
    BrokenPack(
      "unless that doesn't compile", "keywords: [x-acme-]", "keywords: [x-acme-]\n      unless: '['",
      "11:17: 'when.text.unless' can't be used: missing terminating ] for character class"),
    BrokenPack(
      "blanks that take line ends", #"(?i)\bX-ACME-"#, #"[^\s*]^\s{0,4}X-ACME-"#,
      #"11:23: 'when.text.pattern' can't be used: '^\s' also takes the line ends before its line, and the finding "#
        + #"stands there; write '^[ \t]'"#),
    BrokenPack(
      "capture that nothing provides", "message: \"sends '{header}'\"", "message: \"sends '{heading}'\"",
      "24:10: nothing captures '{heading}' in 'message'; it is one of 'component', 'header', 'match', 'name', 'path', 'text', 'type'"
    ),
    BrokenPack(
      "capture that one condition lacks", "capture: [kind/header]", "capture: [kind]",
      "24:10: condition 2 does not capture '{header}'; say what stands for it: '{header|the thing}'"),
    BrokenPack(
      "capture of an edge", "name: '{header}'", "name: '{headr}'",
      "23:30: nothing captures '{headr}' in 'finds.name'; did you mean 'header'?"),
    BrokenPack(
      "brace that opens nothing", "\"sends '{header}'\"", "\"sends { '{header}'\"",
      "24:17: this brace opens no capture; captures are written '{name}' or '{name|text when it is missing}'"),
  ]

  static let files = [
    BrokenPack(
      "no header", file: "pack.yaml", nil,
      "pack.yaml: the pack has no file 'pack.yaml'"),
    BrokenPack(
      "pack of another name", file: "pack.yaml", SamplePack.header.replacing("acme-chat", with: "acme"),
      "pack.yaml:1:7: the pack 'acme' stands in the folder 'acme-chat'; both must have one name"),
    BrokenPack(
      "no retirement", file: "pack.yaml", "{name: acme-chat, version: 1, title: A}",
      "pack.yaml:1:1: missing key 'retirement'"),
    BrokenPack(
      "no date", file: "pack.yaml", SamplePack.header.replacing("  retired: 2026-02-14\n", with: ""),
      "pack.yaml:5:3: missing key 'retired' in 'retirement'"),
    BrokenPack(
      "date that doesn't exist", file: "pack.yaml",
      SamplePack.header.replacing("2026-02-14", with: "2026-02-30"),
      "pack.yaml:8:12: 'retirement.retired' must be a date as YYYY-MM-DD, not '2026-02-30'"),
    BrokenPack(
      "date in words", file: "pack.yaml", SamplePack.header.replacing("2025-01-31", with: "January 2025"),
      "pack.yaml:7:14: 'retirement.announced' must be a date as YYYY-MM-DD, not 'January 2025'"),
    BrokenPack(
      "unknown file", file: "plans.yaml", "[]",
      "plans.yaml: no pack has a file 'plans.yaml'; did you mean 'plan.yaml'?"),
    BrokenPack(
      "other ending", file: "header/acme-other.yml", "[]",
      "header/acme-other.yml: the files of a pack end in '.yaml'"),
    BrokenPack(
      "rule too deep", file: "header/more/acme-other.yaml", "[]",
      "header/more/acme-other.yaml: a rule stands in the folder of its surface, and no deeper"),
    BrokenPack(
      "cases without a rule", file: "header/acme-heade.examples.yaml", "[]",
      "header/acme-heade.examples.yaml: these cases have no rule 'acme-heade' beside them; did you mean 'acme-header'?"
    ),
    BrokenPack(
      "alias that is another rule's id", file: "header/acme-headers.yaml",
      SamplePack.rule.replacing("id: acme-header", with: "id: acme-headers").replacing(
        "aliases: [acme-headers]", with: ""),
      "header/acme-headers.yaml:1:5: 'acme-headers' is taken by header/acme-header.yaml:33:11"),
    BrokenPack(
      "step twice", file: "plan.yaml", SamplePack.plan.replacing("id: D2", with: "id: D1"),
      "header/acme-header.yaml:25:7: unknown step 'D2'; it is one of 'D1'",
      "plan.yaml:7:7: the step 'D1' stands here twice"),
    BrokenPack(
      "need that is no step", file: "plan.yaml", SamplePack.plan.replacing("[D1]", with: "[D1, D12]"),
      "plan.yaml:11:15: unknown step 'D12'; it is one of 'D1', 'D2'"),
    BrokenPack(
      "signal that is no rule", file: "plan.yaml",
      SamplePack.plan.replacing("[acme-header]", with: "[acme-heading]"),
      "plan.yaml:12:15: unknown rule 'acme-heading'; did you mean 'acme-header'?"),
    BrokenPack(
      "question for no step", file: "export.yaml", SamplePack.export.replacing("step: D1", with: "step: E1"),
      "export.yaml:7:86: unknown step 'E1'; it is one of 'D1', 'D2'"),
    BrokenPack(
      "type without a reason", file: "export.yaml", "types: [{type: AcmeButton}]",
      "export.yaml:1:9: missing key 'weakens' in 'types'"),
    BrokenPack(
      "feature of no rule", file: "mapping.yaml", SamplePack.mapping.replacing("[acme-header]", with: "[acme-head]"),
      "mapping.yaml:8:13: unknown rule 'acme-head'; did you mean 'acme-header'?"),
    BrokenPack(
      "feature of no property", file: "mapping.yaml",
      SamplePack.mapping.replacing("{visitor: ", with: "{visitors: "),
      "mapping.yaml:9:28: unknown kind 'visitors'; did you mean 'visitor'?"),
    BrokenPack(
      "feature that maps otherwise", file: "mapping.yaml",
      SamplePack.mapping.replacing("maps: rebuild", with: "maps: rebuilt"),
      "mapping.yaml:6:11: unknown way 'rebuilt'; did you mean 'rebuild'?"),
    BrokenPack(
      "feature that nothing shows", file: "mapping.yaml",
      "deployments: [AcmeSite]\nfeatures:\n  - {id: headers, feature: A, maps: none, replacement: None.}",
      "mapping.yaml:3:5: the feature has neither 'rules' nor 'properties', so nothing can show it"),
    BrokenPack(
      "rule of two features", file: "mapping.yaml",
      SamplePack.mapping + "\n  - {id: b, feature: B, maps: none, replacement: None., rules: [acme-header]}",
      "mapping.yaml:12:65: the rule 'acme-header' already shows the feature 'headers'"),
    BrokenPack(
      "feature twice", file: "mapping.yaml",
      SamplePack.mapping + "\n  - {id: headers, feature: B, maps: none, replacement: None., properties: {agent: []}}",
      "mapping.yaml:12:10: the feature 'headers' stands here twice"),
    BrokenPack(
      "draft with an open section", file: "scaffold.yaml",
      SamplePack.scaffold.replacing("{{/visitor}}", with: ""),
      "scaffold.yaml:6:11: 'drafts.text': '{{#visitor}}' is not closed"),
    BrokenPack(
      "draft out of the folder", file: "scaffold.yaml",
      SamplePack.scaffold.replacing("README.md", with: "../README.md"),
      "scaffold.yaml:8:12: '../README.md' leads out of the folder; write a path below it"),
    BrokenPack(
      "draft for an unknown feature", file: "scaffold.yaml",
      SamplePack.scaffold.replacing("[headers]", with: "[header]"),
      "scaffold.yaml:5:16: unknown feature 'header'; did you mean 'headers'?"),
    BrokenPack(
      "removal for no rule", file: "scaffold.yaml",
      "removals: [{type: AcmeSite}]", "scaffold.yaml:1:12: missing key 'rules' in 'removals'"),
    BrokenPack(
      "mapping for a list of steps", file: "plan.yaml", "id: D1",
      "plan.yaml:1:1: the file must be a list"),
  ]

  static let syntax = [
    BrokenPack(
      "no YAML", "class: dependency", "class: [dependency",
      "4:11: while parsing a flow sequence, did not find expected ',' or ']'"),
    BrokenPack(
      "empty file", file: "header/acme-other.yaml", "# nothing\n",
      "header/acme-other.yaml: the file is empty"),
    BrokenPack(
      "key twice", "class: dependency", "class: dependency\ntitle: Again",
      "4:1: 'title' stands here twice"),
    BrokenPack(
      "key twice in one line", "role: developer, per: client", "role: developer, role: admin",
      "26:43: 'role' stands here twice"),
    BrokenPack(
      "anchor", "title: Code sends", "title: &code sends",
      "2:8: packs use no anchors and aliases"),
    BrokenPack(
      "tag of a program", "class: dependency", "class: !!python/object dependency",
      "3:8: packs use no tags such as 'tag:yaml.org,2002:python/object'"),
    BrokenPack(
      "list as a key", "class: dependency", "class: dependency\n? [a, b]\n: c",
      "4:3: a key must be a plain word"),
    BrokenPack(
      "two documents", "class: dependency", "class: dependency\n---\na: b",
      "4:1: the file holds more than one document"),
    BrokenPack(
      "control character", "class: dependency", "class: \u{1}",
      "3:8: control characters are not allowed"),
    BrokenPack(
      "brackets without end", file: "plan.yaml", String(repeating: "[\n", count: 90),
      "plan.yaml:51:1: packs have no more than 50 levels of nesting"),
    BrokenPack(
      "aliases that multiply", file: "plan.yaml", bomb,
      "plan.yaml:1:3: packs use no anchors and aliases"),
    BrokenPack(
      "aliases that multiply in keys", file: "plan.yaml", bomb.replacing("- &", with: "- \"x\": &"),
      "plan.yaml:1:8: packs use no anchors and aliases"),
    BrokenPack(
      "too large", file: "plan.yaml", "# " + String(repeating: "x", count: RulePackLimits.fileBytes),
      "plan.yaml: the file has more than 262144 bytes"),
  ]

  private static let xmlCondition = """
    xml:
          root: AcmeSite | AcmePage
          element: headers
          where:
            name: {pattern: '^X-ACME'}
            value/text: [one, two]
          capture: [kind/header]
    """
  private static let bomb = (1...40).reduce("- &a0 [x, x]\n") {
    $0 + "- &a\($1) {*a\($1 - 1) : 1, ? [*a\($1 - 1)] : 2}\n"
  }
}
