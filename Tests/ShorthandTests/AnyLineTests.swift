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

extension Content {
  /// Whether its own initialisers make the same value again, with no text empty.
  fileprivate var isMadeAgain: Bool {
    get throws {
      switch self {
      case .vitals(let vitals): try vitals.isMadeAgain
      case .effect(let effect):
        if case .rating(let rating)? = effect.grade {
          try Grade(rating: rating) == effect.grade && effect.remark != ""
        } else {
          effect.remark != ""
            && !(effect.name.isCircumstance && (effect.grade != nil || effect.distressing))
        }
      case .dose(let dose):
        try dose
          == Dose(
            drug: dose.drug,
            amount: Amount(thousandths: dose.amount.thousandths, dose.amount.unit),
            route: dose.route,
            overMinutes: dose.overMinutes,
            remark: dose.remark
          )
          && !dose.drug.isEmpty && dose.unverified.isEmpty && dose.remark != ""
      case .infusion(.rate(let amount, _)), .infusion(.stop(.amount(let amount))):
        try amount == Amount(thousandths: amount.thousandths, amount.unit)
      case .waste(let waste):
        try waste.amount == Amount(thousandths: waste.amount.thousandths, waste.amount.unit)
          && (waste.witness.map { try ClinicianCode($0).text == waste.witness } ?? true)
      case .infusion: true
      case .check(let by): try ClinicianCode(by).text == by
      case .scale(let score): score.isMadeAgain
      case .action(let text), .note(let text): !text.isEmpty
      case .mark(let text): text != ""
      case .deferred(let deferral): !deferral.reason.isEmpty && deferral.subject != .scale("")
      case .presence(.arrives(_, let role)): role != ""
      case .presence(.leaves): true
      case .presence(.handover(let handover)):
        handover == Handover(to: handover.to, remark: handover.remark) && handover.remark != ""
      case .assigned(let room): !room.isEmpty && room.lowercased() != "air" && line() != nil
      case .opened, .acknowledgement, .verification, .amendment, .void, .closed, .leaving,
        .screening, .review, .addendum, .followUp, .course, .moved:
        false
      }
    }
  }
}

extension Vitals {
  fileprivate var isMadeAgain: Bool {
    get throws {
      for reading in readings.values {
        switch reading {
        case .measured(let quantity, let verified):
          let again = try Quantity(
            quantity.sign,
            thousandths: quantity.thousandths,
            entered: quantity.entered
          )
          guard again == quantity, verified else { return false }
        case .notObtained(let reason):
          guard !reason.isEmpty else { return false }
        case .notUsable: return false
        case .unrecordable, .roomAir: break
        }
      }
      return try Vitals(readings, isConfusionExpected: isConfusionExpected, remark: remark) == self
        && remark != ""
    }
  }
}

extension ScaleScore {
  /// Whether it is in the range of its scale, and the score of its items where it has any.
  fileprivate var isMadeAgain: Bool {
    let name = scale.hasPrefix("nrs-") ? "nrs" : scale
    guard let listed = SampleScales.all.first(where: { $0.name == name }), listed.sign == nil,
      listed.range.contains(score), of == nil || of == listed.range.upperBound, remark != ""
    else { return false }
    return items.isEmpty
      ? listed.scoring == .total : of == nil && listed.score(of: items) == score
  }
}
