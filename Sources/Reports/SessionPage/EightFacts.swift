import Monitoring
import SessionRecord

/// What a reader wants first of a session: eight facts, each with its name.
struct EightFacts {
  struct Fact {
    let name: String
    let phrases: [Phrase]
  }

  private let words: SessionWords
  private var opening: Opening { words.file.session.opening }
  private var opened: Instant { words.file.session.opened.instant }

  init(_ words: SessionWords) { self.words = words }

  var facts: [Fact] {
    [
      Fact(name: "Indication", phrases: [Phrase(SessionFacts(words).indication)]),
      Fact(name: "Infusion", phrases: infusions),
      Fact(name: "Prescriber", phrases: [Phrase(opening.prescriber?.text ?? "not given")]),
      Fact(name: "Setting", phrases: [Phrase(setting)]),
      Fact(name: "\(ownDrug.capitalizedFirst) given", phrases: dose),
      Fact(name: "Schedule", phrases: [Phrase(kept)]),
      Fact(name: "Entered by", phrases: [Phrase(authors)]),
      Fact(name: "Protocol", phrases: [Phrase(boundProtocol), Phrase(adoption)]),
    ]
  }

  private var ownDrug: String { words.file.monitoringProtocol.formulary.ownDrug }

  /// The totals of the protocol's own drug, as the doses' section has them.
  private var dose: [Phrase] {
    let exposure = words.file.exposure
    let totals = exposure.totals.filter { $0.drug == ownDrug }
    guard !totals.isEmpty else { return ["none"] }
    let text = GivenText(words)
    return totals.map { total in
      // The name of the drug stands above.
      let said = text.total(total, of: exposure.given).text
      let start = "\(ownDrug) "
      return Phrase(said.hasPrefix(start) ? String(said.dropFirst(start.count)) : said)
    }
  }

  /// From when to when, and how long; a planned end is no stop, and none is made up.
  private var infusions: [Phrase] {
    let given = words.file.exposure.given.filter(\.isInfusion)
    guard !given.isEmpty else { return ["none"] }
    return given.map { infusion in
      let name = infusion.drug == ownDrug ? "" : "\(infusion.drug) "
      return Phrase(name + course(of: infusion))
    }
  }

  private func course(of infusion: GivenDose) -> String {
    func clock(_ instant: Instant) -> String { words.clock.clock(instant, near: opened) }
    let from = clock(infusion.began.instant)
    switch infusion.given {
    case .running:
      let pause = infusion.isPaused ? infusion.pauses.last : nil
      return "from \(from), " + (pause.map { "paused since \(clock($0.from))" } ?? "running")
    case .endNotRecorded:
      let planned = infusion.ended.map { " (planned end \(clock($0)) is past)" } ?? ""
      return "from \(from), no stop entered\(planned)"
    case .amount, .notSaid, .notKnown:
      guard let end = infusion.ended else { return "from \(from), stopped" }
      let length = SpanText.duration(end - infusion.began.instant)
      return "\(from)–\(clock(end)), \(length)"
    }
  }

  /// `KO (24), LH (2)`: by how many entries each made.
  private var authors: String {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for entry in words.file.log {
      let name = entry.author.text
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += 1
    }
    return names.map { name in
      "\(name)\u{A0}(\(counted(counts[name] ?? 0, "entry", "entries").unbroken))"
    }.joined(separator: ", ")
  }

  private var boundProtocol: String {
    "\(opening.monitoringProtocol.id.text) version\u{A0}\(opening.monitoringProtocol.version)"
  }

  private var adoption: String {
    AdoptionText(words).phrase
  }

  /// Over all groups: `14 of 16 readings kept (1 late), 1 missed`.
  private var kept: String {
    let counts = words.file.assessment.schedule.map(words.file.assessment.keptCount)
    let required = counts.reduce(0) { $0 + $1.required }
    guard required > 0 else {
      return words.file.monitoringProtocol.schedule.groups.isEmpty
        ? "the protocol has none" : "nothing was due yet"
    }
    func sum(_ of: (KeptCount) -> Int) -> Int { counts.reduce(0) { $0 + of($1) } }
    var text = "\(sum(\.kept)) of \(required) kept"
    let parts = [
      (sum(\.late), "late"), (sum(\.missed), "missed"), (sum(\.overdue), "overdue"),
      (sum(\.notObtained), "not obtained"), (sum(\.deferred), "deferred"),
    ].filter { $0.0 > 0 }.map { "\($0.0)\u{A0}\($0.1.unbroken)" }
    if !parts.isEmpty { text += ": " + parts.joined(separator: ", ") }
    return text
  }

  private var setting: String {
    let place = opening.setting.rawValue + (RoomsText(words).text.map { ", \($0)" } ?? "")
    return [place, SpO2ScaleText.phrase(opening)].compactMap(\.self).joined(separator: ", ")
  }

  var markup: Markup {
    var markup = Markup()
    let facts = facts
    markup.element("div", .class("facts")) { table in
      for start in stride(from: 0, to: facts.count, by: 4) {
        table.line()
        table.element("div") { row in
          for fact in facts[start..<min(start + 4, facts.count)] {
            row.element("div") { cell in
              cell.element("span", text: fact.name)
              cell.lines(fact.phrases)
            }
          }
        }
      }
    }
    markup.line()
    return markup
  }
}
