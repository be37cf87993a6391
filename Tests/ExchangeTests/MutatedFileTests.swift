import SessionRecord
import Testing

@testable import Exchange
import TestSupport

@Suite struct MutatedFileTests {
  private static let whole = """
    time,systolic,diastolic,map,heart_rate,spo2,respiratory_rate,temperature,effect,severity,note
    2026-11-19T14:05:00+01:00,148,92,111,90,96,14,36.6,nausea,mild,"one, ""two"", three"
    14:10,152,94,,92,97,,,,,
    14:15,0,0,0,0,0,0,0,headache,7/10,
    14:20,,,,,,,,,,=1+1

    """
  private static let pieces: [[UInt8]] = [
    [0x00], [0xFF], [0xC3], [0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x2D], [0x2E],
    Array("99999999999999999999".utf8), Array("2026-13-40T99:99:99+99:99".utf8),
    Array("１２".utf8), Array("🤢".utf8), Array("time".utf8), [0xEF, 0xBB, 0xBF], [0xE2, 0x80],
  ]

  private func mutated(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        bytes.insert(
          contentsOf: MutatedFileTests.pieces.randomElement(using: &random) ?? [],
          at: place
        )
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: for changed in place..<end { bytes[changed] = .random(in: 0...255, using: &random) }
      default: bytes.removeSubrange(place...)
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }

  /// Reading gives rows whose contents are whole, or a refusal that says a line of the file.
  @Test func `reads or refuses whatever a file has become, and never fails`() throws {
    var random = SeededGenerator()
    var read = 0
    var refused = 0
    for _ in 0..<4_000 {
      let bytes = mutated(Array(MutatedFileTests.whole.utf8), using: &random)
      let lines = bytes.count { $0 == 0x0A } + 1
      do {
        let rows = try Table(bytes: bytes).rows
        read += 1
        #expect(!rows.isEmpty && rows.allSatisfy { !$0.contents.isEmpty }, "seed \(random.seed)")
        #expect(rows.map(\.line) == rows.map(\.line).sorted(), "seed \(random.seed)")
        #expect(rows.allSatisfy { (1...lines).contains($0.line) }, "seed \(random.seed)")
        try expectPossible(rows, seed: random.seed)
      } catch let refusal as ImportRefusal {
        refused += 1
        #expect(refusal.problem.hasSuffix("Nothing was imported."), "seed \(random.seed)")
        if case .lines(_, let bad) = refusal {
          #expect(
            !bad.isEmpty && bad.allSatisfy { (1...lines).contains($0.number) },
            "seed \(random.seed)"
          )
        }
      }
    }
    // Both happen, or the mutations are too wild, or too tame, to show anything.
    #expect(read > 100 && refused > 100, "seed \(random.seed): \(read) read, \(refused) refused")
  }

  private func expectPossible(_ rows: [ObservedRow], seed: UInt64) throws {
    let now = try #require(Table.now)
    for row in rows {
      #expect(row.observed.instant <= now, "seed \(seed)")
      for case .vitals(let vitals) in row.contents {
        for sign in vitals.signs {
          guard let quantity = vitals.value(sign) else { continue }
          #expect(
            PlausibleRange.possible(sign).contains(quantity.thousandths),
            "seed \(seed)"
          )
          let failsAtZero: Set<VitalSign> = [
            .systolic, .diastolic, .meanArterial, .heartRate, .spo2,
          ]
          #expect(quantity.thousandths != 0 || !failsAtZero.contains(sign), "seed \(seed)")
        }
      }
    }
  }

  /// A change of one row changes that row alone, or refuses the file: no row slips into another.
  @Test func `keeps every other row as it was`() throws {
    var random = SeededGenerator()
    let lines = MutatedFileTests.whole.split(separator: "\n").map(String.init)
    let original = try Table(lines.joined(separator: "\n")).rows
    let values = ["", "0", "120", "-5", "x", "36.6", "nausea", "14:05", "25:00", "\"q\"", "mild"]
    for _ in 0..<2_000 {
      let place = Int.random(in: 2..<lines.count, using: &random)
      var fields = lines[place].split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      fields[Int.random(in: 0..<fields.count, using: &random)] =
        values.randomElement(using: &random) ?? ""
      var changed = lines
      changed[place] = fields.joined(separator: ",")
      guard let rows = try? Table(changed.joined(separator: "\n")).rows else { continue }
      #expect(
        rows.filter { $0.line != place + 1 } == original.filter { $0.line != place + 1 },
        "seed \(random.seed)"
      )
    }
  }
}
