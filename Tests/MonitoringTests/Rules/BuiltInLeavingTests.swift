import Monitoring
import SessionRecord
import Testing

/// The criteria for leaving of the protocols that come with Vigil, against a table by hand.
@Suite struct BuiltInLeavingTests {
  private static let infusion = """
    time | 100 minutes since the start | proposed vigil
    infusion-end | 60 minutes since the infusion | proposed vigil
    \(state)
    cannula-out | answered | proposed vigil
    \(home)
    """

  private static let spray = """
    time | 120 minutes since the start | cited two-hours
    \(state)
    \(home)
    """

  private static let muscle = """
    time | 120 minutes since the start | proposed vigil
    \(state)
    \(home)
    """

  /// The respiratory rate is measured where it is indicated, and SpO2 in the clinic as well.
  private static let inClinic = """
    time | 120 minutes since the start | adapted observer-checks vigil
    \(underTheTongue(withSpO2: false))
    \(home)
    """

  private static let atHome = """
    time | 120 minutes since the start | adapted observer-checks vigil
    \(underTheTongue(withSpO2: true))
    \(home)
    """

  private static func underTheTongue(withSpO2: Bool) -> String {
    state.split(separator: "\n").compactMap { line in
      if line.hasPrefix("respiratory-rate") || (line.hasPrefix("spo2") && !withSpO2) { return nil }
      guard line.hasPrefix("gait") else { return String(line) }
      return "gait | answered | adapted observer-checks vigil"
    }.joined(separator: "\n")
  }

  private static let state = """
    pressure | 2 sets 10 apart, 30 old, systolic 90, mean 65, 20%, under 140/90 | proposed vigil
    heart-rate | heartRate 51 to 110, 30 old | proposed vigil
    respiratory-rate | respiratoryRate 12 to 20, 30 old | proposed vigil
    sedation | moaas 5 to -, 30 old | proposed vigil
    alert | acvpu - to 0, 30 old | proposed vigil
    dissociation | dissociation 1/10, 30 old | proposed vigil
    oriented | answered | proposed vigil
    gait | answered | proposed vigil
    nausea | nausea 3/10, 30 old | proposed vigil
    vomiting | vomiting absent for 30, 30 old | proposed vigil
    spo2 | spo2 94 to -, 30 old, or baseline, on room air | proposed vigil
    no-high-flag | no flag of high | proposed vigil
    no-recent-medicine | 30 without oxygen, midazolam, lorazepam, diazepam, haloperidol, olanzapine, \
    hydroxyzine, diphenhydramine, dimenhydrinate, promethazine, prochlorperazine, droperidol, \
    ketamine, esketamine, arketamine, labetalol, hydralazine, metoprolol, propranolol, clonidine, \
    nifedipine, nitroglycerin, captopril, urapidil | proposed vigil
    """

  private static let home = """
    escort | escort | proposed vigil
    driving | instructions | proposed vigil
    self-harm | answered | proposed vigil
    """

  @Test(arguments: [
    (BuiltInProtocol.ketamineIntravenous, infusion), (.esketamineIntranasal, spray),
    (.ketamineIntramuscular, muscle), (.ketamineSublingual, inClinic), (.ketamineRemote, atHome),
  ])
  func `has the criteria of the table`(builtIn: BuiltInProtocol, table: String) throws {
    let found = try MonitoringProtocol.builtIn(builtIn).leaving.map { criterion in
      let basis = [criterion.basis.standing.rawValue] + criterion.basis.sources
      return "\(criterion.id) | \(words(criterion.requirement)) | \(basis.joined(separator: " "))"
    }
    let expected = table.split(separator: "\n").map(String.init)
    #expect(found.count == expected.count)
    for (line, wanted) in zip(found, expected) { #expect(line == wanted) }
  }

  private func words(_ requirement: LeavingRequirement) -> String {
    switch requirement {
    case .minutesSinceStart(let minutes): "\(minutes) minutes since the start"
    case .minutesSinceInfusion(let minutes): "\(minutes) minutes since the infusion"
    case .pressure(let pressure):
      "2 sets \(pressure.apart.wholeMinutes) apart, \(pressure.noOlderThan.wholeMinutes) old, "
        + "systolic \(decimal(pressure.leastSystolic)), mean \(decimal(pressure.leastMean)), "
        + "\(decimal(pressure.percentOfBaseline))%, "
        + "under \(decimal(pressure.underSystolic))/\(decimal(pressure.underDiastolic))"
    case .value(let value):
      "\(value.sign.key) \(value.atLeast.map(decimal) ?? "-") to "
        + "\(value.atMost.map(decimal) ?? "-"), \(value.noOlderThan.wholeMinutes) old"
        + (value.orBaseline ? ", or baseline" : "") + (value.onRoomAir ? ", on room air" : "")
    case .effect(let effect):
      "\(effect.effect) \(limit(effect.limit)), \(effect.noOlderThan.wholeMinutes) old"
    case .noOpenFlag(let priority): "no flag of \(priority.word)"
    case .noRecent(let recent):
      "\(recent.within.wholeMinutes) without "
        + ((recent.orOxygen ? ["oxygen"] : []) + recent.medicines).joined(separator: ", ")
    case .answered: "answered"
    case .escort: "escort"
    case .instructions: "instructions"
    }
  }

  private func limit(_ limit: SettledEffect.Limit) -> String {
    switch limit {
    case .rating(let most): "\(most)/10"
    case .absentFor(let span): "absent for \(span.wholeMinutes)"
    }
  }

  /// A value that a rule flags after the start meets no criterion on the same sign.
  @Test(arguments: BuiltInProtocol.allCases)
  func `the range of a criterion is inside the protocol's own limits`(
    builtIn: BuiltInProtocol
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    for criterion in found.leaving {
      guard case .value(let value) = criterion.requirement else { continue }
      for rule in found.rules {
        guard case .absolute(let limit) = rule.condition, limit.sign == value.sign,
          rule.window != .beforeStart
        else { continue }
        let broken = BrokenLimit(comparison: limit.comparison, numerator: limit.limit)
        for bound in [value.atLeast, value.atMost].compactMap(\.self) {
          #expect(!broken.isBroken(by: bound), "\(rule.id)")
        }
      }
    }
  }
}
