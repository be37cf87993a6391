import Monitoring
import SessionRecord
import Testing

@Suite struct BuiltInProtocolTests {
  /// Written down by hand: id, title, priority, whether it asks for a repeat, margin.
  private static let table = """
    bp.sys.crit | systolic at or over 180 mmHg | medium | repeat | 5
    bp.dia.crit | diastolic at or over 110 mmHg | medium | repeat | 5
    bp.extreme.sys | systolic over 200 mmHg | high | - | 5
    bp.extreme.dia | diastolic over 120 mmHg | high | - | 5
    bp.sys.rise | systolic at or over baseline + 40 mmHg | medium | repeat | 5
    bp.dia.rise | diastolic at or over baseline + 25 mmHg | medium | repeat | 5
    bp.low.mild | systolic at or under 100 mmHg | low | repeat | 5
    bp.low.severe | systolic at or under 90 mmHg | high | - | 5
    hr.high.mild | heart rate at or over 111/min | low | repeat | 5
    hr.high.severe | heart rate at or over 131/min | high | - | 5
    hr.low.mild | heart rate at or under 50/min | low | repeat | 5
    hr.low.severe | heart rate at or under 40/min | high | - | 5
    hr.rise | heart rate at or over baseline + 30/min | low | repeat | 5
    spo2.low.mild | SpO2 at or under 93% | low | repeat | 1
    spo2.low.severe | SpO2 at or under 91% | high | repeat | 1
    spo2.low.extreme | SpO2 under 90% | high | - | 1
    rr.low.mild | respiratory rate at or under 11/min | low | - | 1
    rr.low.severe | respiratory rate at or under 8/min | high | - | 1
    rr.high.moderate | respiratory rate at or over 21/min | medium | - | 1
    rr.high.severe | respiratory rate at or over 25/min | high | - | 1
    temp.low | temperature at or under 35 °C | medium | - | 0.2
    temp.high | temperature at or over 39.1 °C | medium | - | 0.2
    acvpu.c | ACVPU C, V, P or U | low | - | 0
    acvpu.p | ACVPU P or U | high | - | 0
    sed.4 | MOAA/S at or under 4 | info | - | 0
    sed.3 | MOAA/S at or under 3 | low | - | 0
    sed.2 | MOAA/S at or under 2 | medium | - | 0
    sed.1 | MOAA/S at or under 1 | high | - | 0
    agit.2 | RASS at or over +2 | low | - | 0
    agit.3 | RASS at or over +3 | medium | - | 0
    agit.4 | RASS at or over +4 | high | - | 0
    diss.distress | dissociation, distressing | medium | - | 0
    sx.distress | any effect but dissociation, distressing | medium | - | 0
    sx.crisis | crisis word, or blood pressure unrecordable | high | - | 0
    sx.severe | any effect but dissociation, severe | medium | - | 0
    sx.neuro | blurred vision or diplopia or nystagmus or paraesthesia, mild or worse | info | - | 0
    unverified | value or dose outside what is expected, until verified | low | - | 0
    """

