import SessionRecord
import TestSupport
import Testing

/// Contents of every kind, over every choice that their types allow.
extension SeededGenerator {
  mutating func content(_ kind: EntryKind) throws -> Content {
    switch kind {
    case .opened: .opened(try opening())
    case .vitals: .vitals(try vitals())
    case .effect: .effect(try effect())
    case .dose: .dose(try dose())
    case .infusion: .infusion(try infusion())
    case .check: .check(by: text())
    case .waste: .waste(try waste())
    case .scale:
      .scale(
        ScaleScore(
          scale: text(),
          score: number(-1_000...1_000),
          of: maybe { $0.number(0...100) },
          items: list(0...20) { $0.number(-9...9) },
          remark: maybe { $0.text() }
        )
      )
    case .action: .action(text())
    case .note: .note(text())
    case .mark: .mark(maybe { $0.text() })
    case .deferred: .deferred(deferral())
    case .acknowledgement:
      .acknowledgement(
        Acknowledgement(
          flags: list(0...4) {
            Acknowledgement.Named(
              number: FlagNumber($0.number(1...99)),
              flag: $0.flagIdentity()
            )
          },
          text: text()
        )
      )
    case .verification: .verification(of: entryNumber())
    case .amendment:
      .amendment(
        Amendment(
          of: entryNumber(),
          content: try content(
            pick(EntryKind.allCases.filter { $0 != .amendment && $0 != .void })
          ),
          observed: maybe { $0.stamp() },
          reason: text()
        )
      )
    case .void:
      .void(
        Voiding(of: entryNumber(), reason: chance(50) ? .undone : .because(text()))
      )
    case .closed: .closed
    case .leaving: .leaving(try leaving())
    case .screening: .screening(try screening())
    case .presence: .presence(try presence())
    case .assigned: .assigned(room: text())
    case .review: .review(try review())
    case .addendum: .addendum(text())
    case .followUp: .followUp(try followUp())
    case .course: .course(try courseEvent())
    case .moved: .moved(try move())
    case .clockStep: .clockStep(try clockStep())
    }
  }

  /// Between seconds and days, either way; often just more than what goes without a word.
  mutating func clockStep() throws -> ClockStep {
    let size = chance(30) ? number(2_001...2_100) : number(2_001...400_000_000)
    return try #require(ClockStep(by: TimeSpan(milliseconds: chance(50) ? size : -size)))
  }

  /// Words, other scripts, joined and combining marks, a NUL, nothing.
  mutating func text() -> String {
    let parts = [
      "nausea", " ", "ÄÖß", "e\u{301}", "\u{e9}", "日本", "🧑🏽‍⚕️", "\n", "\u{0}", "'\";--", "10 %",
      "\u{202E}", String(repeating: "x", count: 300),
    ]
    return list(0...4) { $0.pick(parts) }.joined()
  }

  mutating func stamp() -> Stamp {
    Stamp(instant(), offsetMinutes: number(-1_080...1_080))
  }

  mutating func instant() -> Instant {
    Instant(
      milliseconds: chance(80)
        ? number(1_700_000_000_000...1_900_000_000_000)
        : number(-62_135_596_800_000...253_402_300_799_999)
    )
  }

  mutating func entryNumber() -> EntryNumber { EntryNumber(number(1...500)) }

  mutating func flagIdentity() -> FlagIdentity {
    FlagIdentity(
      rule: RuleID(pick(["bp.sys.crit", "hr.high", "effect.crisis", "overdue.bp", ""])),
      cause: flagCause()
    )
  }

  mutating func flagCause() -> FlagCause {
    switch number(1...6) {
    case 1: .slot(minutes: number(0...1_000_000))
    case 2: .baseline
    case 3: .silence
    default: .entry(entryNumber())
    }
  }

  mutating func clinician() throws -> ClinicianCode {
    try ClinicianCode(pick(["KO", "LH", "Müller", "O'Neil", "Đặng", "看護師1"]))
  }

  mutating func digest() -> RecordDigest {
    RecordDigest(bytes: (0..<32).map { _ in UInt8(number(0...255)) }) ?? .zero
  }

  mutating func opening() throws -> Opening {
    Opening(
      patient: try PatientCode(pick(["P-014", "x", "A.b_c-9"])),
      identity: digest(),
      monitoringProtocol: ProtocolReference(
        id: ProtocolID(text()),
        version: text(),
        digest: digest()
      ),
      setting: pick(Setting.allCases),
      zone: pick(["Europe/Berlin", "UTC", "Nowhere/Else"]),
      prescriber: try maybe { try $0.clinician() },
      indication: maybe { $0.text() },
      room: maybe { $0.text() },
      weight: try maybe { try $0.quantity(.weight) },
      spo2Scale: pick(SpO2Scale.allCases)
    )
  }

  mutating func quantity(_ sign: VitalSign) throws -> Quantity {
    if sign == .temperature, chance(30) {
      return try Quantity(fahrenheitTenths: number(800...1_120))
    }
    if sign == .weight, chance(30) { return try Quantity(poundTenths: number(100...8_000)) }
    return try Quantity(sign, thousandths: number(PlausibleRange.possible(sign)))
  }

  mutating func vitals() throws -> Vitals {
    while true {
      var readings: [VitalSign: Reading] = [:]
      for sign in VitalSign.allCases where chance(40) { readings[sign] = try reading(sign) }
      // A set whose pressures contradict each other is refused by its type; draw again.
      let isConfused = readings[.consciousness]?.quantity?.level == .confused
      let vitals = try? Vitals(
        readings,
        isConfusionExpected: isConfused && chance(50),
        remark: maybe { $0.text() }
      )
      if let vitals { return vitals }
    }
  }

  mutating func reading(_ sign: VitalSign) throws -> Reading {
    switch number(1...8) {
    case 1: .notObtained(because: text())
    case 2: .notUsable(written: text())
    case 3: sign == .oxygenFlow ? .roomAir : .unrecordable
    default: .measured(try quantity(sign), verified: chance(70))
    }
  }

  mutating func effect() throws -> SideEffect {
    SideEffect(
      EffectName(pick(["nausea", "headache", "seizure", text()])),
      grade: try maybe {
        $0.chance(50)
          ? .words($0.pick(Severity.allCases)) : try Grade(rating: $0.number(0...10))
      },
      course: maybe { $0.pick(EffectCourse.allCases) },
      distressing: chance(30),
      remark: maybe { $0.text() }
    )
  }

  mutating func amount() throws -> Amount {
    try Amount(thousandths: number(1...1_000_000_000), pick(DoseUnit.allCases))
  }

  mutating func dose() throws -> Dose {
    try Dose(
      drug: text(),
      amount: amount(),
      route: pick(Route.allCases),
      overMinutes: maybe { $0.number(1...1_440) },
      unverified: Set(DoseDoubt.allCases.filter { _ in chance(40) }),
      remark: maybe { $0.text() }
    )
  }

  mutating func infusion() throws -> InfusionEvent {
    switch number(1...7) {
    case 1: .start
    case 2: .pause
    case 3: .resume
    case 4: .rate(try amount(), per: pick(RateUnit.allCases))
    case 5: .stop(given: .amount(try amount()))
    case 6: .stop(given: .notKnown)
    default: .stop(given: .notSaid)
    }
  }

  mutating func deferral() -> Deferral {
    let subject: Deferral.Subject =
      switch number(1...5) {
      case 1: .wholeSet
      case 2: .bloodPressure
      case 3: .sign(pick(VitalSign.allCases))
      case 4: .scale(text())
      default: .effect(EffectName(text()))
      }
    return Deferral(subject, reason: text())
  }
}
