import Monitoring
import SessionRecord

/// First, highest, lowest and last of what a chart shows, pressures in pairs.
struct ChartExtremes {
  let chart: SessionChart
  private var words: SessionWords { chart.words }

  /// Nil where nothing was measured.
  var table: Table? {
    var table = Table([
      .init(""), .init("start"), .init("highest"), .init("lowest"), .init("end"),
    ])
    for row in rows { table.add(row) }
    return table.rows.isEmpty ? nil : table
  }

  private var rows: [[Phrase]] {
    var rows: [[Phrase]] = []
    let extremes = words.file.assessment.extremes
    let upper = extremes[.systolic]
    let lower = extremes[.diastolic]
    let pair: [VitalSign] = [.systolic, .diastolic]
    let unread = chart.sets.filter(\.isPressureUnrecordable)
    // One too low to be read is the lowest that there is, and passed over nowhere.
    if !unread.isEmpty {
      let seen = chart.sets.filter { set in
        set.isPressureUnrecordable || pair.contains { set.values[$0] != nil }
      }
      let highest = upper.flatMap { upper in chart.sets.first { $0.entry == upper.highest.entry } }
      rows.append(
        [
          "BP mmHg", pressure(seen.first), pressure(highest),
          unread.map(pressure).joined(", "), pressure(seen.last),
        ]
      )
    }
    if let upper {
      rows.append(
        [unread.isEmpty ? "BP mmHg" : "measured"]
          + cells(pair, highest: upper.highest.entry, lowest: upper.lowest.entry)
      )
    }
    if let lower,
      upper.map({
        $0.highest.entry != lower.highest.entry || $0.lowest.entry != lower.lowest.entry
      }) ?? true
    {
      // The highest diastolic need not be in the pair with the highest systolic.
      rows.append(
        ["diastolic"]
          + cells([.diastolic], highest: lower.highest.entry, lowest: lower.lowest.entry)
      )
    }
    // No mean pressure: those that a cuff gave are not the highest and lowest of all that were reckoned.
    let others: [VitalSign] = [
      .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow,
    ]
    for sign in others {
      guard let extreme = extremes[sign] else { continue }
      let unit = words.values.unit(of: sign).unit
      rows.append(
        [Phrase(unit.isEmpty ? sign.shortName : "\(sign.shortName) \(unit)")]
          + cells([sign], highest: extreme.highest.entry, lowest: extreme.lowest.entry)
      )
    }
    return rows
  }

  private func cells(
    _ signs: [VitalSign],
    highest: EntryNumber,
    lowest: EntryNumber
  ) -> [Phrase] {
    let measured = chart.sets.filter { set in signs.contains { set.values[$0] != nil } }
    return [
      cell(measured.first, signs), cell(measured.first { $0.entry == highest }, signs),
      cell(measured.first { $0.entry == lowest }, signs), cell(measured.last, signs),
    ]
  }

  private func cell(_ set: ChartSet?, _ signs: [VitalSign]) -> Phrase {
    guard let set else { return "–" }
    return signs.map { value(set, $0) }.joined("/") + Phrase(" \(clock(set))")
  }

  /// Of a pressure that could not be read, with its mark.
  private func pressure(_ set: ChartSet?) -> Phrase {
    guard let set, set.isPressureUnrecordable else { return cell(set, [.systolic, .diastolic]) }
    let mark = words.marks[set.entry, .systolic].map { Phrase($0.sign, .high) } ?? ""
    return Phrase("unrecordable") + mark + Phrase(" \(clock(set))")
  }

  private func clock(_ set: ChartSet) -> String {
    words.clock.clock(set.at, near: words.file.session.opened.instant)
  }

  private func value(_ set: ChartSet, _ sign: VitalSign) -> Phrase {
    guard let value = set.values[sign] else { return "–" }
    let number = words.values.number(value.quantity) + (value.isUnverified ? "?" : "")
    return Phrase(number) + (value.mark.map { Phrase($0.sign, .high) } ?? "")
  }
}
