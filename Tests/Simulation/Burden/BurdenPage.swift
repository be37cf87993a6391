import Foundation
import Monitoring
import SessionRecord

/// The figures of `docs/alert-burden.md`, between its two markers; what is around them is written by hand.
struct BurdenPage {
  static let begin = "<!-- figures -->"
  static let end = "<!-- end of figures -->"
  let run: BurdenRun

  struct MissingMarkers: Error {}

  /// The page with these figures instead of its old ones.
  func replacing(in page: String) throws -> String {
    guard let head = page.range(of: BurdenPage.begin), let tail = page.range(of: BurdenPage.end),
      head.upperBound <= tail.lowerBound
    else { throw MissingMarkers() }
    return page[..<head.upperBound] + "\n" + text() + "\n" + page[tail.lowerBound...]
  }

  func text() -> String {
    ([
      "Seed \(run.seed), \(grouped(run.sessions)) sessions under each protocol: "
        + "`./scripts/alert-burden --sessions \(run.sessions) --seed \(run.seed)`.",
      "## Flags a session", overview(), "## Beside what is published", published(),
      "## A rule that is off", switchedOn(),
    ]
      + run.tallies.flatMap {
        ["## `\($0.builtIn.name)`, rule by rule", rules($0.builtIn, $0.tally)]
      })
      .joined(separator: "\n\n")
  }

  private func overview() -> String {
    let rows: [(String, (BurdenTally) -> String)] = [
      ("flags a session", { number($0.flags.values.reduce(0, +), of: $0.sessions) }),
      ("– high", { number($0.flags[.high] ?? 0, of: $0.sessions) }),
      ("– medium", { number($0.flags[.medium] ?? 0, of: $0.sessions) }),
      ("– low", { number($0.flags[.low] ?? 0, of: $0.sessions) }),
      ("– info", { number($0.flags[.info] ?? 0, of: $0.sessions) }),
      ("sessions with any flag", { share($0.sessions(atLeast: .info), of: $0.sessions) }),
      ("– low or worse", { share($0.sessions(atLeast: .low), of: $0.sessions) }),
      ("– medium or worse", { share($0.sessions(atLeast: .medium), of: $0.sessions) }),
      ("– high", { share($0.sessions(atLeast: .high), of: $0.sessions) }),
      (
        "flags that waited for a repeat",
        { number($0.askedForRepeat, of: $0.sessions) + " a session" }
      ),
      ("– cleared by it", { share($0.clearedOnRepeat, of: $0.askedForRepeat) }),
      ("– not repeated in ten minutes", { share($0.notRepeated, of: $0.askedForRepeat) }),
      ("artefacts typed", { number($0.artefacts, of: $0.sessions) + " a session" }),
      ("entries a session", { number($0.entries, of: $0.sessions) }),
    ]
    return table(
      [""] + run.tallies.map { "`\($0.builtIn.name)`" },
      rows.map { row in [row.0] + run.tallies.map { row.1($0.tally) } }
    )
  }

  private func rules(_ builtIn: BuiltInProtocol, _ tally: BurdenTally) -> String {
    guard let monitoringProtocol = try? MonitoringProtocol.builtIn(named: builtIn.name) else {
      return ""
    }
    let known = monitoringProtocol.rules.map {
      (id: $0.id.text, priority: $0.priority.word, title: $0.title, isOff: $0.isOff)
    }
    let timed = tally.rules.keys.filter { id in !known.contains { $0.id == id } }.sorted()
      .map { (id: $0, priority: "", title: "raised by the schedule", isOff: false) }
    let rows = (known + timed).compactMap { rule -> (flags: Int, cells: [String])? in
      guard let found = tally.rules[rule.id] else { return nil }
      return (
        found.flags,
        [
          "`\(rule.id)`", rule.title, rule.priority, share(found.sessions, of: tally.sessions),
          number(found.flags * 100, of: tally.sessions), share(found.high, of: found.flags),
          found.clearedOnRepeat == 0 ? "" : share(found.clearedOnRepeat, of: found.flags),
        ]
      )
    }
    let never = known.filter { tally.rules[$0.id] == nil && !$0.isOff }.map { "`\($0.id)`" }
    let off = known.filter(\.isOff).map { "`\($0.id)`" }
    return table(
      [
        "rule", "what breaks it", "priority", "sessions", "flags in 100 sessions", "high at worst",
        "cleared on repeat",
      ],
      rows.sorted { $0.flags > $1.flags }.map(\.cells)
    ) + "\n\nRaised in no session: \(never.isEmpty ? "none" : never.joined(separator: ", ")). Off: "
      + "\(off.isEmpty ? "none" : off.joined(separator: ", "))."
  }

  private func switchedOn() -> String {
    guard let plain = run.tallies.first(where: { $0.builtIn == .ketamineIntravenous })?.tally else {
      return ""
    }
    let added = run.withAllRules.rules.filter { plain.rules[$0.key] == nil }
    let any = Set(added.keys).sorted().map {
      "`\($0)` in \(share(added[$0]?.sessions ?? 0, of: run.withAllRules.sessions)) of sessions"
    }
    return table(
      ["`iv-0.5-40`", "as it comes", "with the rules that are off switched on"],
      [
        [
          "flags a session", number(plain.flags.values.reduce(0, +), of: plain.sessions),
          number(run.withAllRules.flags.values.reduce(0, +), of: run.withAllRules.sessions),
        ]
      ]
        + [
          (Priority.info, "any flag"), (.low, "low or worse"), (.medium, "medium or worse"),
          (.high, "high"),
        ]
        .map { priority, words in
          [
            "sessions with \(words)", share(plain.sessions(atLeast: priority), of: plain.sessions),
            share(run.withAllRules.sessions(atLeast: priority), of: run.withAllRules.sessions),
          ]
        }
    ) + "\n\n\(any.isEmpty ? "Nothing more was raised." : any.joined(separator: ", ") + ".")"
  }
}

/// A count a session, to two decimals.
private func number(_ count: Int, of sessions: Int) -> String {
  String(format: "%.2f", sessions == 0 ? 0 : Double(count) / Double(sessions))
}

/// A share in percent; two decimals where it is under one.
func share(_ count: Int, of all: Int) -> String {
  guard all > 0 else { return "–" }
  let percent = Double(count) * 100 / Double(all)
  return String(format: percent < 1 ? "%.2f %%" : "%.1f %%", percent)
}

/// `20,000`.
private func grouped(_ number: Int) -> String {
  number < 1_000 ? String(number) : "\(number / 1_000)," + padded(number % 1_000, 3)
}

func table(_ head: [String], _ rows: [[String]]) -> String {
  ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    .joined(separator: "\n")
}
