import Monitoring
import SessionRecord

/// Sentences 27 and 28.
extension ReferenceView {
  /// The values, each with whether it may open an episode of the rule.
  func opening(_ values: [JudgedValue], of rule: Rule) -> [JudgedValue] {
    var values = values
    if mistake == .windowIsForEveryValue { values = values.filter { isInWindow($0.at, of: rule) } }
    let all = values
    for place in all.indices where all[place].opens {
      let isInWindow = isInWindow(all[place].at, of: rule) || mistake == .windowIsIgnored
      values[place].opens = isInWindow && isSustained(place, in: all, of: rule)
    }
    return values
  }

  private func isInWindow(_ at: Instant, of rule: Rule) -> Bool {
    switch rule.window {
    case .always: return true
    case .beforeStart:
      guard let timeZero else { return mistake != .beforeStartNeedsTimeZero }
      return at < timeZero || (at == timeZero && mistake != .beforeStartExcludesTimeZero)
    case .from(let minutes):
      guard let timeZero else { return mistake == .fromNeedsNoTimeZero }
      let start = timeZero + .minutes(minutes)
      return at > start || (at == start && mistake != .fromExcludesItsMinute)
    }
  }

  private func isSustained(_ place: Int, in values: [JudgedValue], of rule: Rule) -> Bool {
    guard let sustained = rule.sustained, mistake != .sustainedIsIgnored else { return true }
    let start = run(of: place, in: values)
    var run = values[start...place].filter(\.breaks)
    if mistake == .runIsOfTheWindow { run = run.filter { isInWindow($0.at, of: rule) } }
    guard let first = run.first else { return false }
    switch sustained {
    case .readings(let count):
      return run.count >= (mistake == .runIsOneShort ? count - 1 : count)
    case .minutes(let minutes):
      let since = first.at + .minutes(minutes)
      return since < values[place].at
        || (since == values[place].at && mistake != .runExcludesItsMinute)
    }
  }

  /// Where the run that a breaking value belongs to begins.
  func run(of place: Int, in values: [JudgedValue]) -> Int {
    var start = place
    for earlier in values.indices.reversed() where earlier < place {
      let value = values[earlier]
      if value.breaks {
        start = earlier
      } else if value.isVerified {
        if value.isInside || mistake != .runPassesOverNearValues { break }
      } else if mistake == .unverifiedEndsTheRun {
        break
      }
    }
    return start
  }
}
