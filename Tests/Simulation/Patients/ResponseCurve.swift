import Foundation
import SessionRecord

/// How much of a patient's rise has come, minute by minute after the start: 0 before it, 1 at its peak.
///
/// The shapes are a suggestion for this simulator; no publication claims
/// them. Sublingual begins ten minutes later than intranasal.
enum ResponseCurve: CaseIterable {
  case intravenous
  case intramuscular
  case intranasal
  case sublingual

  /// Nil for a route that no protocol here has.
  init?(_ route: Route) {
    switch route {
    case .intravenous: self = .intravenous
    case .intramuscular, .subcutaneous: self = .intramuscular
    case .intranasal: self = .intranasal
    case .sublingual, .oral: self = .sublingual
    case .inhaled, .rectal, .transdermal: return nil
    }
  }

  func share(at minute: Double) -> Double {
    switch self {
    case .intravenous:
      minute <= 0 ? 0 : minute <= 40 ? minute / 40 : exp(-(minute - 40) / 25)
    case .intramuscular: ResponseCurve.absorbed(minute, peak: 20)
    case .intranasal: ResponseCurve.absorbed(minute, peak: 40)
    case .sublingual: ResponseCurve.absorbed(minute - 10, peak: 40)
    }
  }

  /// When the whole rise is there.
  var peak: Double {
    switch self {
    case .intravenous, .intranasal: 40
    case .intramuscular: 20
    case .sublingual: 50
    }
  }

  private static func absorbed(_ minute: Double, peak: Double) -> Double {
    minute <= 0 ? 0 : minute / peak * exp(1 - minute / peak)
  }
}
