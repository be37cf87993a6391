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
    if let upper {
      rows.append(
        ["BP mmHg"]
          + cells(
            [.systolic, .diastolic],
            highest: upper.highest.entry,
            lowest: upper.lowest.entry
          )
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
    let others: [VitalSign] = [
      .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow,
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
    func cell(_ set: ChartSet?) -> Phrase {
      guard let set else { return "–" }
      let time = words.clock.clock(set.at, near: words.file.session.opened.instant)
      return signs.map { value(set, $0) }.joined("/") + Phrase(" \(time)")
    }
    return [
      cell(measured.first), cell(measured.first { $0.entry == highest }),
      cell(measured.first { $0.entry == lowest }), cell(measured.last),
    ]
  }

  private func value(_ set: ChartSet, _ sign: VitalSign) -> Phrase {
    guard let value = set.values[sign] else { return "–" }
    let number = words.values.number(value.quantity) + (value.isUnverified ? "?" : "")
    return Phrase(number) + (value.mark.map { Phrase($0.sign, .high) } ?? "")
  }
}
