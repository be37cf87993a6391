import Monitoring
import SessionRecord

/// What the program found, in the words of an expectation.
struct Facts {
  let file: SessionFile
  let clock: StoryClock

  var assessment: Assessment { file.assessment }

  // MARK: - The session

  /// What is to be said for a statement about the session; it names the signs or effect itself.
  func found(_ statement: Expectation.Statement) -> String {
    switch statement.word {
    case "state": file.session.state.rawValue
    case "time zero": assessment.timeZero.map(clock.text) ?? "none"
    case "no time zero": assessment.timeZero.map(clock.text) ?? ""
    case "entries": "\(file.log.count)"
    case "late": numbers(file.log.filter(\.isLate).map(\.number))
    case "void": numbers(assessment.chart.entries.filter(\.isVoid).map(\.number))
    case "amended":
      numbers(assessment.chart.entries.filter { !$0.amendments.isEmpty }.map(\.number))
    case "verified":
      assessment.chart.entries.compactMap { entry in
        entry.verifiedBy.map { "#\(entry.number) by #\($0)" }
      }.joined(separator: ", ")
    case "unverified": unverified
    case "effect": effect(named: statement.value)
    case "baseline": perSign(statement.value) { baseline($0) }
    case "no baseline":
      perSign(statement.value) { sign in
        assessment.baseline[sign] == nil ? word(sign) : baseline(sign)
      }
    case "highest": perSign(statement.value) { extreme(\.highest, $0) }
    case "lowest": perSign(statement.value) { extreme(\.lowest, $0) }
    case "news2": news2(statement.value)
    default: ofSchedule(statement) ?? ofLeaving(statement) ?? ofDoses(statement) ?? "?"
    }
  }

  /// `systolic 126, pulse 74`: each part is answered with what stands for the sign that it names.
  private func perSign(_ value: String, _ text: (VitalSign) -> String) -> String {
    value.components(by: ",").map { part in
      VitalSign.allCases.first { part == word($0) || part.hasPrefix(word($0) + " ") }
        .map(text) ?? "no such sign: \(part)"
    }.joined(separator: ", ")
  }

  private func baseline(_ sign: VitalSign) -> String {
    guard let baseline = assessment.baseline[sign] else { return "no \(word(sign))" }
    let value = baseline.value
    return "\(word(sign)) \(fraction(value.sum, value.count))"
  }

  private func extreme(
    _ end: KeyPath<Extremes, Extremes.Value>,
    _ sign: VitalSign
  ) -> String {
    guard let value = assessment.extremes[sign]?[keyPath: end] else { return "no \(word(sign))" }
    let doubt = value.isVerified ? "" : "?"
    return "\(word(sign)) \(text(value.quantity))\(doubt) at \(clock.text(value.observed.instant))"
  }

  private var unverified: String {
    assessment.chart.entries.filter { !$0.isVoid && $0.verifiedBy == nil }.compactMap { entry in
      let what: [String] =
        switch entry.content {
        case .vitals(let vitals): vitals.unverified.map(word)
        case .dose(let dose): dose.unverified.sorted().map(\.word)
        default: []
        }
      return what.isEmpty ? nil : "#\(entry.number) \(what.joined(separator: " and "))"
    }.joined(separator: ", ")
  }

  /// `nausea from 13:50, worst moderate at 14:00, gone 14:20`, for each episode of it.
  private func effect(named value: String) -> String {
    let name = value.components(by: " from ")[0]
    return assessment.chart.effectEpisodes.filter { $0.name.text == name }.map { episode in
      var text = "\(name) from \(clock.text(episode.began.instant))"
      if let worst = episode.worst, let at = episode.worstAt {
        text += ", worst \(worst.word) at \(clock.text(at.instant))"
      }
      if episode.distressing { text += ", distressing" }
      return text + (episode.ended.map { ", gone \(clock.text($0.instant))" } ?? ", not gone")
    }.joined(separator: "; ")
  }

  /// `2 without temperature at 13:50`: what rules judge of NEWS2 at the set of that time.
  private func news2(_ value: String) -> String {
    let time = value.components(by: " at ").last ?? ""
    let readings = file.news2Readings.filter { clock.text($0.observed) == time }
    guard let score = readings.last?.score else { return "no set at \(time)" }
    let missing = score.missing.map { word($0.sign) }.joined(separator: ", ")
    return "\(score.counted) \(missing.isEmpty ? "whole" : "without " + missing) at \(time)"
  }

  func numbers(_ numbers: [EntryNumber]) -> String {
    numbers.map { "#\($0)" }.joined(separator: ", ")
  }

  // MARK: - Words

  func text(_ quantity: Quantity) -> String {
    quantity.level?.letter ?? decimal(quantity.thousandths)
  }

  func fraction(_ numerator: Int, _ denominator: Int) -> String {
    numerator.isMultiple(of: denominator)
      ? decimal(numerator / denominator) : "\(decimal(numerator))/\(denominator)"
  }

  private func word(_ sign: VitalSign) -> String {
    switch sign {
    case .systolic: "systolic"
    case .diastolic: "diastolic"
    case .meanArterial: "MAP"
    case .heartRate: "pulse"
    case .spo2: "SpO2"
    case .respiratoryRate: "breathing"
    case .temperature: "temperature"
    case .endTidalCO2: "EtCO2"
    case .oxygenFlow: "oxygen"
    case .weight: "weight"
    case .consciousness: "consciousness"
    case .moaas: "MOAA/S"
    case .rass: "RASS"
    }
  }
}
