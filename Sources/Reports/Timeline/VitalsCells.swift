import Monitoring
import SessionRecord

/// One standing set of vital signs as the cells of a table.
struct VitalsCells {
  let story: EntryStory
  let vitals: Vitals
  private let words: SessionWords

  init(_ story: EntryStory, _ vitals: Vitals, in words: SessionWords) {
    self.story = story
    self.vitals = vitals
    self.words = words
  }

  /// Whether a sign says why it was not obtained.
  var hasReason: Bool {
    vitals.readings.values.contains { if case .notObtained = $0 { true } else { false } }
  }

  /// The standing flags that a reading of it belongs to, as they are called everywhere.
  var flags: [Phrase] {
    let numbers = words.marks.flags(of: story.entry.number)
    return words.file.assessment.flags.filter { numbers.contains($0.number) }.map { flag in
      Phrase(words.text(flag).label, Ink(flag.priority))
    }
  }

  /// The clock with its marks; a remark becomes one of *notes*.
  func time(_ notes: inout [String]) -> Phrase {
    let time = words.clock.clock(
      story.observed.instant,
      near: words.file.session.opened.instant
    )
    let remark = vitals.remark.map { "[\(note("remark: \($0)", in: &notes))]" } ?? ""
    return Phrase(time + marks + remark)
  }

  private var marks: String {
    var marks = story.past.isEmpty ? "" : "†"
    if story.isLate { marks += "L" }
    switch story.entry.source {
    case .imported: marks += "i"
    case .paper: marks += "p"
    case .copy: marks += "c"
    case .typed, .device, .page: break
    }
    return marks
  }

  /// What stands in a column; why something was not obtained becomes one of *notes*.
  func cell(_ column: VitalsColumn, _ notes: inout [String]) -> Phrase {
    switch column {
    case .bloodPressure: return pressure(&notes)
    case .mean:
      let mean = vitals.computedMeanTimesThree.map(words.values.mean(timesThree:))
      if let given = vitals.readings[.meanArterial] {
        let said = said(given, .meanArterial, &notes)
        return mean.map { said + "\u{A0}(\($0))" } ?? said
      }
      return mean.map { Phrase($0) + mark(.meanArterial) } ?? "–"
    case .sign(let sign):
      guard let reading = vitals.readings[sign] else { return "–" }
      return said(reading, sign, &notes)
    }
  }

  private func pressure(_ notes: inout [String]) -> Phrase {
    let systolic = vitals.readings[.systolic]
    let diastolic = vitals.readings[.diastolic]
    guard systolic != nil || diastolic != nil else { return "–" }
    if case .notObtained? = systolic, systolic == diastolic, let systolic {
      return said(systolic, .systolic, &notes)
    }
    if systolic == .unrecordable { return "unrec." + mark(.systolic) }
    let upper = systolic.map { said($0, .systolic, &notes) } ?? "–"
    let lower = diastolic.map { said($0, .diastolic, &notes) } ?? "–"
    return upper + "/" + lower
  }

  private func said(_ reading: Reading, _ sign: VitalSign, _ notes: inout [String]) -> Phrase {
    switch reading {
    case .measured(let quantity, let verified):
      let doubt = verified || story.isVerified ? "" : "?"
      let isExpected = sign == .consciousness && vitals.isConfusionExpected
      return Phrase(words.values.cell(quantity, mark: doubt) + (isExpected ? "\u{A0}exp." : ""))
        + mark(sign)
    case .notObtained(let reason):
      return Phrase("–[\(note("not obtained: \(reason)", in: &notes))]")
    case .notUsable(let written):
      return Phrase("[\(written)]")
    case .unrecordable: return "unrec." + mark(sign)
    case .roomAir: return "air"
    }
  }

  private func mark(_ sign: VitalSign) -> Phrase {
    words.marks[story.entry.number, sign].map { Phrase($0.sign, .high) } ?? ""
  }

  private func note(_ text: String, in notes: inout [String]) -> Int {
    if let place = notes.firstIndex(of: text) { return place + 1 }
    notes.append(text)
    return notes.count
  }
}
