import Monitoring
import SessionRecord

/// The highest and the lowest value of each sign, against the baseline.
struct ExtremesSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    page.heading("Extremes")
    let extremes = words.file.assessment.extremes.sorted { $0.key < $1.key }
    guard !extremes.isEmpty else {
      page.add("Nothing was measured.")
      if let unread { page.add(unread) }
      return
    }
    var table = Table([
      .init("Sign"), .init("Baseline", number: true), .init("Highest", number: true),
      .init("When"), .init("Change", number: true), .init("Lowest", number: true), .init("When"),
      .init("Change", number: true),
    ])
    for (sign, extreme) in extremes {
      table.add(
        [
          Phrase(
            [name(sign), words.values.unit(of: sign).heading].filter { !$0.isEmpty }
              .joined(separator: " ")
          ),
          baseline(sign),
        ] + cells(extreme.highest) + cells(extreme.lowest)
      )
    }
    page.add(table)
    if let unread { page.add(unread) }
    page.small("Changes are from the baseline. ? is not verified.")
  }

  /// The pressures that could not be read, which are lower than any that could; nil without any.
  private var unread: Phrase? {
    let sets = words.chart.standingInObservedOrder.filter { entry in
      guard case .vitals(let vitals) = entry.content else { return false }
      return vitals.isPressureUnrecordable
    }
    guard !sets.isEmpty else { return nil }
    let times = sets.map { entry in
      words.clock.clock(entry.observed.instant, near: words.file.session.opened.instant)
        + " (#\(entry.number))"
    }
    return Phrase("BP unrecordable \(times.joined(separator: ", "))", .high)
      + ": too low to be read."
  }

  /// A mean pressure is one that was given; the computed ones stand with their sets.
  private func name(_ sign: VitalSign) -> String {
    sign == .meanArterial ? "\(sign.shortName) as given" : sign.shortName
  }

  private func baseline(_ sign: VitalSign) -> Phrase {
    guard let baseline = words.file.assessment.baseline[sign] else { return "missing" }
    if let level = Consciousness(rawValue: baseline.value.sum / 1_000), sign == .consciousness,
      baseline.value.count == 1
    {
      return Phrase(level.letter)
    }
    return Phrase(words.values.baselineCell(baseline.value, of: sign))
  }

  private func cells(_ value: Extremes.Value) -> [Phrase] {
    let sign = value.quantity.sign
    let mark = words.marks[value.entry, sign].map { Phrase($0.sign, .high) } ?? ""
    return [
      Phrase(words.values.cell(value.quantity, mark: value.isVerified ? "" : "?")) + mark,
      Phrase(words.clock.clock(value.observed.instant, near: words.file.session.opened.instant)),
      Phrase(change(value.quantity) ?? "–"),
    ]
  }

  /// Exact, from the unrounded baseline: `+42`, `−3`.
  private func change(_ quantity: Quantity) -> String? {
    let sign = quantity.sign
    guard sign != .consciousness, let baseline = words.file.assessment.baseline[sign]?.value,
      baseline.count > 0
    else { return nil }
    return words.values.change(quantity, from: baseline)
  }
}
