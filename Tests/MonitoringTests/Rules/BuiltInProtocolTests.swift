import Monitoring
import SessionRecord
import Testing

@Suite struct BuiltInProtocolTests {
  @Test(arguments: BuiltInProtocol.allCases)
  func `has the rules of the table`(builtIn: BuiltInProtocol) throws {
    let rules = try MonitoringProtocol.builtIn(builtIn).rules
    let lines = rules.map { rule in
      [
        rule.id.text, rule.title, rule.priority.word, rule.asksForRepeat ? "repeat" : "-",
        decimal(rule.clearing.margin), rule.isOff ? "off" : rule.isStopCriterion ? "stop" : "",
      ].joined(separator: " | ")
    }
    let expected = BuiltInRuleTable.lines(of: builtIn)
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) { #expect(line == wanted) }
    #expect(rules.allSatisfy { $0.clearing.count == 2 })
  }

  @Test func `flags about the record are those that watch it, the line and the chaperone`() throws {
    for builtIn in BuiltInProtocol.allCases {
      let process = try MonitoringProtocol.builtIn(builtIn).rules.filter(\.isProcess).map(\.id.text)
      let expected =
        switch builtIn {
        case .ketamineIntravenous, .esketamineIntranasal, .ketamineSublingual:
          ["unverified", "dose.high"]
        case .ketamineIntramuscular: ["unverified", "dose.high", "dose.early"]
        case .ketamineRemote:
          [
            "remote.line", "remote.line.long", "remote.chaperone", "remote.chaperone.long", "staff",
            "unverified", "dose.high",
          ]
        }
      #expect(process == expected)
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `limits on SpO2 are for one of its scales each`(builtIn: BuiltInProtocol) throws {
    for rule in try MonitoringProtocol.builtIn(builtIn).rules {
      guard case .absolute(let limit) = rule.condition, limit.sign == .spo2 else {
        #expect(rule.spo2Scale == nil)
        continue
      }
      #expect(rule.spo2Scale == (rule.id.text.hasPrefix("spo2.s2.") ? .two : .one))
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `combinations are those of the reference`(builtIn: BuiltInProtocol) throws {
    let rules = try MonitoringProtocol.builtIn(builtIn).rules
    let found = rules.compactMap { rule in
      if case .combination(let combination) = rule.condition {
        (rule.id.text, combination)
      } else {
        nil
      }
    }
    let conditions = Dictionary(uniqueKeysWithValues: found)
    let headache = EffectSeverity(atLeast: .moderate, only: [.headache])
    #expect(
      conditions["sx.bp"]?.parts == [
        Combination.Part(any: [.severity(headache), .crisis(CrisisWord())]),
        Combination.Part(
          any: [
            .absolute(AbsoluteLimit(.systolic, .atOrOver, limit: 160_000)),
            .change(BaselineChange(.systolic, .atOrOver, .absolute(40_000))),
            .change(BaselineChange(.diastolic, .atOrOver, .absolute(25_000))),
          ]
        ),
      ]
    )
    #expect(conditions["sx.bp"]?.withinMinutes == 15)
    #expect(
      conditions["vomit.sed"]?.parts == [
        Combination.Part(any: [.presence(EffectPresence([EffectName("vomiting")]))]),
        Combination.Part(any: [.absolute(AbsoluteLimit(.moaas, .atOrUnder, limit: 3_000))]),
      ]
    )
    #expect(conditions["vomit.sed"]?.withinMinutes == 15)
    #expect(conditions.count == (builtIn == .ketamineIntramuscular ? 3 : 2))
    guard builtIn == .ketamineIntramuscular else { return }
    #expect(
      conditions["dose.sedated"]?.parts == [
        Combination.Part(any: [.furtherDose(FurtherDose(.always))]),
        Combination.Part(any: [.absolute(AbsoluteLimit(.moaas, .atOrUnder, limit: 4_000))]),
      ]
    )
    #expect(conditions["dose.sedated"]?.withinMinutes == 30)
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
      case .absolute, .derived, .change, .rate, .notFalling, .consciousness, .crisis, .news2,
        .combination:
        #expect(rule.clearing.basis != nil)
      case .severity, .distressing, .presence, .lasting, .scale, .furtherDose, .unattended,
        .unverified:
        #expect(rule.clearing.basis == nil)
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
      + monitoringProtocol.leaving.map(\.basis) + monitoringProtocol.scales.map(\.basis)
      + monitoringProtocol.gates.map(\.basis) + monitoringProtocol.course.map(\.basis)
      + monitoringProtocol.afterCare.map(\.basis)
      + [monitoringProtocol.mostBasis, schedule.basis, monitoringProtocol.news2?.basis]
      .compactMap { $0 }
    #expect(Set(monitoringProtocol.sources.keys) == Set(bases.flatMap(\.sources)))
    #expect(monitoringProtocol.notice.hasPrefix("Not a clinical guideline."))
  }

  @Test func `iv-0.5-40 expects at most 0.5 mg/kg and 5 percent of ketamine into the vein`() throws
  {
    let found = try MonitoringProtocol.builtIn(.ketamineIntravenous)
    #expect(found.id == ProtocolID("iv-0.5-40"))
    #expect(found.version == "4")
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
    #expect(found.version == "4")
    #expect(found.formulary.ownDrug == "esketamine")
    #expect(found.formulary.ownRoute == .intranasal)
    // 84 mg at the least weight that is expected, 35 kg.
    #expect(found.formulary.mostMilligramsPerKilogram == 2_400)
    #expect(found.mostBasis == Basis(.proposed, sources: ["vigil"]))
    #expect(found.formulary.sameClass == ["ketamine", "arketamine"])
  }

  @Test func `im expects ketamine into a muscle, and no more than is commonly quoted`() throws {
    let found = try MonitoringProtocol.builtIn(.ketamineIntramuscular)
    #expect(found.id == ProtocolID("im"))
    #expect(found.formulary.ownDrug == "ketamine")
    #expect(found.formulary.ownRoute == .intramuscular)
    #expect(found.formulary.mostMilligramsPerKilogram == 1_500)
    #expect(found.mostBasis == Basis(.general, sources: ["im-dose-general", "vigil"]))
    #expect(found.settings == [.clinic])
  }

  @Test func `sl-supervised and sl-remote expect ketamine under the tongue, and name no most`()
    throws
  {
    for (builtIn, setting) in [
      (BuiltInProtocol.ketamineSublingual, Setting.clinic), (.ketamineRemote, .telehealth),
    ] {
      let found = try MonitoringProtocol.builtIn(builtIn)
      #expect(found.id.text == builtIn.name)
      #expect(found.formulary.ownDrug == "ketamine")
      #expect(found.formulary.ownRoute == .sublingual)
      #expect(found.formulary.mostMilligramsPerKilogram == nil)
      #expect(found.mostBasis == nil)
      #expect(found.settings == [setting])
      #expect(found.notice.contains("FDA"))
    }
  }

  @Test func `all list the medicines of a session, and no name begins another`() throws {
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
    #expect(
      BuiltInProtocol.names == ["iv-0.5-40", "esketamine-in", "im", "sl-supervised", "sl-remote"]
    )
    #expect(BuiltInProtocol.text(named: "iv-0.5-40") == BuiltInProtocol.ketamineIntravenous.text)
    #expect(BuiltInProtocol.text(named: "iv") == nil)
  }
}
