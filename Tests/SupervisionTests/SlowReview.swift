import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// A summary reckoned the slow way: every session's log assessed again, and every number looked for by
/// itself in what that says.
struct SlowReview {
  let files: [SessionFile]

  /// Of all sessions that stand.
  init(_ ward: Ward) throws {
    files = try ward.supervision.store.sessions(of: nil, openOnly: false)
      .filter { $0.state != .void }.map { try ward.supervision.file(of: $0.number) }
  }

  func flags(process: Bool) -> [(session: Int, flag: Flag, isOpen: Bool)] {
    files.flatMap { file in
      file.assessment.flags
        .filter { $0.retractedBy == nil && $0.isProcess == process }
        .map { (file.session.number.value, $0, file.session.isOpen) }
    }
  }

  func retracted(process: Bool) -> Int {
    files.reduce(0) { sum, file in
      sum
        + file.assessment.flags.filter { $0.retractedBy != nil && $0.isProcess == process }.count
    }
  }

  /// Every number of a review as a line of its own, so that two can be compared.
  var lines: Set<String> {
    var lines: Set<String> = []
    for id in Set(files.flatMap { $0.assessment.schedule.map(\.group.id) }) {
      var counts = Array(repeating: 0, count: 8)
      for file in files {
        for group in file.assessment.schedule where group.group.id == id {
          let kept = file.assessment.keptCount(of: group)
          for (place, count) in [
            kept.required > 0 ? 1 : 0, kept.required, kept.kept, kept.late, kept.notObtained,
            kept.deferred, kept.overdue, kept.missed,
          ].enumerated() { counts[place] += count }
        }
      }
      lines.insert("group \(id): \(counts)")
    }
    for process in [false, true] { add(flags(process: process), process, to: &lines) }
    for name in Set(files.flatMap { $0.assessment.chart.effectEpisodes.map(\.name) })
    where !name.isCircumstance {
      let found = files.flatMap { file in
        file.assessment.chart.effectEpisodes.filter { $0.name == name }
          .map { (file.session.number, $0) }
      }
      let graded = [Severity.severe, .moderate, .mild].map { worst in
        found.filter { $0.1.worst == worst }.count
      }
      lines.insert(
        "effect \(name): \(found.count) in \(Set(found.map(\.0)).count), \(graded), "
          + "\(found.filter { $0.1.distressing }.count) distressing"
      )
    }
    addDigits(to: &lines)
    return lines
  }

  private func add(
    _ found: [(session: Int, flag: Flag, isOpen: Bool)],
    _ process: Bool,
    to lines: inout Set<String>
  ) {
    lines.insert(
      "flags \(process): \(found.count) in \(Set(found.map(\.session)).count), high in "
        + "\(Set(found.filter { $0.flag.priority == .high }.map(\.session)).count), "
        + "\(retracted(process: process)) retracted"
    )
    for priority in Priority.allCases {
      let those = found.filter { $0.flag.priority == priority }
      let delays = those.compactMap { found in
        found.flag.acknowledgements.map(\.at).min().map {
          max(0, ($0 - found.flag.known).milliseconds) / 1_000
        }
      }.sorted()
      let open = those.filter { $0.flag.acknowledgements.isEmpty && $0.isOpen }.count
      lines.insert(
        "priority \(process) \(priority): \(those.count), \(SlowReview.spread(delays)), "
          + "\(those.count - delays.count - open) never, \(open) not yet"
      )
    }
    for rule in Set(found.map(\.flag.identity.rule)) {
      let those = found.filter { $0.flag.identity.rule == rule }
      let limits = those.map(\.flag).filter { $0.limit != nil && !process }
      let inside = limits.compactMap { flag in flag.backInside.map { ($0 - flag.raised) } }
      let seconds = inside.map { $0.milliseconds / 1_000 }.sorted()
      lines.insert(
        "rule \(process) \(rule): \(those.count) in \(Set(those.map(\.session)).count), "
          + "\(Priority.allCases.map { p in those.filter { $0.flag.priority == p }.count }), "
          + "\(SlowReview.spread(seconds)), sum \(inside.reduce(0) { $0 + $1.milliseconds }), "
          + "\(limits.count - inside.count) not seen"
      )
    }
  }

