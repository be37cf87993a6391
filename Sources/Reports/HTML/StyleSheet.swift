/// The one stylesheet of everything that is printed: a sheet on the screen, black on white on paper.
///
/// Without grid, variables and anything else that a renderer of paper in use does not know (WeasyPrint
/// 57, of Debian 12, is the oldest): columns are tables or inline blocks. Shapes of a chart carry their
/// own colours, since those renderers do not apply a stylesheet inside one; here they are only changed
/// for a dark screen. Nothing on paper is smaller than 8 pt.
enum StyleSheet {
  static let rules: StaticString = """
    * { box-sizing: border-box; }
    html { background: #dfe5e9; }
    body {
      margin: 0; color: #14202b;
      font: 13px/1.4 "Liberation Sans", Arial, Helvetica, sans-serif;
      font-variant-numeric: tabular-nums;
    }
    .sheet {
      background: #fff; max-width: 210mm; margin: 18px auto; padding: 12mm 14mm;
      border-radius: 2px; box-shadow: 0 1px 5px rgba(0, 0, 0, 0.2);
    }
    p { margin: 0; }
    h1 { font-size: 20px; line-height: 1.25; margin: 3px 0; }
    h2 {
      font-size: 13px; line-height: 1.3; margin: 12px 0 3px; padding-bottom: 2px;
      border-bottom: 1px solid #14202b; letter-spacing: 0.02em;
      break-after: avoid; break-inside: avoid;
    }
    h3 { font-size: 12px; margin: 7px 0 2px; break-after: avoid; }
    .fine, caption { font-size: 11px; color: #56646f; }
    .p { white-space: pre-wrap; }
    .high { color: #a8320a; }
    .low { color: inherit; }
    s { color: #56646f; }
    .mono { font-family: "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 11px; }
    .nowrap { white-space: nowrap; }

    .head { display: table; width: 100%; padding-bottom: 7px; border-bottom: 2.5px solid #14202b; }
    .head .what { display: table-cell; vertical-align: top; padding-right: 18px; }
    .head .whose { display: table-cell; vertical-align: top; width: 39%; }
    .head .mark {
      display: table-cell; vertical-align: middle; width: 1%; padding-right: 12px; line-height: 0;
    }
    .qr { background: #fff; }
    .box { border: 1.5px solid #14202b; border-radius: 4px; padding: 5px 10px; }
    .box p { font-size: 12px; overflow-wrap: anywhere; }
    .box .name { font-size: 15.5px; font-weight: bold; }
    .clinic { font-size: 11px; color: #56646f; line-height: 1.3; margin-bottom: 4px; }
    .clinic b { font-size: 12.5px; color: #14202b; }
    .clinic .logo { height: 30px; max-width: 150px; vertical-align: middle; margin-right: 9px; }
    .clinic .lines { display: inline-block; vertical-align: middle; }
    .state {
      display: inline-block; border: 1.5px solid #0b5573; border-radius: 3px; color: #0b5573;
      padding: 1px 6px; margin-left: 6px; font-size: 11px; line-height: 1.3; vertical-align: 3px;
      letter-spacing: 0.03em;
    }
    .state.void {
      border: 5px double #14202b; border-radius: 0; color: #14202b; padding: 0 9px; font-size: 19px;
      letter-spacing: 0.12em; vertical-align: 0;
    }
    .struck-out {
      border: 5px double #14202b; padding: 3px 8px; margin: 7px 0 0; font-weight: bold;
    }
    .over-gates {
      border: 2.5px solid #14202b; padding: 3px 8px; margin: 7px 0 0; font-size: 12px;
    }
    .supersedes {
      border: 1px solid #14202b; border-left-width: 5px; padding: 3px 8px; margin: 7px 0 0;
      font-size: 12px;
    }

    .facts { display: table; table-layout: fixed; width: 100%; margin: 6px 0 0; }
    .facts > div { display: table-row; }
    .facts > div > div {
      display: table-cell; vertical-align: top; padding: 2px 12px 2px 0; overflow-wrap: anywhere;
      width: 27%;
    }
    .facts > div > div:nth-child(2), .facts > div > div:nth-child(3) { width: 23%; }
    .facts span, .tiles span { display: block; font-size: 11px; color: #56646f; line-height: 1.3; }
    .tiles {
      display: table; table-layout: fixed; width: 100%; border-collapse: separate;
      border: 1px solid #14202b; border-radius: 4px; margin: 7px 0 0; break-inside: avoid;
    }
    .tiles > div {
      display: table-cell; vertical-align: top; padding: 4px 9px; border-left: 1px solid #c9d2d9;
    }
    .tiles > div:first-child { border-left: 0; }
    .tiles .figure { font-size: 17px; font-weight: bold; line-height: 1.25; white-space: nowrap; }

    table { border-collapse: collapse; width: 100%; font-size: 12px; }
    caption { text-align: left; padding: 0 0 2px; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th { text-align: left; vertical-align: bottom; padding: 2px 7px 2px 0; }
    thead th { font-size: 11px; color: #56646f; border-bottom: 1px solid #14202b; }
    tbody th { font-weight: normal; vertical-align: top; white-space: nowrap; }
    td { vertical-align: top; padding: 2.5px 7px 2.5px 0; overflow-wrap: break-word; }
    tbody td, tbody th { border-bottom: 1px solid #d5dce1; }
    tr > :last-child { padding-right: 0; }
    td.number, th.number { text-align: right; padding-right: 12px; }
    td.nowrap, th.nowrap { white-space: nowrap; }
    tbody th.long { white-space: normal; }
    tr.flagged td, tr.flagged th { background: #f6efeb; }
    tr.apart td { border-bottom: 0; }
    td .under { display: block; color: #56646f; }
    .takes-rest, .takes-most { width: 50%; }
    .run > p, .run > li { display: inline; }
    .run > p + p::before, .run > li + li::before { content: " · "; color: #56646f; }
    ul.run { margin: 0; padding: 0; list-style: none; }
    .person { padding-left: 14px; text-indent: -14px; }
    .event-key .no-letter { display: inline-block; min-width: 16px; margin-right: 7px; }
    .flag td, .flag th { border-bottom: 0; padding-bottom: 0; }
    .flag td[rowspan], .flag th[rowspan], .flag .more td { border-bottom: 1px solid #d5dce1; }
    .flag .more td { padding-top: 0; padding-bottom: 2px; }
    .flag { break-inside: avoid; }
    .end { margin-top: 6px; }
    table.bare { width: auto; }
    .bare td, .bare th { border-bottom: 0; }
    .next { display: block; }
    .mute { color: #56646f; }
    .criteria { columns: 3; column-gap: 16px; margin: 3px 0; padding: 0; list-style: none; }
    .criteria li {
      break-inside: avoid; padding: 0 0 1px 17px; text-indent: -17px; overflow-wrap: anywhere;
    }
    .criteria.run { columns: auto; }
    .sheet .criteria.run > li { display: inline; padding: 0 9px 0 0; text-indent: 0; }
    .sheet .criteria.run > li::before { content: none; }
    .criteria .tick { display: inline-block; width: 13px; text-indent: 0; }
    table.pen td { border: 1px solid #14202b; padding: 2px 5px; height: 8mm; }
    table.pen th { border: 1px solid #14202b; padding: 0 4px; }
    table.pen.low td { padding: 0 4px; height: 6.5mm; }

    .two { display: table; table-layout: fixed; width: 100%; }
    .two > div { display: table-cell; vertical-align: top; width: 44%; padding-left: 8px; }
    .two > div:first-child { width: 56%; padding: 0 8px 0 0; }
    .halves > div, .halves > div:first-child { width: 50%; }
    .thirds > div, .thirds > div:first-child { width: 33.3%; }
    .thirds > div { padding-left: 7px; }
    .thirds > div:first-child { padding: 0; }
    .two td, .two th { padding-right: 5px; }
    .two td.number, .two th.number { padding-right: 5px; }
    .two:not(.dense) td.number { white-space: normal; }
    .dense td, .dense th { padding-right: 3px; }
    .dense td.number, .dense th.number { padding-right: 4px; }
    .flags td, .flags th { padding-right: 6px; }
    .flags .when { width: 12%; }
    .keep, .dense { break-inside: avoid; }
    table + .fine { break-before: avoid; }
    .screen { display: table; width: 100%; margin-top: 14px; padding-top: 5px;
      border-top: 1px solid #c9d2d9; }
    .screen span { display: table-cell; }
    .screen span + span { text-align: right; }

    @media screen and (max-width: 700px) {
      .sheet { margin: 0; padding: 14px; border-radius: 0; box-shadow: none; }
      .head, .head .what, .head .whose, .two, .two > div { display: block; width: auto; }
      .head .mark { display: block; width: auto; padding: 6px 0 0; }
      .sheet .two > div:nth-child(n) { width: auto; padding: 0; }
      .head .whose { margin-top: 8px; }
      .facts, .facts > div { display: block; }
      .sheet .facts > div > div:nth-child(n) { display: inline-block; width: 49%; }
      section { overflow-x: auto; }
      .tiles { display: block; }
      .tiles > div { display: inline-block; width: 49%; border: 0; }
      .wide { overflow-x: auto; }
      .wide > svg { min-width: 760px; }
      .criteria, .sheet .event-key { columns: 1; }
      .screen, .screen span { display: block; }
      .screen span + span { text-align: left; }
    }

    @media screen and (prefers-color-scheme: dark) {
      html { background: #0b1116; }
      body { color: #dde5ea; }
      .sheet { background: #141c23; box-shadow: none; }
      h2, thead th, .box, .supersedes, .over-gates, .tiles { border-color: #9fb0bc; }
      .head { border-color: #dde5ea; }
      .fine, caption, .facts span, .tiles span, thead th, s, .mute, td .under, .clinic { color: #9fb0bc; }
      .clinic b { color: #dde5ea; }
      .clinic .logo { background: #fff; padding: 2px; }
      .high { color: #ff9b73; }
      .state { color: #7cc7e8; border-color: #7cc7e8; }
      .qr { border: 4px solid #fff; }
      .state.void, .struck-out { color: #dde5ea; border-color: #dde5ea; }
      tbody td, tbody th, .flag td[rowspan], .flag .more td { border-color: #2c3a45; }
      .tiles > div, .screen { border-color: #2c3a45; }
      tr.flagged td, tr.flagged th { background: #33211a; }
    }

    @media print {
      html, body { background: #fff; }
      body { font-size: 9pt; line-height: 1.22; }
      .sheet {
        max-width: none; margin: 0; padding: 0; border-radius: 0; box-shadow: none;
      }
      h1 { font-size: 15pt; margin: 2px 0; }
      h2 { font-size: 9.5pt; line-height: 1.2; margin: 5px 0 1px; padding-bottom: 1px; }
      h3 { font-size: 9pt; margin: 4px 0 1px; }
      .fine, caption, .facts span, .tiles span, thead th, .clinic, .mono { font-size: 8pt; }
      .clinic b { font-size: 9.5pt; }
      .box { padding: 4px 9px; }
      .box p { font-size: 9pt; }
      .box .name { font-size: 11.5pt; }
      .state { font-size: 8.5pt; }
      .state.void { font-size: 14pt; }
      .supersedes, .over-gates { font-size: 8.5pt; }
      .tiles > div { padding: 3px 9px; }
      .tiles .figure { font-size: 12.5pt; }
      table { font-size: 8.5pt; line-height: 1.2; }
      th { padding-top: 1px; padding-bottom: 1px; }
      td, tbody th { padding-top: 0.7px; padding-bottom: 0.7px; }
      .dense table, .two table, .two .p, .flags, .bare, .criteria { font-size: 8pt; line-height: 1.18; }
      table.pen td { height: 7mm; }
      p { orphans: 2; widows: 2; }
      .screen { display: none; }
      .close h2 { font-size: 9pt; line-height: 1.1; margin: 1px 0 0; padding-bottom: 0; }
      .close .head { padding-bottom: 3px; border-bottom-width: 1.5px; }
      .close .facts { margin-top: 3px; }
      .close .facts span { display: inline; padding-right: 4px; }
      .close .facts > div > div { padding-top: 0; padding-bottom: 1px; font-size: 8.5pt; }
      .close .tiles { margin-top: 3px; }
      .close .event-key { font-size: 8pt; margin-top: 1px; }
      .close .event-key .letter { line-height: 1.15; }
      .close .criteria { margin: 0; column-gap: 10px; }
      .close .event-key { column-gap: 10px; }
      .close .event-key li { padding-left: 22px; text-indent: -22px; }
      .close .event-key .letter { margin-right: 3px; }
      .close .facts > div > div { width: 25%; }
      .close .criteria li { padding-bottom: 0; }
      .close .end { margin-top: 0; }
      .close .end p { line-height: 1.05; }
      .close p.fine { line-height: 1.05; }
      .close .facts > div > div { padding-right: 8px; }
      .close .flag .more td { padding-bottom: 1px; }
      .close .head .what { vertical-align: middle; }
      .close .box { padding: 2px 8px; }
      .close .box p { font-size: 8.5pt; line-height: 1.08; }
      .close .box .name { font-size: 10.5pt; }
      .close .tiles > div { padding: 0 5px 1px; }
      .close h1 { font-size: 14pt; margin: 0; }
      .close .clinic { margin-bottom: 1px; }
      .close .takes-rest { width: 36%; }
      .close .takes-most { width: 76%; }
      .close .run, .close .person { font-size: 8pt; line-height: 1.04; }
      .close .event-key { columns: 4; column-gap: 10px; line-height: 1.04; }
      .close .bare, .close .bare tbody, .close .changes, .close .changes tbody { display: block; }
      .close .bare tr, .close .bare td, .close .bare th, .close .bare .next { display: inline; }
      .close .bare td, .close .bare th { padding: 0 5px 0 0; }
      .close .bare th, .close .bare .next { white-space: normal; }
      .close .bare .next::before { content: " · "; color: #56646f; }
      .close .changes thead { display: none; }
      .close .changes tr { display: block; padding-left: 14px; text-indent: -14px; }
      .close .changes td, .close .changes th { display: inline; border: 0; padding-right: 5px; }
      .close .changes .now::before { content: "→ "; color: #56646f; }
      .close .end { margin-top: 1px; }
      .close table:not(.vitals) thead th { white-space: nowrap; }
      .close .criteria.run .tick { display: inline; }
      .close .together, .close .end { font-size: 8pt; line-height: 1.02; }
      .close .together > p, .close .together > ul, .close .end p { display: inline; }
      .close .together > ul::before, .close .end p + p::before { content: " "; }
      .close .chart { width: 98%; margin: 0 auto; }
      .close .event-key .letter { line-height: 10px; }
      .close table, .close .p, .close ul { font-size: 8pt; line-height: 1.02; }
      .close .dense table { line-height: 1; }
      .close .two > div:first-child { width: 61%; padding-right: 7px; }
      .close .two > div { width: 39%; padding-left: 0; }
      .close .halves > div, .close .halves > div:first-child { width: 50%; }
      .close .thirds > div { width: 33.3%; padding-left: 7px; }
      .close .halves > div { padding-left: 8px; }
      .close .thirds > div:first-child { width: 33.3%; padding: 0; }
      .close .two td, .close .two th { padding-right: 4px; }
      .close .two td.number, .close .two th.number { padding-right: 3px; }
      .close p { line-height: 1.1; }
      .close td, .close tbody th { padding-top: 0.1px; padding-bottom: 0.1px; }
      .close thead th { padding-top: 0; padding-bottom: 0; }
      tbody:first-of-type tr:first-child > td, tbody:first-of-type tr:first-child > th { padding-top: 1px; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """
}
