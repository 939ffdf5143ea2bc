/// The style of the page: light and dark from one list of colours, for screens, narrow screens and paper.
///
/// Colours are checked for a contrast of at least 4.5 to 1 with their backgrounds.
enum HTMLStyle {
  static let markup: HTML = """

    :root {
      color-scheme: light dark;
      --page: light-dark(#f6f7f9, #11151a);
      --paper: light-dark(#ffffff, #1a2028);
      --sunk: light-dark(#eef1f4, #232b35);
      --ink: light-dark(#1b232c, #e8ecf0);
      --quiet: light-dark(#55616e, #a8b3bf);
      --line: light-dark(#d6dce2, #36414d);
      --accent: light-dark(#0b5f73, #74cadb);
      --accent-soft: light-dark(#dff0f4, #17343c);
      --error: light-dark(#b0261d, #ff9a8f);
      --error-soft: light-dark(#fbe9e7, #44211e);
      --warning: light-dark(#7d5200, #f0bd62);
      --warning-soft: light-dark(#fdf1da, #3c2f14);
      --note: light-dark(#4c5b6b, #b4c0cc);
      --good: light-dark(#1c6b3f, #84d3a1);
      --good-soft: light-dark(#e2f3e8, #183626);
    }
    :root[data-theme="light"] { color-scheme: light; }
    :root[data-theme="dark"] { color-scheme: dark; }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; scroll-padding-top: 4rem; }
    body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.55;
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    main, .banner, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; }
    h1 { font-size: 2.1rem; margin: .1em 0 .3em; overflow-wrap: anywhere; }
    h2 { font-size: 1.55rem; margin-top: 0; }
    h3 { font-size: 1.15rem; }
    h4 { font-size: 1rem; color: var(--quiet); }
    p, ul, ol { margin: .5em 0; }
    p, li, dd, td, th { overflow-wrap: anywhere; }
    a { color: var(--accent); text-underline-offset: .15em; }
    code, pre { font-family: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace;
      font-size: .875em; }
    pre { background: var(--sunk); border-radius: .4rem; padding: .6rem .8rem; overflow-x: auto;
      margin: .5em 0; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
    [hidden] { display: none !important; }
    .skip { position: absolute; left: -99rem; background: var(--paper); padding: .6rem 1rem; z-index: 3; }
    .skip:focus { left: .5rem; top: .5rem; }
    .quiet { color: var(--quiet); font-weight: normal; font-size: .9375rem; }
    .plain { list-style: none; padding: 0; }

    .banner { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; padding-top: 2.5rem; padding-bottom: 1.5rem;
      align-items: flex-end; justify-content: space-between; }
    .banner-text { flex: 1 1 24rem; min-width: 0; }
    .logo { max-height: 3.5rem; max-width: 14rem; display: block; margin-bottom: 1rem; }
    .eyebrow, .prepared, .age { color: var(--quiet); margin: 0; }
    .countdown { flex: 0 1 26rem; background: var(--accent-soft); border-left: .3rem solid var(--accent);
      border-radius: .4rem; padding: .9rem 1.2rem; }
    .countdown p { margin: .2em 0; font-size: .9375rem; }
    .countdown .figure { font-size: 1.05rem; }
    .countdown strong { font-size: 2rem; line-height: 1; color: var(--accent); margin-right: .2em; }

    .sections { position: sticky; top: 0; z-index: 2; background: var(--page);
      border-bottom: 1px solid var(--line);
      display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; justify-content: space-between;
      padding: .5rem max(1.5rem, calc((100vw - 71rem) / 2)); }
    .sections ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; margin: 0;
      padding: 0; }
    .sections a { display: inline-block; padding: .3rem 0; text-decoration: none; font-weight: 600; }
    .sections a:hover { text-decoration: underline; }
    .tools { display: flex; gap: .5rem; }
    section { background: var(--paper); border: 1px solid var(--line); border-radius: .8rem; margin: 1.5rem 0;
      padding: 1.6rem 1.8rem; }
    footer { color: var(--quiet); padding-top: 1rem; padding-bottom: 3rem; font-size: .9375rem; }
    footer h2 { font-size: 1rem; margin-top: 1rem; }
    footer li { line-height: 1.8; }

    .cards { list-style: none; padding: 0; display: grid; gap: 1rem; margin: 1rem 0;
      grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
    .card { background: var(--sunk); border-radius: .6rem; padding: 1rem 1.2rem;
      border-top: .3rem solid var(--note); }
    .card p { margin: 0; }
    .card .number { font-size: 2.3rem; font-weight: 700; line-height: 1.1;
      font-variant-numeric: tabular-nums; }
    .card .name { font-weight: 600; }
    .card .meaning { color: var(--quiet); font-size: .9375rem; }
    .card.dependency { border-color: var(--error); }
    .card.dependency .number { color: var(--error); }
    .card.review { border-color: var(--warning); }
    .card.review .number { color: var(--warning); }
    .card.successor { border-color: var(--good); }
    .card.successor .number { color: var(--good); }
    .alert { background: var(--warning-soft); border-left: .3rem solid var(--warning); border-radius: .4rem;
      padding: .8rem 1.1rem; }
    .columns { display: grid; gap: 1rem 3rem;
      grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); }
    .columns > div { min-width: 0; }
    .first li { padding: .45rem 0; border-bottom: 1px solid var(--line); }
    .first a { font-weight: 700; display: inline-block; min-width: 2.6rem; }
    .first .quiet { display: block; padding-left: 2.9rem; }

    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0;
      border-bottom: 1px solid var(--line); }
    thead th, .areas td { white-space: nowrap; overflow-wrap: normal; }
    thead th { color: var(--quiet); font-weight: 600; }
    tbody th { font-weight: 500; }
    .links a { display: inline-block; min-width: 1.6rem; line-height: 1.6rem; margin-right: .5rem; }
    .areas td:not(.bar), .areas thead th:not(:first-child) { text-align: right;
      font-variant-numeric: tabular-nums; }
    .bar { width: 22%; min-width: 5rem; }
    .bar svg { display: block; width: 100%; height: .6rem; margin-top: .45rem; border-radius: .3rem; }
    .bar .track { fill: var(--sunk); }
    .bar .error { fill: var(--error); }
    .bar .warning { fill: var(--warning); }
    .bar .note { fill: var(--note); }

    .toolbar { background: var(--sunk); border-radius: .6rem; padding: .8rem 1rem; margin: 1rem 0;
      display: flex;
      flex-wrap: wrap; gap: .6rem .9rem; align-items: end; }
    .toolbar p { margin: 0; flex: 1 1 100%; font-size: .9375rem; }
    .buttons { display: flex; flex-wrap: wrap; gap: .6rem; flex: 1 1 100%; }
    .filters label { display: flex; flex-direction: column; font-size: .875rem; font-weight: 600;
      flex: 1 1 9rem; }
    input[type="search"], select, button, .button { font: inherit; font-size: .9375rem; color: var(--ink);
      background: var(--paper); border: 1px solid var(--quiet); border-radius: .4rem; padding: .4rem .7rem;
      min-height: 2.4rem; min-width: 0; width: 100%; }
    button, .button { width: auto; cursor: pointer; font-weight: 600; display: inline-flex;
      align-items: center; }
    button:hover, .button:hover { background: var(--accent-soft); }
    .button input { position: absolute; opacity: 0; width: 1px; height: 1px; }
    .button:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
    .progress { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; }
    progress { flex: 1 1 12rem; height: .8rem; accent-color: var(--good); }

    .step { border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; margin: .6rem 0; }
    .step-head { display: flex; gap: .7rem; align-items: baseline; }
    .step-head input { width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--good);
      translate: 0 .2rem; }
    .step-head label { font-weight: 600; }
    .step-id { color: var(--accent); margin-right: .3rem; }
    .step:has(> .step-head input:checked) { background: var(--good-soft); }
    .facts { display: flex; flex-wrap: wrap; gap: .2rem .35rem; margin: .35rem 0; font-size: .875rem;
      color: var(--quiet); }
    .facts span:not(:last-child)::after { content: " \\00b7"; color: var(--quiet); font-weight: normal; }
    .step > .facts, .step > details { margin-left: 1.95rem; }
    .way { overflow-wrap: normal; }
    .state { font-weight: 600; }
    .state.open, .state.absent { color: var(--error); }
    .state.half-done, .state.partial { color: var(--warning); }
    .state.done, .state.present { color: var(--good); }
    .loss { color: var(--warning); font-weight: 600; }

    summary { cursor: pointer; padding: .15rem 0; }
    .boxed, .rule { border: 1px solid var(--line); border-radius: .6rem; padding: .5rem 1rem;
      margin: .6rem 0; }
    .rule > summary .title { font-weight: 600; }
    .rule[open] > summary { border-bottom: 1px solid var(--line); padding-bottom: .5rem;
      margin-bottom: .6rem; }
    .explanation { max-width: 46rem; }
    .explanation h4, .step-body h4 { margin: 1em 0 .2em; }
    .level { display: inline-block; min-width: 4.6rem; text-align: center; font-size: .8125rem;
      font-weight: 700;
      border-radius: 1rem; padding: .05rem .6rem; background: var(--sunk); color: var(--note); }
    .level.error { background: var(--error-soft); color: var(--error); }
    .level.warning { background: var(--warning-soft); color: var(--warning); }
    .finding { border-top: 1px solid var(--line); padding: .7rem 0; content-visibility: auto;
      contain-intrinsic-size: auto 7rem; }
    .finding p { margin: .2em 0; }

    figure { margin: 1rem 0; }
    figcaption { color: var(--quiet); font-size: .875rem; }
    .picture { border: 1px solid var(--line); border-radius: .6rem; background: var(--page); }
    /* A small picture stays small, a wide one scrolls rather than become too small to read. */
    .picture svg { display: block; max-width: max(100%, 56rem); height: auto; font-size: 12px; }
    .picture .column { font-weight: 700; font-size: 13px; fill: var(--quiet); }
    .picture .node rect { fill: var(--paper); stroke: var(--quiet); stroke-width: 1.2; }
    .picture .node.absent rect { stroke-dasharray: 4 3; }
    .picture .node.more rect { fill: var(--sunk); stroke: none; }
    .picture .node .kind { fill: var(--quiet); font-size: 11px; }
    .picture .node .name { fill: var(--ink); font-weight: 600; }
    .picture a.node:hover rect, .picture a.node:focus-visible rect { stroke: var(--accent);
      stroke-width: 2.5; }
    .picture .edge { fill: none; stroke: var(--quiet); stroke-width: 1.3; }
    .picture .edge.replaces { stroke: var(--good); }
    .picture .edge.lit { stroke: var(--accent); stroke-width: 2.6; }
    .picture marker path { fill: var(--quiet); }
    .kind li { margin: .3rem 0; }

    @media (max-width: 40rem) {
      main, .banner, footer { padding-left: .8rem; padding-right: .8rem; }
      section { padding: 1.1rem 1rem; }
      h1 { font-size: 1.6rem; }
      .sections { position: static; padding-left: .8rem; padding-right: .8rem; }
      .sections ul { gap: .1rem 1rem; }
      .step > .facts, .step > details { margin-left: 0; }
      .areas .bar { display: none; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      :root, :root[data-theme="dark"] { color-scheme: light; --page: #fff; }
      @page { margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt;
        } }
      html { font-size: 8.5pt; }
      .columns { grid-template-columns: 2fr 3fr; }
      .sections, .skip, .toolbar, .age { display: none !important; }
      main, .banner, footer { max-width: none; padding: 0; }
      section { border: 0; border-radius: 0; padding: 0; margin: 0; break-before: page; }
      #overview { break-before: auto; }
      .cards { grid-template-columns: repeat(4, 1fr); gap: .5rem; }
      .card, .countdown, .alert, .level { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .card .number { font-size: 1.6rem; }
      .finding, .card, tr, pre { break-inside: avoid; }
      h2, h3, h4, summary, .step-head { break-after: avoid; }
      /* Paper shows each finding in a line or two; code, links and the inventory's edges are for the screen. */
      .aside, .where, .finding pre, .finding .facts { display: none; }
      .explanation { max-width: none; }
      .explanation h4, .step-body h4 { margin-top: .5em; }
      .step, .boxed, .rule { padding: .3rem .6rem; margin: .3rem 0; }
      .rule[open] > summary { padding-bottom: .2rem; margin-bottom: .2rem; }
      .finding { content-visibility: visible; display: flex; flex-wrap: wrap; gap: 0 .6rem; padding: .15rem 0; }
      .kind > ul { columns: 2; }
      summary { list-style: none; }
      main { margin-top: 1.5rem; }
      p, ul, ol { margin: .25em 0; }
      details::details-content { content-visibility: visible !important; display: block !important;
        block-size: auto !important; }
      pre { white-space: pre-wrap; }
      a { color: inherit; text-decoration: none; }
      th, td { padding-top: .2rem; padding-bottom: .2rem; }
      .scroll { overflow: visible; }
      .picture svg { max-width: 100%; }
    }

    """
}
