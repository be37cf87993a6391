import Monitoring
import SessionRecord

/// A usable value of a sign.
struct ReferenceValue {
  let entry: EntryNumber
  let observed: Stamp
  let quantity: Quantity
  let isVerified: Bool

  var instant: Instant { observed.instant }
}

/// A prefix of the log, read under a protocol as of an instant.
final class ReferenceView {
  let entries: [ReferenceEntry]
  let standing: [ReferenceEntry]

  /// Whether the confusion of an entry was typed as expected.
  func isConfusionExpected(at number: EntryNumber) -> Bool {
    standing.contains { entry in
      guard entry.number == number, case .vitals(let vitals) = entry.content else { return false }
      return vitals.isConfusionExpected
    }
  }

  /// When each correction and withdrawal was observed.
  let corrected: [Instant]
  let monitoringProtocol: MonitoringProtocol
  let asOf: Instant
  /// Up to when time alone does anything: asOf, or the closing before it.
  let clock: Instant
  let mistake: Mistake?
  private(set) var timeZero: Instant?
  private(set) var baseline: [VitalSign: Baseline] = [:]
  private(set) var fills: [ReferenceFill] = []

  init(
    _ prefix: [Entry],
    under monitoringProtocol: MonitoringProtocol,
    asOf: Instant,
    mistake: Mistake?
  ) {
    let chart = ReferenceChart(log: prefix, mistake: mistake)
    entries = chart.entries
    standing = chart.standing
    corrected = prefix.filter { [.amendment, .void].contains($0.content.kind) }
      .map(\.observed.instant)
    self.monitoringProtocol = monitoringProtocol
    self.mistake = mistake
    self.asOf = asOf
    if let closing = chart.closing, mistake != .closingFixesNothing {
      clock = min(asOf, closing.closedAt(mistake))
    } else {
      clock = asOf
    }
    timeZero = startOfDose
    baseline = baselineBySign
    fills = fillsInOrder
  }

  /// When the session was opened, as it stands.
  var opening: Instant? {
    guard let first = entries.first, first.content.kind == .opened else { return nil }
    return (mistake == .openingAsItWas ? first.original.observed : first.observed).instant
  }

  /// The scale that SpO2 is read on, as the opening stands.
  var spo2Scale: SpO2Scale {
    guard let first = entries.first else { return .one }
    let content = mistake == .scaleOfOpeningAsItWas ? first.original.content : first.content
    return if case .opened(let opening) = content { opening.spo2Scale } else { .one }
  }

  /// Sentence 5.
  private var startOfDose: Instant? {
    var atOnce: [ReferenceEntry] = []
    var overTime: [ReferenceEntry] = []
    for entry in standing {
      switch entry.content {
      case .infusion(.start): atOnce.append(entry)
      case .dose(let dose) where dose.drug == monitoringProtocol.formulary.ownDrug:
        if dose.overMinutes == nil || mistake == .timeZeroIsFirstOwnDose {
          atOnce.append(entry)
        } else {
          overTime.append(entry)
        }
      default: break
      }
    }
    let starts = atOnce.isEmpty ? overTime : atOnce
    if mistake == .timeZeroIsFirstTyped {
      return starts.min { $0.number < $1.number }?.observed.instant
    }
    return starts.map(\.observed.instant).min()
  }

  /// The usable values of a sign by observed time, then entry number.
  func values(of sign: VitalSign) -> [ReferenceValue] {
    standing.compactMap { entry in
      guard case .vitals(let vitals) = entry.content,
        case .measured(let quantity, let verified)? = vitals.readings[sign]
      else { return nil }
      return ReferenceValue(
        entry: entry.number,
        observed: entry.observed,
        quantity: quantity,
        isVerified: verified || (entry.verifiedBy != nil && mistake != .verificationIgnored)
      )
    }
  }

  /// The highest and lowest usable value of each sign, the first of equals.
  var extremes: [VitalSign: Extremes] {
    var extremes: [VitalSign: Extremes] = [:]
    for sign in VitalSign.allCases {
      let values = values(of: sign).filter { $0.isVerified || mistake != .extremeIsVerified }
      let isLast = mistake == .extremeIsLastOfEquals
      guard var highest = values.first, var lowest = values.first else { continue }
      for value in values {
        let above = value.quantity.thousandths - highest.quantity.thousandths
        if above > 0 || (above == 0 && isLast) { highest = value }
        let below = lowest.quantity.thousandths - value.quantity.thousandths
        if below > 0 || (below == 0 && isLast) { lowest = value }
      }
      extremes[sign] = Extremes(highest: extreme(highest), lowest: extreme(lowest))
    }
    return extremes
  }

  private func extreme(_ value: ReferenceValue) -> Extremes.Value {
    Extremes.Value(
      entry: value.entry,
      observed: value.observed,
      quantity: value.quantity,
      isVerified: value.isVerified
    )
  }
}