  private func addDigits(to lines: inout Set<String>) {
    for isTyped in [true, false] {
      let sets = files.flatMap { file in
        file.assessment.chart.entries.filter {
          !$0.isVoid && ($0.original.source == .typed) == isTyped
        }.compactMap { entry -> Vitals? in
          if case .vitals(let vitals) = entry.content { vitals } else { nil }
        }
      }
      func digit(_ vitals: Vitals, _ sign: VitalSign) -> Int? {
        guard case .measured(let quantity, _)? = vitals.readings[sign] else { return nil }
        return quantity.thousandths % 10_000 / 1_000
      }
      for sign in [VitalSign.systolic, .diastolic, .heartRate] {
        let digits = sets.compactMap { digit($0, sign) }
        let counts = (0...9).map { wanted in digits.filter { $0 == wanted }.count }
        lines.insert("digits \(isTyped) \(sign): \(counts)")
      }
      let pairs = sets.compactMap { set in
        digit(set, .systolic).flatMap { first in digit(set, .diastolic).map { (first, $0) } }
      }
      lines.insert(
        "pairs \(isTyped): \(pairs.filter { $0 == (0, 0) }.count) of \(pairs.count)"
      )
    }
  }

  /// In whole seconds: how many, twice the median, the 90th percentile and the longest.
  static func spread(_ sorted: [Int]) -> String {
    guard let last = sorted.last else { return "none" }
    let median = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    // The first that nine tenths of them do not exceed.
    let ninetieth =
      sorted.first { value in sorted.filter { $0 <= value }.count * 10 >= sorted.count * 9 } ?? last
    return "\(sorted.count): \(median)/2 \(ninetieth) \(last)"
  }
}

extension SafetyReview {
  /// The same numbers, in the same words.
  var lines: Set<String> {
    var lines: Set<String> = []
    for group in groups {
      let counts = [
        group.sessions, group.required, group.kept, group.late, group.notObtained, group.deferred,
        group.overdue, group.missed,
      ]
      lines.insert("group \(group.id): \(counts)")
    }
    for (process, flags) in [(false, clinical), (true, self.process)] {
      lines.insert(
        "flags \(process): \(flags.total) in \(flags.sessions), high in "
          + "\(flags.sessionsWithHigh), \(flags.retracted) retracted"
      )
      for priority in Priority.allCases {
        let found = flags.priority(priority)
        lines.insert(
          "priority \(process) \(priority): \(found.total), \(found.acknowledged.words), "
            + "\(found.never) never, \(found.notYet) not yet"
        )
      }
      for rule in flags.rules {
        lines.insert(
          "rule \(process) \(rule.rule): \(rule.total) in \(rule.sessions), "
            + "\(Priority.allCases.map { rule.count($0) }), "
            + "\(rule.beyond.words), sum \(rule.beyond.sum.milliseconds), "
            + "\(rule.notSeenBackInside) not seen"
        )
      }
    }
    for effect in effects {
      lines.insert(
        "effect \(effect.name): \(effect.total) in \(effect.sessions), "
          + "\([Severity.severe, .moderate, .mild].map { effect.count($0) }), "
          + "\(effect.distressing) distressing"
      )
    }
    for (isTyped, digits) in [(true, typed), (false, imported)] {
      for sign in DigitCounts.signs {
        lines.insert("digits \(isTyped) \(sign): \(digits.ofSign(sign))")
      }
      lines.insert("pairs \(isTyped): \(digits.pairsOfZeros) of \(digits.pairs)")
    }
    return lines
  }
}

extension SpanCounts {
  fileprivate var words: String {
    guard let median, let ninetieth, let longest else { return "none" }
    return
      "\(count): \(median.milliseconds / 500)/2 \(ninetieth.milliseconds / 1_000) "
      + "\(longest.milliseconds / 1_000)"
  }
}
