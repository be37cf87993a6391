import Monitoring
import SessionRecord

/// A dose at once, or an infusion with its pauses.
struct ChartDose {
  let from: Instant
  /// Nil for a dose at once, and for an infusion that still runs or whose end nothing tells.
  let to: Instant?
  let pauses: [GivenDose.Pause]
  let isInfusion: Bool
  /// Still running, or paused, as of the instant of looking.
  let goesOn: Bool
  /// Of the drug that the protocol is for.
  let isOwnDrug: Bool
  let drug: String
  /// `36 mg IV`, as *label* without the drug; empty where neither amount nor route is known.
  let amount: String
  /// `ketamine 36 mg IV`; what was planned where it is not known what was given, and then it says so.
  let label: String

  init(_ given: GivenDose, in words: SessionWords) {
    from = given.began.instant
    to = given.isInfusion ? given.ended : nil
    pauses = given.pauses
    isInfusion = given.isInfusion
    goesOn = given.given == .running
    isOwnDrug = given.drug == words.file.monitoringProtocol.formulary.ownDrug
    let doses = DoseText(limits: words.values.limits, weight: nil)
    let isPlanned = if case .amount = given.given { false } else { given.planned != nil }
    let doubt = (isPlanned ? " planned" : "") + (given.isUnverified ? "\u{A0}?" : "")
    let route = given.route.map { " \($0.shortWord)" } ?? ""
    let known: String
    if case .amount(let amount) = given.given {
      known = " \(doses.amount(amount))"
    } else if let planned = given.planned {
      known = " \(doses.amount(planned))"
    } else {
      known = ""
    }
    drug = given.drug
    amount = String((known + route + doubt).drop { $0 == " " })
    label = given.drug + known + route + doubt
  }
}

extension Route {
  /// As a chart has room for it: `IV`, `IM`; the others in full, since `SC` and `SL` are misread for each other
  /// (ISMP list of error-prone abbreviations).
  var shortWord: String {
    switch self {
    case .intravenous: "IV"
    case .intramuscular: "IM"
    case .subcutaneous, .intranasal, .sublingual, .oral, .inhaled, .rectal, .transdermal: word
    }
  }
}
