import Monitoring
import SessionRecord

/// The five figures that are looked for first, each as one reading had it.
struct FiveTiles {
  struct Tile {
    let figure: Phrase
    let lines: [String]
  }

  private let words: SessionWords
  private let sets: [ChartEntry]
  private var opened: Instant { words.file.session.opened.instant }

  init(_ words: SessionWords) {
    self.words = words
    sets = words.chart.standingInObservedOrder.filter { $0.content.kind == .vitals }
  }

  var tiles: [Tile] {
    [
      pressure, extreme(.heartRate, "highest heart rate", \.highest),
      extreme(.spo2, "lowest SpO2", \.lowest), acknowledged, leaving,
    ]
  }

  // MARK: - Readings

  /// The pair of the reading with the highest systolic; the highest diastolic beside it where that was
  /// another reading.
  private var pressure: Tile {
    let extremes = words.file.assessment.extremes
    let unread = self.unread
    guard let top = extremes[.systolic]?.highest ?? extremes[.diastolic]?.highest,
      let pair = pair(at: top.entry)
    else {
      guard let first = unread.first else {
        return Tile(figure: "–", lines: ["no blood pressure"])
      }
      return Tile(
        figure: mark(first.number, .systolic) + "unrec.",
        lines: ["BP unrecordable, \(times(unread))"]
      )
    }
    var lines = ["highest BP, \(clock(top.observed.instant))"]
    if let diastolic = extremes[.diastolic]?.highest, diastolic.entry != top.entry,
      let ofTop = reading(.diastolic, at: top.entry)?.quantity,
      diastolic.quantity.thousandths > ofTop.thousandths,
      let other = self.pair(at: diastolic.entry)
    {
      lines.append("highest diastolic: \(other.text), \(clock(diastolic.observed.instant))")
    }
    let pairs = sets.compactMap { set in
      isUnread(set) ? "unrecordable" : self.pair(at: set.number)?.text
    }
    if let first = pairs.first, let last = pairs.last {
      lines.append("first \(first) · last \(last)")
    }
    if let first = unread.first {
      // The lowest that there is, which no figure shows.
      lines.append("\(mark(first.number, .systolic).text)BP unrecordable, \(times(unread))")
    }
    return Tile(figure: pair, lines: lines)
  }

  /// The sets whose pressure was too low to be read.
  private var unread: [ChartEntry] { sets.filter(isUnread) }

  private func isUnread(_ set: ChartEntry) -> Bool {
    guard case .vitals(let vitals) = set.content else { return false }
    return vitals.isPressureUnrecordable
  }

  private func times(_ sets: [ChartEntry]) -> String {
    sets.map { clock($0.observed.instant) }.joined(separator: ", ")
  }

  private func extreme(
    _ sign: VitalSign,
    _ name: String,
    _ which: KeyPath<Extremes, Extremes.Value>
  ) -> Tile {
    guard let value = words.file.assessment.extremes[sign]?[keyPath: which] else {
      return Tile(figure: "–", lines: ["no \(sign.shortName)"])
    }
    let all = sets.compactMap { reading(sign, at: $0.number)?.number }
    var lines = ["\(name), \(clock(value.observed.instant))"]
    if let first = all.first, let last = all.last { lines.append("first \(first) · last \(last)") }
    let said = reading(sign, at: value.entry)?.number ?? words.values.number(value.quantity)
    return Tile(figure: mark(value.entry, sign) + Phrase(said + sign.unbreakingUnit), lines: lines)
  }

  /// `▲ 170/104`, with `?` behind what waits to be verified.
  private func pair(at entry: EntryNumber) -> Phrase? {
    let systolic = reading(.systolic, at: entry)
    let diastolic = reading(.diastolic, at: entry)
    guard systolic != nil || diastolic != nil else { return nil }
    let mark = self.mark(entry, .systolic)
    return (mark.isEmpty ? self.mark(entry, .diastolic) : mark)
      + Phrase("\(systolic?.number ?? "–")/\(diastolic?.number ?? "–")")
  }

  private func reading(
    _ sign: VitalSign,
    at entry: EntryNumber
  ) -> (quantity: Quantity, number: String)? {
    guard let found = words.chart[entry], case .vitals(let vitals) = found.content,
      let quantity = vitals.value(sign)
    else { return nil }
    let isDoubtful = vitals.readings[sign]?.isVerified == false && found.verifiedBy == nil
    return (quantity, words.values.number(quantity) + (isDoubtful ? "?" : ""))
  }

  private func mark(_ entry: EntryNumber, _ sign: VitalSign) -> Phrase {
    words.marks[entry, sign].map { Phrase($0.sign, .high) + "\u{A0}" } ?? ""
  }

  // MARK: - Acts

  private var acknowledged: Tile {
    let flags = words.file.assessment.flags.filter { $0.retractedBy == nil }
    let clinical = flags.filter { !$0.isProcess }
    let process = flags.filter(\.isProcess)
    // Of the flags that the figure counts; one that still waits has no length yet.
    let waits = clinical.compactMap { flag in
      flag.acknowledgements.map(flag.wait).min()
    }
    var lines = [clinical.isEmpty ? "no flag to acknowledge" : "flags acknowledged"]
    if let longest = waits.max() {
      let which = clinical.allSatisfy(\.isAcknowledged) ? "" : " of those"
      lines.append("longest wait\(which) \(SpanText.duration(longest))")
    }
    if !process.isEmpty {
      lines.append("process: \(process.count(where: \.isAcknowledged)) of \(process.count)")
    }
    guard !clinical.isEmpty else { return Tile(figure: "0", lines: lines) }
    let done = clinical.count(where: \.isAcknowledged)
    return Tile(
      figure: Phrase("\(done) of \(clinical.count)", done < clinical.count ? .high : .plain),
      lines: lines
    )
  }

  private var leaving: Tile {
    if let record = DecisionRecord(words) {
      return Tile(
        figure: Phrase(clock(record.entry.observed.instant)),
        lines: [LeavingWords.outcome(record.decision)]
      )
    }
    let none = DecisionRecord.none(words).text
    if let closing = words.chart.closing {
      return Tile(figure: Phrase(clock(closing.observed.instant)), lines: ["closed", none])
    }
    return Tile(figure: "open", lines: [none])
  }

  private func clock(_ instant: Instant) -> String { words.clock.clock(instant, near: opened) }

  var markup: Markup {
    var markup = Markup()
    markup.element("div", .class("tiles")) { row in
      for tile in tiles {
        row.line()
        row.element("div") { cell in
          cell.element("div", .class("figure")) { $0.phrase(tile.figure) }
          for line in tile.lines { cell.element("span", text: line) }
        }
      }
    }
    markup.line()
    return markup
  }
}
