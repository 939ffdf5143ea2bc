import AuditModel

/// The report as one page that loads nothing: complete without a script, and with it filtered and ticked off.
///
/// A policy in the head allows only the page's own style and script, by their hashes.
struct HTMLReport {
  private let report: Report
  private let options: ReportOptions
  private let digest: Digest
  private let anchors: HTMLAnchors

  init(_ report: Report, options: ReportOptions) {
    self.report = report
    self.options = options
    digest = Digest(report, options: options)
    anchors = HTMLAnchors(report)
  }

  var document: String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en" data-report="\(identity)" data-as-of="\(report.asOf.description)">
      \(head)
      <body>
      <a class="skip" href="#main">Skip to the report</a>
      \(banner)
      \(navigation)
      <main id="main" tabindex="-1">
      \(HTMLOverview(report, digest: digest, anchors: anchors).section)
      \(HTMLChecklist(report, digest: digest, anchors: anchors).section)
      \(HTMLFindings(report, digest: digest, anchors: anchors).section)
      \(HTMLInventory(report, anchors: anchors).section)
      \(HTMLCoverage(report, digest: digest, anchors: anchors).section)
      </main>
      \(footer)
      <script>\(HTMLScript.markup)</script>
      </body>
      </html>

      """
    return page.markup
  }

  /// What the browser keeps the ticks under: the same for later reports of the same inputs.
  private var identity: String {
    var hash = StableHash()
    for input in report.inputs { hash.update(input) }
    for pack in report.rulePacks { hash.update(pack.name) }
    return String(hash.hexadecimal.prefix(16))
  }

  // MARK: Head

  private var head: HTML {
    """
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>\(PlainText.cut(digest.title, to: 120)): legacy Chat audit</title>
    <style>\(HTMLStyle.markup)</style>
    </head>
    """
  }

  private var policy: String {
    "default-src 'none'; script-src 'sha256-\(SHA256.base64(of: HTMLScript.markup.markup))'; "
      + "style-src 'sha256-\(SHA256.base64(of: HTMLStyle.markup.markup))'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  private var banner: HTML {
    let logo = options.logo.map { logo -> HTML in
      "<img class=\"logo\" alt=\"\" src=\"data:\(logo.mediaType);base64,\(Base64.encoded(logo.bytes))\">"
    }
    let preparedFor = options.preparedFor.map { name -> HTML in
      "<p class=\"prepared\">Prepared for \(PlainText.cut(name, to: 200))</p>"
    }
    return """
      <header class="banner">
      <div class="banner-text">
      \(logo ?? "")
      <p class="eyebrow">Audit of what depends on legacy Chat, as of \
      <time datetime="\(report.asOf.description)">\(report.asOf.description)</time></p>
      <h1>\(PlainText.cut(digest.title, to: 200))</h1>
      \(preparedFor ?? "")
      <p class="age" hidden></p>
      </div>
      \(report.retirements.map(countdown))
      </header>
      """
  }

  private func countdown(_ retirement: Retirement) -> HTML {
    let days = report.asOf.days(until: retirement.retired)
    let product = PlainText.cut(retirement.product, to: 100)
    let figure: HTML =
      switch days {
      case 0: "<strong>Today</strong> is the scheduled retirement date of \(product)"
      case 1...:
        "<strong>\(days)</strong> \(days == 1 ? "day" : "days") to the scheduled retirement of \(product)"
      default:
        """
        <strong>\(-days)</strong> \(days == -1 ? "day" : "days") since the scheduled retirement date \
        of \(product)
        """
      }
    return """
      <aside class="countdown" aria-label="Retirement of \(product)">
      <p class="figure">\(figure)</p>
      <p>\(PlainText.cut(retirement.statement(asOf: report.asOf), to: 600))</p>
      </aside>
      """
  }

  private var navigation: HTML {
    """
    <nav class="sections" aria-label="Sections">
    <ul>
    <li><a href="#overview">Overview</a></li>
    <li><a href="#checklist">Checklist</a></li>
    <li><a href="#findings">Findings</a></li>
    <li><a href="#inventory">Inventory</a></li>
    <li><a href="#coverage">Coverage</a></li>
    </ul>
    <div class="tools" hidden>
    <button type="button" data-action="theme">Light or dark</button>
    <button type="button" data-action="print">Print</button>
    </div>
    </nav>
    """
  }

  private var footer: HTML {
    let packs = report.rulePacks.map { pack -> HTML in
      "; rules \(PlainText.cut("\(pack.name) \(pack.version)", to: 100)) (\(PlainText.cut(pack.hash, to: 40)))"
    }
    let sources = report.retirements.flatMap(\.sources).map { source -> HTML in
      "<li>\(HTML.link(source.title, source.url))</li>"
    }
    let unknowns = report.retirements.flatMap(\.unknowns).map { text -> HTML in
      "<li>\(PlainText.cut(text, to: 500))</li>"
    }
    return """
      <footer>
      \("<h2>What no public source says</h2><ul>\(unknowns)</ul>", if: !unknowns.isEmpty)
      \("<h2>Sources</h2><ul>\(sources)</ul>", if: !sources.isEmpty)
      <p>Made by \(PlainText.cut("\(report.tool.name) \(report.tool.version)", to: 100))\(packs).</p>
      </footer>
      """
  }
}
