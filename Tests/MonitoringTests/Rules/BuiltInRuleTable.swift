import Foundation
import Monitoring

/// The rules of the protocols that come with Vigil, written down by hand.
enum BuiltInRuleTable {
  /// Id, title, priority, whether it asks for a repeat, margin, the protocols that have it, and a remark.
  ///
  /// *stop*: a stop criterion of the intravenous protocol, and of no other. *off*: in none is it asked.
  static let text = """
    bp.sys.crit | systolic at or over 180 mmHg | medium | repeat | 5 | all | stop
    bp.dia.crit | diastolic at or over 110 mmHg | medium | repeat | 5 | all | stop
    bp.extreme.sys | systolic over 200 mmHg | high | - | 5 | all | stop
    bp.extreme.dia | diastolic over 120 mmHg | high | - | 5 | all | stop
    bp.sys.rise | systolic at or over baseline + 40 mmHg | medium | repeat | 5 | all
    bp.dia.rise | diastolic at or over baseline + 25 mmHg | medium | repeat | 5 | all
    bp.pct.high.mild | systolic over baseline + 20% | low | repeat | 5 | all | off
    bp.pct.high.moderate | systolic over baseline + 40% | medium | repeat | 5 | all | off
    bp.pct.low.mild | systolic under baseline - 20% | low | repeat | 5 | all | off
    bp.pct.low.moderate | systolic under baseline - 40% | medium | repeat | 5 | all | off
    bp.rate | systolic up by 30 mmHg within 13 min | low | - | 5 | all
    bp.notfall | systolic at or over baseline + 20 mmHg, not falling 30 min after the infusion | medium | - | 5 | iv
    bp.notfall | systolic at or over baseline + 20 mmHg, not falling 60 min after the start | medium | - | 5 | in im sl remote
    bp.hold.sys | systolic over 140 mmHg before the start | low | repeat | 5 | all
    bp.hold.dia | diastolic over 90 mmHg before the start | low | repeat | 5 | all
    bp.low.mild | systolic at or under 100 mmHg | low | repeat | 5 | all
    bp.low.severe | systolic at or under 90 mmHg | high | - | 5 | all
    map.high | MAP over 130 mmHg | medium | repeat | 5 | all
    map.low | MAP under 65 mmHg | high | - | 5 | all | stop
    pp.narrow | pulse pressure under 20 mmHg | info | - | 5 | all
    hr.hold | heart rate over 100/min before the start | low | repeat | 5 | sl remote
    hr.high.mild | heart rate at or over 111/min | low | repeat | 5 | all
    hr.high.sustained | heart rate over 120/min, sustained for 5 min | medium | - | 5 | all
    hr.high.severe | heart rate at or over 131/min | high | - | 5 | all
    hr.low.mild | heart rate at or under 50/min | low | repeat | 5 | all
    hr.low.severe | heart rate at or under 40/min | high | - | 5 | all
    hr.rise | heart rate at or over baseline + 30/min | low | repeat | 5 | all
    si | shock index at or over 0.9 | info | - | 0.1 | all
    spo2.low.mild | SpO2 at or under 93% | low | repeat | 1 | all
    spo2.low.severe | SpO2 at or under 91% | high | repeat | 1 | all | stop
    spo2.low.extreme | SpO2 under 90% | high | - | 1 | all | stop
    spo2.s2.low.mild | SpO2 at or under 85% | low | repeat | 1 | all
    spo2.s2.low.severe | SpO2 at or under 83% | high | repeat | 1 | all | stop
    rr.low.mild | respiratory rate at or under 11/min | low | - | 1 | all
    rr.low.severe | respiratory rate at or under 8/min | high | - | 1 | all | stop
    rr.high.moderate | respiratory rate at or over 21/min | medium | - | 1 | all
    rr.high.severe | respiratory rate at or over 25/min | high | - | 1 | all
    temp.low | temperature at or under 35 °C | medium | - | 0.2 | all
    temp.high | temperature at or over 39.1 °C | medium | - | 0.2 | all
    acvpu.c | ACVPU C, V, P or U | low | - | 0 | all
    acvpu.p | ACVPU P or U | high | - | 0 | all
    sed.4 | MOAA/S at or under 4 | info | - | 0 | all
    sed.3 | MOAA/S at or under 3 | low | - | 0 | all
    sed.2 | MOAA/S at or under 2 | medium | - | 0 | all | stop
    sed.1 | MOAA/S at or under 1 | high | - | 0 | all | stop
    sed.late | MOAA/S under 5 from T+117 | medium | - | 0 | all
    agit.2 | RASS at or over +2 | low | - | 0 | all
    agit.3 | RASS at or over +3 | medium | - | 0 | all | stop
    agit.4 | RASS at or over +4 | high | - | 0 | all | stop
    diss.distress | dissociation, distressing | medium | - | 0 | all
    diss.unsafe | unsafe behaviour | high | - | 0 | all
    diss.late | dissociation still at T+123 | medium | - | 0 | all
    sx.distress | any effect but dissociation, distressing | medium | - | 0 | all
    sx.crisis | crisis word, or blood pressure unrecordable | high | - | 0 | all | stop
    sx.bp | headache or a crisis word, with systolic at or over 160 mmHg or a rise from baseline | high | - | 0 | all
    sx.severe | any effect but dissociation, severe | medium | - | 0 | all
    sx.neuro | blurred vision or diplopia or nystagmus or paraesthesia, mild or worse | info | - | 0 | all
    vomit.sed | vomiting with MOAA/S at or under 3 | high | - | 0 | all | stop
    news2.5 | NEWS2 at or over 5 | medium | - | 0 | all
    news2.7 | NEWS2 at or over 7 | high | - | 0 | all
    news2.single | one parameter alone scores 3 of NEWS2 | low | - | 0 | all
    c-ssrs.high | c-ssrs at or over 4 | high | - | 0 | all
    phq-9.item9 | phq-9 item 9 at or over 1 | medium | - | 0 | all
    remote.line | line lost for 2 min | medium | - | 0 | remote
    remote.line.long | line lost for 10 min | high | - | 0 | remote
    remote.chaperone | chaperone away | medium | - | 0 | remote
    remote.chaperone.long | chaperone away for 10 min | high | - | 0 | remote
    staff | nothing entered for 18 min | medium | - | 0 | remote
    unverified | value or dose outside what is expected, until verified | low | - | 0 | all
    dose.high | a further dose while a high flag is open | high | - | 0 | all
    dose.early | a further dose sooner than 25 min after the first | high | - | 0 | im
    dose.sedated | a further administration with MOAA/S at or under 4 | high | - | 0 | im
    """

  /// As the table calls it.
  static func name(of builtIn: BuiltInProtocol) -> String {
    switch builtIn {
    case .ketamineIntravenous: "iv"
    case .esketamineIntranasal: "in"
    case .ketamineIntramuscular: "im"
    case .ketamineSublingual: "sl"
    case .ketamineRemote: "remote"
    }
  }

  /// The lines of one protocol, without the column of protocols.
  static func lines(of builtIn: BuiltInProtocol) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let cells = line.components(separatedBy: " | ")
      let protocols = cells[5].split(separator: " ").map(String.init)
      guard protocols.contains("all") || protocols.contains(name(of: builtIn)) else { return nil }
      let remark = cells.count > 6 ? cells[6] : ""
      let isMeant = remark == "off" || (remark == "stop" && builtIn == .ketamineIntravenous)
      return (cells[..<5] + [isMeant ? remark : ""]).joined(separator: " | ")
    }
  }
}
