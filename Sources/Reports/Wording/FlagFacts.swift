import Monitoring
import SessionRecord

/// What a session tells about its flags beyond what they hold themselves: their rules, the scales, what
/// was missing of a NEWS2, what an entry says.
struct FlagFacts {
  private let rules: [RuleID: Rule]
  private let scales: [Scale]
  private let news2: [EntryNumber: NEWS2Reading]
  private let contents: [EntryNumber: Content]
  /// The values that wait to be typed again.
  private let doubtful: [EntryNumber: [VitalSign]]
  private let flags: [FlagNumber: Flag]

  /// Nothing is known but the flag.
  static var none: FlagFacts { FlagFacts(rules: [], scales: []) }

  private init(
    rules: [Rule],
    scales: [ProtocolScale],
    news2: [EntryNumber: NEWS2Reading] = [:],
    contents: [EntryNumber: Content] = [:],
    doubtful: [EntryNumber: [VitalSign]] = [:],
    flags: [Flag] = []
  ) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.scales = scales.map(\.scale)
    self.news2 = news2
    self.contents = contents
    self.doubtful = doubtful
    self.flags = Dictionary(flags.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  init(_ monitoringProtocol: MonitoringProtocol) {
    self.init(rules: monitoringProtocol.rules, scales: monitoringProtocol.scales)
  }

  init(_ file: SessionFile, news2: [NEWS2Reading]) {
    self.init(
      rules: file.monitoringProtocol.rules,
      scales: file.monitoringProtocol.scales,
      news2: Dictionary(news2.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first }),
      contents: Dictionary(
        file.assessment.chart.entries.map { ($0.number, $0.content) },
        uniquingKeysWith: { first, _ in first }
      ),
      doubtful: FlagFacts.doubtful(file.assessment.chart),
      flags: file.assessment.flags
    )
  }

  private static func doubtful(_ chart: Chart) -> [EntryNumber: [VitalSign]] {
    var found: [EntryNumber: [VitalSign]] = [:]
    for entry in chart.entries where entry.verifiedBy == nil {
      guard case .vitals(let vitals) = entry.content, !vitals.unverified.isEmpty else { continue }
      found[entry.number] = vitals.unverified
    }
    return found
  }

  /// Whether a value waits to be verified; of a session that is not at hand nothing is known.
  func isDoubtful(_ sign: VitalSign, at entry: EntryNumber) -> Bool {
    doubtful[entry]?.contains(sign) ?? false
  }

  func scale(_ name: String) -> Scale? { scales.scale(named: name) }

  func news2(at entry: EntryNumber) -> NEWS2Reading? { news2[entry] }

  /// What a flag of the session is called; nil where the session is not at hand.
  func title(of number: FlagNumber) -> String? {
    flags[number].map { FlagText.title(of: $0, facts: self) }
  }

  /// What an entry says as it stands; nil where the session is not at hand.
  func content(of entry: EntryNumber) -> Content? { contents[entry] }

  /// What a flag's rule says of a scale; nil where it is none, or not at hand.
  func scaleLimit(of flag: Flag) -> ScaleLimit? {
    if case .scale(let limit)? = rules[flag.identity.rule]?.condition { limit } else { nil }
  }
}
