import Monitoring
import SessionRecord

/// A limit as a line of the chart.
struct ChartLimit {
  let sign: VitalSign
  let limit: BrokenLimit

  /// Those that every chart shows (the first that a rising pressure or a falling SpO2 meets, at any time
  /// of the session), and every one that a standing flag broke; each once, by sign and value.
  static func limits(of file: SessionFile) -> [ChartLimit] {
    var found: [ChartLimit] = []
    for (sign, isUpper) in [(VitalSign.systolic, true), (.diastolic, true), (.spo2, false)] {
      let nearest = candidates(sign, isUpper: isUpper, in: file).min {
        isUpper ? $0.isLess(than: $1) : $1.isLess(than: $0)
      }
      if let nearest { found.append(ChartLimit(sign: sign, limit: nearest)) }
    }
    for flag in file.assessment.flags where flag.retractedBy == nil {
      guard case .sign(let sign) = flag.measure, onChart.contains(sign), let limit = flag.limit
      else { continue }
      found.append(ChartLimit(sign: sign, limit: limit))
    }
    var kept: [ChartLimit] = []
    for line in found
    where !kept.contains(where: { $0.sign == line.sign && $0.limit.isSame(as: line.limit) }) {
      kept.append(line)
    }
    return kept.sorted {
      $0.sign == $1.sign ? $0.limit.isLess(than: $1.limit) : $0.sign < $1.sign
    }
  }

  /// The signs that are drawn as points over time.
  static let onChart: Set<VitalSign> = [.systolic, .diastolic, .heartRate, .spo2]

  private static func candidates(
    _ sign: VitalSign,
    isUpper: Bool,
    in file: SessionFile
  ) -> [BrokenLimit] {
    let scale = file.session.opening.spo2Scale
    return file.monitoringProtocol.rules.compactMap { rule in
      guard !rule.isOff, rule.window == .always, rule.spo2Scale.map({ $0 == scale }) ?? true else {
        return nil
      }
      switch rule.condition {
      case .absolute(let absolute)
      where absolute.sign == sign && absolute.comparison.isUpper == isUpper:
        return BrokenLimit(comparison: absolute.comparison, numerator: absolute.limit)
      case .change(let change)
      where change.sign == sign && change.comparison.isUpper == isUpper:
        return file.assessment.baseline[sign].map { change.limit(from: $0.value) }
      case .absolute, .change, .derived, .rate, .notFalling, .consciousness, .crisis, .severity,
        .distressing, .presence, .lasting, .scale, .news2, .combination, .furtherDose, .unattended,
        .unverified:
        return nil
      }
    }
  }
}

extension BrokenLimit {
  /// By value alone, exactly.
  func isLess(than other: BrokenLimit) -> Bool {
    Int128(numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(denominator)
  }

  /// The same line: the same value, broken from the same side, by a value equal to it in both or neither.
  func isSame(as other: BrokenLimit) -> Bool {
    comparison == other.comparison && !isLess(than: other) && !other.isLess(than: self)
  }
}
