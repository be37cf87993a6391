import SessionRecord
import Shorthand
import TestSupport
import Testing

@Suite struct AnyLineTests {
  @Test func `answers any line, and stores only what its own values allow`() throws {
    let bedside = try Bedside()
    let table =
      try EntryLinesTable().rows.map(\.line) + EntryLinesTable("own-lines.jsonl").rows.map(\.line)
      + RefusalsTable().rows.map(\.line)
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var stored = 0
    for _ in 0..<20_000 {
      let line = AnyLineTests.mutated(generator.pick(table), like: table, using: &generator)
      do {
        switch try bedside.read(line) {
        case .entry(let content, let observed, _), .fix(_, let content?, let observed, _):
          stored += 1
          #expect(try content.isMadeAgain, "“\(line)” is \(content) (seed \(seed))")
          if let observed {
            let age = bedside.context.now - observed.instant
            #expect(
              (.seconds(0)...(.hours(12))).contains(age),
              "“\(line)” (seed \(seed))"
            )
          }
        case .acknowledge, .fix, .void, .undo: stored += 1
        }
      } catch let refusal as LineRefusal {
        #expect(!refusal.problem.isEmpty && refusal.remedy?.isEmpty == false, "“\(line)”")
      }
    }
    // Otherwise the lines were too wild to try anything.
    #expect((1_000...15_000).contains(stored), "\(stored) stored (seed \(seed))")
  }

  private static func mutated(
    _ line: String,
    like lines: [String],
    using generator: inout SeededGenerator
  ) -> String {
    var characters = Array(line)
    let strange = Array(
      "0123456789/-.,:@#%()=+ABCPUVaxp'’ −８٣é\u{0}\u{1B}\u{202E}\u{301}\u{A0}🙂"
    )
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let place = Int.random(in: 0...characters.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: characters.insert(generator.pick(strange), at: place)
      case 1 where place < characters.count: characters.remove(at: place)
      case 2 where place < characters.count: characters[place] = generator.pick(strange)
      case 3: characters.insert(contentsOf: Array(generator.pick(lines)), at: place)
      default:
        var words = String(characters).split(separator: " ")
        words.shuffle(using: &generator)
        characters = Array(words.joined(separator: " "))
      }
    }
    return String(characters)
  }
}
