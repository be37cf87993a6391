import SessionRecord

/// The closed tables of the format: each word has its number for good.
///
/// A number that was released is never changed or used again; docs/record-format.md lists them.
protocol Coded: CaseIterable, Hashable {
  var number: UInt8 { get }
  /// The word of a number; nil where the table has none.
  static func numbered(_ number: some BinaryInteger) -> Self?
}

extension CanonicalWriter {
  mutating func code(_ value: some Coded) { code(value.number) }
}

extension CanonicalReader {
  mutating func code<Value: Coded>(_ table: Value.Type) throws(DamagedBody) -> Value {
    let number = try code()
    guard let value = Value.numbered(number) else { throw DamagedBody() }
    return value
  }
}

extension Coded {
  static func numbered(_ number: some BinaryInteger) -> Self? {
    allCases.first { $0.number == number }
  }
}

extension Coded where Self: RawRepresentable<Int> {
  var number: UInt8 { UInt8(truncatingIfNeeded: rawValue) }

  static func numbered(_ number: some BinaryInteger) -> Self? {
    Int(exactly: number).flatMap(Self.init(rawValue:))
  }
}

extension VitalSign: Coded {}
extension DoseUnit: Coded {}
extension Route: Coded {}
extension DoseDoubt: Coded {}
extension RateUnit: Coded {}
extension Severity: Coded {}
extension EffectCourse: Coded {}
extension Priority: Coded {}
extension SpO2Scale: Coded {}
extension DerivedSign: Coded {}
extension RecordPurpose: Coded {}
extension GateAnswer: Coded {}
extension AnswerSource: Coded {}
extension GateLevel: Coded {}
extension GateDecision.Kind: Coded {}
extension ReviewVerdict: Coded {}
extension LaboratoryTest: Coded {}
extension LaboratoryResult.Finding: Coded {}
extension MedicationConcern.Kind: Coded {}
extension FollowUp.Outcome: Coded {}
extension Move.Direction: Coded {}

extension EntryKind: Coded {
  private static let table = Dictionary(
    allCases.map { ($0.number, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  static func numbered(_ number: some BinaryInteger) -> EntryKind? {
    UInt8(exactly: number).flatMap { table[$0] }
  }

  var number: UInt8 {
    switch self {
    case .opened: 1
    case .vitals: 2
    case .effect: 3
    case .dose: 4
    case .infusion: 5
    case .check: 6
    case .waste: 7
    case .scale: 8
    case .action: 9
    case .note: 10
    case .mark: 11
    case .deferred: 12
    case .acknowledgement: 13
    case .verification: 14
    case .amendment: 15
    case .void: 16
    case .closed: 17
    case .leaving: 18
    case .screening: 19
    case .presence: 20
    case .assigned: 21
    case .review: 22
    case .addendum: 23
    case .followUp: 24
    case .course: 25
    case .moved: 26
    case .clockStep: 27
    }
  }
}

extension Setting: Coded {
  var number: UInt8 {
    switch self {
    case .clinic: 1
    case .telehealth: 2
    }
  }
}

extension Comparison: Coded {
  var number: UInt8 {
    switch self {
    case .atOrOver: 1
    case .over: 2
    case .atOrUnder: 3
    case .under: 4
    }
  }
}

extension Session.State: Coded {
  var number: UInt8 {
    switch self {
    case .open: 1
    case .closed: 2
    case .amended: 3
    case .void: 4
    }
  }
}
