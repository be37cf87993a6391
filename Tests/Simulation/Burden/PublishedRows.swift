import Monitoring
import SessionRecord

extension BurdenPage {
  /// What the simulation measured beside what was published of people.
  func published() -> String {
    let rows = PublishedRow.all
    return table(
      ["", "published"] + run.tallies.map { "`\($0.builtIn.name)`" },
      rows.map { row in
        [row.what, row.published] + run.tallies.map { row.simulated($0.tally) }
      }
    )
  }
}

/// One published figure, and how the same is taken from the simulation.
struct PublishedRow {
  let what: String
  let published: String
  let simulated: (BurdenTally) -> String

  /// Sources in brackets are listed at the end of docs/alert-burden.md.
  static var all: [PublishedRow] {
    [
      row("systolic rise at 40 min (im, sl: 45), mean (SD)", "+16.0 (11.2) [S4 iv]") {
        $0.measured.systolicRise.words
      },
      row("diastolic rise, likewise", "+11.0 (8.45) [S4 iv]") { $0.measured.diastolicRise.words },
      row("heart rate rise, likewise", "+4.09 [S92]") { $0.measured.pulseRise.words },
      row("largest systolic rise", "13.3, 16.0 from 65 years [S14 in]") {
        $0.measured.largestSystolicRise.words
      },
      row("largest diastolic rise", "8.7, 9.5 from 65 years [S14 in]") {
        $0.measured.largestDiastolicRise.words
      },
      row("a session with ≥ 180 or ≥ 110", "0.98 % of infusions [S4 iv]") {
        share($0.measured.pressure[.severe] ?? 0, of: $0.sessions)
      },
      row("the same, confirmed by a repeat", "") { share($0.severeConfirmed, of: $0.sessions) },
      row("≥ 180 or ≥ 110, at least once in eight", "12.3 % of patients, 17 infusions each [S4 iv]")
      {
        eight(.severe, $0)
      },
    ]
      + [
        (MeasuredTally.Pressure.systolic180, "3 %; 3 % from 65 years [S16 in]"),
        (.systolicRise40, "8 %; 17 % from 65 years [S16 in]"),
        (.diastolic110, "4 %; 0 from 65 years [S16 in]"),
        (.diastolicRise25, "13 %; 14 % from 65 years [S16 in]"),
        (.anyRise, "8 to 19 % [S2]"),
      ].flatMap { pressure, words in
        [
          row("\(pressure.rawValue), a session", "") {
            share($0.measured.pressure[pressure] ?? 0, of: $0.sessions)
          },
          row("\(pressure.rawValue), at least once in eight", words) { eight(pressure, $0) },
        ]
      }
      + EffectRate.published.map { rate in
        row(rate.effect.text, rate.published ?? "") {
          share($0.measured.effects[rate.effect.text] ?? 0, of: $0.sessions)
        }
      }
      + [
        row("any effect", "18.8 % [S79 sl]") { share($0.measured.anyEffect, of: $0.sessions) },
        row("sedated at all (MOAA/S 4 or less)", "48 to 61 % [S29 in]") {
          share($0.measured.sedated, of: $0.sessions)
        },
        row("MOAA/S 0", "0.3 to 0.4 % [S29 in]") {
          share($0.measured.unresponsive, of: $0.sessions)
        },
        row("not over at 90 min: dissociation or sedation", "at most 10 % [S9 in]") {
          share($0.measured.notReadyAt90, of: $0.sessions)
        },
        row("not over at 120 min", "at most 3.5 % [S9 in]") {
          share($0.measured.notReadyAt120, of: $0.sessions)
        },
      ]
  }

  private static func row(
    _ what: String,
    _ published: String,
    _ simulated: @escaping (BurdenTally) -> String
  ) -> PublishedRow {
    PublishedRow(what: what, published: published, simulated: simulated)
  }

  private static func eight(
    _ pressure: MeasuredTally.Pressure,
    _ tally: BurdenTally
  ) -> String {
    share(tally.measured.eights[pressure] ?? 0, of: tally.sessions / 8)
  }
}