  @Test(arguments: BuiltInProtocol.allCases)
  func `has the rules of the table`(builtIn: BuiltInProtocol) throws {
    let rules = try MonitoringProtocol.builtIn(builtIn).rules
    let lines = rules.map { rule in
      [
        rule.id.text, rule.title, rule.priority.word, rule.asksForRepeat ? "repeat" : "-",
        decimal(rule.clearing.margin),
      ].joined(separator: " | ")
    }
    #expect(lines.joined(separator: "\n") == Self.table)
    #expect(rules.allSatisfy { $0.clearing.count == 2 })
    #expect(rules.filter(\.isProcess).map(\.id.text) == ["unverified"])
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `says on what each number stands`(builtIn: BuiltInProtocol) throws {
    let monitoringProtocol = try MonitoringProtocol.builtIn(builtIn)
    for rule in monitoringProtocol.rules {
      #expect(!rule.sources.isEmpty)
      #expect(rule.sources.allSatisfy { monitoringProtocol.sources[$0] != nil })
      // Every priority is Vigil's own proposal, and says so.
      #expect(rule.sources.contains("vigil"))
      #expect(rule.standing != .clinic)
      #expect(rule.text.isEmpty)
      // Margins and counts are Vigil's own, whatever the limit stands on.
      #expect(rule.clearing.basis.map { $0 == Basis(.proposed, sources: ["vigil"]) } ?? true)
      switch rule.condition {
      case .absolute, .change, .consciousness, .crisis: #expect(rule.clearing.basis != nil)
      case .severity, .distressing, .unverified: #expect(rule.clearing.basis == nil)
      }
    }
    let schedule = monitoringProtocol.schedule
    // Times, groups and their priorities are Vigil's own; only single slots were seen elsewhere.
    #expect(schedule.basis == Basis(.proposed, sources: ["vigil"]))
    #expect(schedule.groups.allSatisfy { $0.basis == Basis(.proposed, sources: ["vigil"]) })
    let slots = schedule.groups.flatMap(\.slots)
    for slot in slots where slot.basis.standing != .cited {
      #expect(slot.basis.sources.contains("vigil"))
    }
    // A tolerance of a block's own is Vigil's, whatever its minutes stand on.
    for slot in slots where slot.tolerance != .minutes(3) {
      #expect(slot.basis.sources.contains("vigil"))
    }
    let bases =
      monitoringProtocol.rules.map(\.basis) + slots.map(\.basis)
      + monitoringProtocol.leaving.map(\.basis)
      + [monitoringProtocol.mostBasis, schedule.basis].compactMap { $0 }
    #expect(Set(monitoringProtocol.sources.keys) == Set(bases.flatMap(\.sources)))
    #expect(monitoringProtocol.notice.hasPrefix("Not a clinical guideline."))
  }

  @Test func `iv-0.5-40 expects at most 0.5 mg/kg and 5 percent of ketamine into the vein`() throws
  {
    let found = try MonitoringProtocol.builtIn(.ketamineIntravenous)
    #expect(found.id == ProtocolID("iv-0.5-40"))
    #expect(found.version == "2")
    #expect(found.formulary.ownDrug == "ketamine")
    #expect(found.formulary.ownRoute == .intravenous)
    #expect(found.formulary.mostMilligramsPerKilogram == 525)
    #expect(found.mostBasis == Basis(.proposed, sources: ["infusion-studies", "vigil"]))
    #expect(found.formulary.sameClass == ["esketamine", "arketamine"])
    #expect(found.baseline == .lastBeforeDose)
    #expect(found.settings == [.clinic])
  }

  @Test func `esketamine-in expects esketamine into the nose, and no more than 2.4 mg/kg`() throws {
    let found = try MonitoringProtocol.builtIn(.esketamineIntranasal)
    #expect(found.id == ProtocolID("esketamine-in"))
    #expect(found.version == "2")
    #expect(found.formulary.ownDrug == "esketamine")
    #expect(found.formulary.ownRoute == .intranasal)
    // 84 mg at the least weight that is expected, 35 kg.
    #expect(found.formulary.mostMilligramsPerKilogram == 2_400)
    #expect(found.mostBasis == Basis(.proposed, sources: ["vigil"]))
    #expect(found.formulary.sameClass == ["ketamine", "arketamine"])
  }

  @Test func `both list the medicines of a session, and no name begins another`() throws {
    for builtIn in BuiltInProtocol.allCases {
      let medicines = try MonitoringProtocol.builtIn(builtIn).formulary.medicines
      let needed = [
        "ketamine", "esketamine", "arketamine", "ondansetron", "labetalol", "hydralazine",
        "midazolam", "lorazepam", "metoclopramide", "propranolol", "clonidine", "glycopyrrolate",
        "naloxone", "paracetamol", "ibuprofen",
      ]
      #expect(needed.filter { !medicines.contains($0) } == [])
      // A word that begins a listed name is refused as an abbreviation.
      for name in medicines {
        #expect(medicines.filter { $0 != name && $0.hasPrefix(name) } == [])
      }
    }
  }

  @Test func `are found by name, and only by their whole name`() {
    #expect(BuiltInProtocol.names == ["iv-0.5-40", "esketamine-in"])
    #expect(BuiltInProtocol.text(named: "iv-0.5-40") == BuiltInProtocol.ketamineIntravenous.text)
    #expect(BuiltInProtocol.text(named: "iv") == nil)
  }
}
