import Monitoring
import SessionRecord
import Testing

/// The sample with a hostile text in every place where a person or another system can write one.
enum HostileSession {
  /// Clears a screen, rings, opens a link, turns letters round, hides, breaks lines, is a formula.
  static let text =
    "=1+1\u{1B}[2J\u{1B}]8;;http://x\u{7}\u{9B}31m\u{202E}evil\u{2066}\u{200B}\u{FEFF}\nSESSION CLOSED\r\u{2028}\u{85}\u{E0041},\"quoted\" 中文字 "
    + String(repeating: "w", count: 90)

  /// The same with another text.
  static func made(_ text: String = HostileSession.text) throws -> SampleSession {
    var sample = try SampleSession()
    sample.identity = try Identity(
      name: text,
      birthDate: "1984-03-12",
      medicalRecordNumber: text,
      allergies: text
    )
    sample.indication = text
    sample.room = text
    var log = sample.log
    try log.add("15:34", .note(text))
    try log.add("15:34", .action(text))
    try log.add("15:34", .mark(text))
    try log.add("15:34", .check(by: text))
    try log.add("15:34", .scale(ScaleScore(scale: text, score: 3, of: 10, remark: text)))
    try log.add(
      "15:34",
      .effect(SideEffect(EffectName(text), grade: .words(.mild), remark: text))
    )
    try log.add(
      "15:34",
      .dose(
        try Dose(
          drug: text,
          amount: try Amount(thousandths: 4_000, .milligram),
          route: .oral,
          unverified: [.drug],
          remark: text
        )
      )
    )
    try log.add("15:34", .deferred(Deferral(.effect(EffectName(text)), reason: text)))
    try log.add(
      "15:34",
      try vitals(
        [.heartRate: 70],
        others: [.spo2: .notUsable(written: text), .temperature: .notObtained(because: text)],
        remark: text
      ),
      source: .device(text)
    )
    try log.add("15:34", .note("imported"), source: .imported(document: text))
    let last = EntryNumber(log.entries.count)
    try log.add(
      "15:35",
      .amendment(Amendment(of: last, content: .note(text), observed: nil, reason: text))
    )
    try log.add("15:35", .void(Voiding(of: EntryNumber(27), reason: .because(text))))
    try log.add("15:35", .acknowledgement(Acknowledgement(flags: [], text: text)))
    sample.log = log
    let pain = sample.flags[3]
    sample.flags[3] = Flag(
      identity: FlagIdentity(rule: RuleID(text), cause: pain.identity.cause),
      number: pain.number,
      measure: .effect(EffectName(text)),
      title: text,
      isProcess: false,
      protocolPriority: .high,
      priority: .high,
      limit: nil,
      readings: pain.readings,
      peak: pain.peak,
      raised: pain.raised,
      known: pain.known,
      state: pain.state,
      confirmed: pain.confirmed,
      backInside: nil,
      acknowledgements: [
        FlagAcknowledgement(
          entry: EntryNumber(15),
          at: pain.raised,
          by: try ClinicianCode("LH"),
          text: text,
          covering: false
        )
      ],
      retractedBy: nil
    )
    return sample
  }
}
