import Monitoring
import SessionRecord

/// Flags with their limit, their life, and what was done, a row or a few lines each.
struct FlagTable {
  /// One flag in words.
  struct Row {
    let text: FlagText
    /// `▲1`, by priority.
    let label: Phrase
    /// `14:10 T+40`.
    let raised: String
    /// Struck out where it is retracted.
    let title: Phrase
    /// `high priority, confirmed by repeat 14:15`, without an end that is told apart.
    let begin: String
    /// The same with where it stands: `…, cleared 14:40`.
    let life: String
    /// `peak 170 mmHg (#14)`, how many readings, the rule.
    let facts: [String]

    private var flag: Flag { text.flag }
    var isRetracted: Bool { flag.retractedBy != nil }

    init(_ flag: Flag, in words: SessionWords) {
      text = words.text(flag)
      label = Phrase(text.label, Ink(flag.priority))
      let clock = words.clock.clock(flag.raised, near: words.file.session.opened.instant)
      raised = "\(clock) \(words.sinceTimeZero(flag.raised))"
      title = flag.retractedBy == nil ? Phrase(text.title) : Phrase(text.title, .struck)
      var life = [text.priority]
      if case .cleared = flag.state, flag.retractedBy == nil, let confirmed = text.confirmation {
        life.append(confirmed)
      }
      let hasEnd = flag.retractedBy != nil || flag.state.clearedAt != nil
      begin = (hasEnd ? life : life + [text.state]).joined(separator: ", ")
      self.life = (life + [text.state]).joined(separator: ", ")
      var facts: [String] = []
      if let peak = text.peak, let entry = flag.peak?.entry {
        facts.append(peak == "entry #\(entry)" ? peak : "peak \(peak) (#\(entry))")
      }
      if flag.readings.count > 1 { facts.append("\(flag.readings.count) readings") }
      facts.append("rule \(flag.identity.rule.text)")
      self.facts = facts
    }
  }

  /// About the patient.
  let clinical: [Row]
  /// About the record itself.
  let process: [Row]

  /// Above those about the record itself.
  static let aboutRecord = "About the record itself (process):"

  init(_ flags: [Flag], in words: SessionWords) {
    clinical = flags.filter { !$0.isProcess }.map { Row($0, in: words) }
    process = flags.filter(\.isProcess).map { Row($0, in: words) }
  }

  func add(to page: inout Page) {
    for row in clinical { add(row, to: &page) }
    if !process.isEmpty { page.add(Phrase(FlagTable.aboutRecord)) }
    for row in process { add(row, to: &page) }
  }

  private func add(_ row: Row, to page: inout Page) {
    let text = row.text
    var head = Phrase("\(row.raised) ") + row.title
    if row.isRetracted { head = head.inked(.struck) }
    page.add(head + Phrase("  \(row.life)"), after: row.label + " ")
    let indent = DisplayWidth.of(text.label) + 1
    let limit = text.limit.map { "limit \($0)" }
    page.add(
      Phrase(([limit].compactMap(\.self) + row.facts).joined(separator: ", ")),
      indent: indent
    )
    for line in text.asides { page.add(line, indent: indent) }
    if !row.isRetracted, text.hasInside {
      page.add(Phrase("\(text.backInside); \(text.cleared)"), indent: indent)
    } else if !row.isRetracted {
      page.add(Phrase(text.cleared), indent: indent)
    }
    for acknowledgement in text.acknowledgements { page.add(acknowledgement, indent: indent) }
    if text.flag.acknowledgements.isEmpty {
      page.add(Phrase(FlagText.notAcknowledged), indent: indent)
    }
    if let review = text.review { page.add(review, indent: indent) }
  }
}
