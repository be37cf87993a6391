import SessionRecord
import Testing

@testable import RecordStore
import TestSupport

@Suite("Encoding of contents")
struct ContentEncodingTests {
  static let seed: UInt64 = 20_261_124

  @Test(arguments: EntryKind.allCases)
  func `a content of every kind comes back as it was, from the same bytes`(kind: EntryKind) throws {
    let seed = ContentEncodingTests.seed + UInt64(kind.number)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let content = try random.content(kind)
      let body = content.body
      let back = try Content(body: body, kind: kind)
      #expect(back == content, "seed \(seed)")
      #expect(back.body == body, "seed \(seed)")
    }
  }

  @Test func `the order of a dictionary does not show in the bytes`() throws {
    let signs: [VitalSign] = [.systolic, .diastolic, .heartRate, .spo2, .temperature]
    let values = [
      try Quantity(.systolic, 128), try Quantity(.diastolic, 78), try Quantity(.heartRate, 70),
      try Quantity(.spo2, 97), try Quantity(.temperature, thousandths: 36_700),
    ]
    let pairs = Array(zip(signs, values))
    let body = try Content.vitals(
      Vitals(Dictionary(uniqueKeysWithValues: pairs.map { ($0, .measured($1, verified: true)) }))
    ).body
    for shift in 1..<pairs.count {
      // Other capacities and insertion orders give other iteration orders.
      var readings = [VitalSign: Reading](minimumCapacity: shift * 16)
      for (sign, value) in pairs[shift...] + pairs[..<shift] {
        readings[sign] = .measured(value, verified: true)
      }
      #expect(try Content.vitals(Vitals(readings)).body == body)
    }
  }

  @Test func `twenty thousand hostile bodies are refused or say exactly what they hold`() throws {
    let seed = ContentEncodingTests.seed
    var random = SeededGenerator(seed: seed)
    var refused = 0
    for round in 0..<20_000 {
      let kind = random.pick(EntryKind.allCases)
      let body = try hostile(kind, round: round, &random)
      do {
        let content = try Content(body: body, kind: kind)
        #expect(content.body == body, "seed \(seed), round \(round)")
        #expect(content.kind == kind)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 15_000, "seed \(seed): \(refused) refused")
  }

  /// Noise, or a good body that was cut, extended, or changed in one to three bytes.
  private func hostile(
    _ kind: EntryKind,
    round: Int,
    _ random: inout SeededGenerator
  ) throws -> [UInt8] {
    if round % 4 == 0 { return random.list(0...80) { UInt8($0.number(0...255)) } }
    if round % 4 == 1 { return random.list(0...80) { UInt8($0.number(0...8)) } }
    var body = try random.content(kind).body
    guard !body.isEmpty else { return [0] }
    switch random.number(1...3) {
    case 1: body.removeLast(random.number(1...body.count))
    case 2: body += random.list(1...9) { UInt8($0.number(0...255)) }
    default:
      for _ in 0..<random.number(1...3) {
        body[random.number(0...body.count - 1)] = UInt8(random.number(0...255))
      }
    }
    return body
  }

  @Test(arguments: [1, 2, 100_000])
  func `corrections nested in corrections are refused, however deep`(depth: Int) {
    // A level: its entry number, a group of kind and content, no time, an empty reason.
    let head = 9 + 5 + 2
    let tail: [UInt8] = [ValueType.absent, ValueType.text, 0, 0, 0, 0]
    var body: [UInt8] = []
    for level in (1...depth).reversed() {
      let inner = level * (head + tail.count) + head + 2 + tail.count
      let size = UInt32(2 + inner).bigEndian
      body += [ValueType.integer, 0, 0, 0, 0, 0, 0, 0, 1, ValueType.group]
      withUnsafeBytes(of: size) { body += $0 }
      body += [ValueType.code, EntryKind.amendment.number]
    }
    let note: [UInt8] = [ValueType.text, 0, 0, 0, 0]
    body += [ValueType.integer, 0, 0, 0, 0, 0, 0, 0, 1, ValueType.group, 0, 0, 0, 7]
    body += [ValueType.code, EntryKind.note.number] + note
    for _ in 0...depth { body += tail }
    #expect(throws: DamagedBody.self) { try Content(body: body, kind: .amendment) }
  }

  @Test func `readings out of order, twice, or of another sign are refused`() throws {
    let systolic = Reading.measured(try Quantity(.systolic, 128), verified: true)
    let one = Content.vitals(try Vitals([.systolic: systolic])).body
    let reading = one[5..<(one.count - 2)]
    func body(_ readings: [ArraySlice<UInt8>]) -> [UInt8] {
      let items = readings.flatMap { $0 }
      return [ValueType.list, 0, 0, 0, UInt8(items.count)] + items
        + [ValueType.no, ValueType.absent]
    }
    #expect(try Content(body: body([reading]), kind: .vitals).body == one)
    #expect(throws: DamagedBody.self) {
      try Content(body: body([reading, reading]), kind: .vitals)
    }
    var other = reading
    other[other.startIndex + 6] = 2
    #expect(throws: DamagedBody.self) { try Content(body: body([other]), kind: .vitals) }
  }

  @Test(arguments: Consciousness.allCases)
  func `only confusion is expected, whatever the bytes say`(level: Consciousness) throws {
    var body = Content.vitals(
      try Vitals([.consciousness: .measured(Quantity(level), verified: true)])
    ).body
    body[body.count - 2] = ValueType.yes
    let vitals = try? Content(body: body, kind: .vitals)
    #expect((vitals != nil) == (level == .confused))
    #expect(vitals.map(\.body) == (level == .confused ? body : nil))
  }

  @Test func `every number of the format has one word, and keeps it`() {
    #expect(EntryKind.allCases.map(\.number) == Array(1...27))
    #expect(VitalSign.allCases.map(\.number) == Array(1...13))
    #expect(DoseUnit.allCases.map(\.number) == Array(1...7))
    #expect(Route.allCases.map(\.number) == Array(1...9))
    #expect(DoseDoubt.allCases.map(\.number) == Array(1...3))
    #expect(EffectCourse.allCases.map(\.number) == Array(1...5))
    #expect(Severity.allCases.map(\.number) == Array(1...3))
    #expect(RateUnit.allCases.map(\.number) == Array(1...2))
    #expect(Priority.allCases.map(\.number) == Array(1...4))
    #expect(Setting.allCases.map(\.number) == [1, 2])
    #expect(Comparison.allCases.map(\.number) == Array(1...4))
    #expect(SpO2Scale.allCases.map(\.number) == [1, 2])
    #expect(DerivedSign.allCases.map(\.number) == Array(1...3))
    #expect(RecordPurpose.allCases.map(\.number) == Array(1...3))
    #expect(Session.State.allCases.map(\.number) == Array(1...4))
    #expect(GateAnswer.allCases.map(\.number) == Array(1...4))
    #expect(AnswerSource.allCases.map(\.number) == Array(1...3))
    #expect(GateLevel.allCases.map(\.number) == Array(1...4))
    #expect(GateDecision.Kind.allCases.map(\.number) == Array(1...2))
    #expect(ReviewVerdict.allCases.map(\.number) == Array(1...4))
    #expect(LaboratoryTest.allCases.map(\.number) == Array(1...8))
    #expect(LaboratoryResult.Finding.allCases.map(\.number) == Array(1...2))
    #expect(MedicationConcern.Kind.allCases.map(\.number) == Array(1...5))
    #expect(FollowUp.Outcome.allCases.map(\.number) == Array(1...4))
    #expect(Move.Direction.allCases.map(\.number) == Array(1...2))
  }
}
