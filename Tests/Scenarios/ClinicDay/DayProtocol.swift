import Foundation
import SessionRecord

/// A protocol as the reckoning reads it: from the same text as the program, with a reader of its own.
struct DayProtocol {
  /// One thing that a complete set has.
  enum Need: Hashable {
    case sign(VitalSign)
    case effect(String)
    case scale(String)
  }

  /// A slot; times are in milliseconds from time zero.
  struct PlannedSlot {
    let minutes: Int
    let tolerance: Int
    let mark: String

    var due: Int { minutes * 60_000 }
    var opens: Int { due - tolerance }
  }

  struct Group {
    let id: String
    let needs: [Need]
    let wantsBaseline: Bool
    let slots: [PlannedSlot]
  }

  /// A rule on a sign: an absolute limit, or so much more than the baseline.
  struct SignRule {
    let sign: VitalSign
    let comparison: String
    /// The limit, or what is added to the baseline, in thousandths.
    let number: Int
    let isChange: Bool
    let priority: String
    let asksForRepeat: Bool
    let clearCount: Int
    let margin: Int
  }

  let name: String
  let drug: String
  let overdueMinutes: Int
  let missedMinutes: Int
  let groups: [Group]
  let signRules: [SignRule]

  init(builtIn name: String) throws {
    let text = try StoryProtocol.text(named: name + ", plain rules")
    let document = try JSONDecoder().decode(Document.self, from: Data(text))
    self.name = name
    drug = document.drug.name
    overdueMinutes = document.schedule.overdue
    missedMinutes = document.schedule.missed
    groups = document.schedule.groups.map { $0.group(tolerance: document.schedule.tolerance) }
    signRules = document.rules.compactMap(\.signRule)
  }
}

/// The parts of a protocol's text that a schedule needs.
private struct Document: Decodable {
  let drug: Drug
  let rules: [Rule]
  let schedule: Schedule

  struct Drug: Decodable { let name: String }

  struct Clearing: Decodable {
    let count: Int
    let margin: Double?
  }

  struct Rule: Decodable {
    let kind: String
    let sign: String?
    let comparison: String?
    let limit: Double?
    let by: Double?
    let priority: String
    let `repeat`: Bool?
    let clear: Clearing?

    var signRule: DayProtocol.SignRule? {
      guard ["limit", "change"].contains(kind), let sign = sign.flatMap({ VitalSign(key: $0) }),
        let comparison, let number = limit ?? by, let clear
      else { return nil }
      return DayProtocol.SignRule(
        sign: sign,
        comparison: comparison,
        number: Int((number * 1_000).rounded()),
        isChange: kind == "change",
        priority: priority,
        asksForRepeat: `repeat` ?? false,
        clearCount: clear.count,
        margin: Int(((clear.margin ?? 0) * 1_000).rounded())
      )
    }
  }

  struct Schedule: Decodable {
    let tolerance: Int
    let overdue: Int
    let missed: Int
    let groups: [Group]
  }

  struct Group: Decodable {
    let id: String
    let signs: [String]?
    let effects: [String]?
    let scales: [String]?
    let baselineSets: Int?
    let slots: [Slots]

    func group(tolerance: Int) -> DayProtocol.Group {
      let needs =
        (signs ?? []).compactMap { VitalSign(key: $0) }.map(DayProtocol.Need.sign)
        + (effects ?? []).map(DayProtocol.Need.effect)
        + (scales ?? []).map(DayProtocol.Need.scale)
      return DayProtocol.Group(
        id: id,
        needs: needs,
        wantsBaseline: (baselineSets ?? 0) > 0,
        slots: slots.flatMap { $0.slots(tolerance: tolerance) }.sorted { $0.minutes < $1.minutes }
      )
    }
  }

  struct Slots: Decodable {
    let at: [Int]?
    let every: Int?
    let from: Int?
    let until: Int?
    let mark: String
    let tolerance: Int?

    func slots(tolerance common: Int) -> [DayProtocol.PlannedSlot] {
      var minutes = at ?? []
      if let every, let from, let until {
        minutes += Array(stride(from: from, through: until, by: every))
      }
      return minutes.map {
        DayProtocol.PlannedSlot(
          minutes: $0,
          tolerance: (tolerance ?? common) * 60_000,
          mark: mark
        )
      }
    }
  }
}
