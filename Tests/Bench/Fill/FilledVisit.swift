import Monitoring
import SessionRecord
import TestSupport

/// What is seen and done in one session, minute by minute, from a seed.
///
/// Pressure rises to minute 40 and falls again, as published series have it; a set has three to six
/// signs, and together they have as many readings as were asked for. Forty are the sets that
/// `iv-0.5-40` asks for.
struct FilledVisit {
  struct Moment {
    /// Minutes from the dose.
    let minute: Int
    let contents: [Content]
  }

  /// Signs of the sets in turn.
  private static let sizes = [6, 4, 3, 3, 3, 6, 3, 3, 3, 3, 3]
  /// From before the dose to leaving; a longer session goes on every five minutes.
  private static let minutes = [-10, -4, 10, 20, 30, 40, 55, 70, 85, 100, 120]

  /// In order.
  let moments: [Moment]

  init(readings: Int, seed: UInt64, under terms: MonitoringProtocol) throws {
    var generator = SeededGenerator(seed: seed)
    let rise = generator.number(0...45)
    let base = generator.number(108...134)
    let amount = generator.number(30...45)
    let dissociates = generator.chance(70)
    var moments: [Moment] = []
    var left = readings
    var place = 0
    while left > 0 {
      let count = min(left, FilledVisit.sizes[place % FilledVisit.sizes.count])
      let minute = FilledVisit.minute(place)
      let shape = minute <= 0 ? 0 : minute <= 40 ? minute * 100 / 40 : max(0, 140 - minute)
      let set = try FilledVisit.set(count, base, rise * shape / 100, &generator)
      var contents: [Content] = [.vitals(set)]
      if place == 1 {
        contents += [.effect(SideEffect(.dissociation, course: .absent))]
      }
      if minute == 20, dissociates {
        contents += [.effect(SideEffect(.dissociation, grade: .words(.moderate)))]
      }
      if minute == 40 {
        contents += [
          .effect(
            SideEffect(
              EffectName("nausea"),
              grade: generator.chance(15) ? .words(.mild) : .rating(0)
            )
          )
        ]
      }
      if minute == 85, dissociates {
        contents += [.effect(SideEffect(.dissociation, course: .gone))]
      }
      moments.append(Moment(minute: minute, contents: contents))
      left -= count
      place += 1
    }
    let dose = try Dose(
      drug: terms.formulary.ownDrug,
      amount: Amount(thousandths: amount * 1_000, .milligram),
      route: terms.formulary.ownRoute,
      overMinutes: 40
    )
    let given = moments.firstIndex { $0.minute > 0 } ?? moments.count
    moments.insert(Moment(minute: 0, contents: [.dose(dose), .infusion(.start)]), at: given)
    self.moments = moments
  }

  /// When it is closed, in minutes from the dose.
  var end: Int { max(125, (moments.last?.minute ?? 0) + 5) }

  private static func minute(_ place: Int) -> Int {
    place < minutes.count ? minutes[place] : 120 + 5 * (place - minutes.count + 1)
  }

  private static func set(
    _ count: Int,
    _ base: Int,
    _ rise: Int,
    _ generator: inout SeededGenerator
  ) throws -> Vitals {
    let values: [(VitalSign, Int)] = [
      (.systolic, base + rise + generator.number(-6...6)),
      (.diastolic, base * 6 / 10 + rise * 6 / 10 + generator.number(-4...4)),
      (.heartRate, 74 + rise / 4 + generator.number(-8...14)),
      (.spo2, generator.number(94...99)),
      (.respiratoryRate, generator.number(12...18)),
      (.moaas, rise > 15 ? 4 : 5),
    ]
    return try Vitals(
      Dictionary(
        uniqueKeysWithValues: values.prefix(count).map { sign, value in
          (sign, Reading.measured(try Quantity(sign, value), verified: true))
        }
      )
    )
  }
}
