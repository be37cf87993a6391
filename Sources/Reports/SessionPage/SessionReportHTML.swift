package import Monitoring
import SessionRecord

/// A session's report as a page for paper and screen, the most wanted first.
///
/// It is a DRAFT until the session is closed, and AMENDED once something was entered after that.
package struct SessionReportHTML {
  private let words: SessionWords
  private let letterhead: Letterhead
  /// A session with much in it is set closely: one with so many sets that they stand beside each other,
  /// or with more to tell than two airy pages hold.
  private let isClose: Bool

  package init(_ file: SessionFile, letterhead: Letterhead) {
    words = SessionWords(file, units: letterhead.units, onPaper: true)
    self.letterhead = letterhead
    isClose =
      SessionReportHTML.extent(of: file) > SessionReportHTML.mostAiry(on: letterhead.paper)
      || VitalsMarkup(VitalsTable(words)).isDense
  }

  private static func mostAiry(on paper: Paper) -> Int { paper == .letter ? 25 : 35 }

  /// How much there is to tell of it, about in lines.
  private static func extent(of file: SessionFile) -> Int {
    file.log.count + 2 * file.assessment.flags.count + file.readiness.criteria.count
  }

  /// One file: its stylesheet, its chart and its tables, nothing to fetch.
  package var text: String {
    let session = words.file.session
    return PrintedPage(
      title: "Session \(session.label) – \(words.file.patient.code.text)",
      running: RunningHeads(words.file, state: state, letterhead: letterhead),
      letterhead: letterhead,
      body: body,
      isClose: isClose
    ).text
  }

  private var state: String { SessionHead(words: words, openWord: "DRAFT").stateWord }

  private var body: Markup {
    var body = Markup()
    body.add(SessionPageHead(words, state: state, letterhead: letterhead).markup)
    body.add(EightFacts(words).markup)
    body.add(FiveTiles(words).markup)
    for place in ReportPlace.allCases { addPlace(place, to: &body) }
    body.element("section", .class("keep end")) { section in
      let extent = SessionFacts(words).extent.map { "\($0); times of \(words.file.zone.name)." }
      let seals = SealWords(letterhead.mark, words.clock)?.lines ?? []
      if !seals.isEmpty {
        section.element("p", .class("seals")) { line in
          line.element("b", text: seals.joined(separator: " "))
        }
      }
      let lines =
        [extent].compactMap(\.self) + ["A limit says when to look, not what to do."]
        + SessionReportText.statements
      section.element("p", .class("fine"), text: lines.joined(separator: " "))
    }
    body.line()
    return body
  }

  private func addPlace(_ place: ReportPlace, to body: inout Markup) {
    switch place {
    case .chart: body.add(ChartPart(words).markup)
    case .flags:
      add(.flags, to: &body)
      if !words.file.assessment.flags.isEmpty { addLimits(to: &body) }
    case .vitals: for part in ReportPlace.wide(isClose: isClose) { add(part, to: &body) }
    case .columns:
      body.element("div", .class("two")) { two in
        for parts in ReportPlace.columns(isClose: isClose) {
          two.line()
          two.element("div") { column in
            for part in parts { add(part, to: &column) }
          }
        }
      }
      body.line()
    case .below:
      for part in ReportPlace.rest(isClose: isClose) { add(part, to: &body) }
    }
  }

  private func add(_ part: ReportPart, to body: inout Markup) {
    var sheet = PageSheet(isClose: isClose)
    if isClose, part == .doses {
      DoseSection(words, withoutInfusions: true).add(to: &sheet)
    } else {
      part.add(words, to: &sheet)
    }
    let markup = sheet.markup
    guard !markup.html.isEmpty else { return }
    body.element("section") { section in
      section.line()
      section.add(markup)
    }
    body.line()
  }

  /// Under which text the flags were raised.
  private func addLimits(to body: inout Markup) {
    let adoption = AdoptionText(words).sentence.text
    body.element(
      "p",
      .class("fine"),
      text: "\(SessionFacts(words).boundProtocol). \(adoption)"
    )
    body.line()
  }
}

/// Where the parts of a report stand on its pages.
enum ReportPlace: CaseIterable {
  /// With the events, actions and notes, which are its key.
  case chart
  case flags
  case vitals
  /// Narrow parts beside each other.
  case columns
  /// Wide ones, one below the other.
  case below

  /// The two columns; a closely set page has also who was present in them.
  static func columns(isClose: Bool) -> [[ReportPart]] {
    isClose
      ? [[.effects, .extremes], [.doses, .scores, .schedule, .present]]
      : [[.effects, .extremes], [.doses, .scores, .schedule]]
  }

  /// The sets; on a closely set page they are kept together, and what was corrected fills the page before.
  static func wide(isClose: Bool) -> [ReportPart] {
    isClose ? [.corrections, .vitals] : [.vitals]
  }

  static func rest(isClose: Bool) -> [ReportPart] {
    isClose
      ? [.news2, .screening, .leaving, .addenda]
      : [.news2, .screening, .leaving, .present, .corrections, .addenda]
  }

  /// Every part that the page has, wherever it stands.
  static func parts(isClose: Bool) -> [ReportPart] {
    [.events, .flags] + wide(isClose: isClose) + columns(isClose: isClose).flatMap(\.self)
      + rest(isClose: isClose)
  }
}
