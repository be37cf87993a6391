package import Monitoring
import SessionRecord

/// Side effects across sessions as a table, one episode a line.
package struct EffectListCSV {
  private let effects: [SessionEffect]

  package init(_ effects: [SessionEffect]) {
    self.effects = effects
  }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable([
      "session", "session_state", "patient", "effect", "intended_state", "onset_entry", "began",
      "worst", "worst_at", "distressing", "ended", "seconds", "entries", "review", "reviewed_by",
      "reviewed_at", "review_follow_up", "review_text",
    ])
    for found in effects {
      let effect = found.effect
      let clock = SessionClock(of: found.session)
      func time(_ stamp: Stamp?) -> CSVTable.Field {
        .plain(stamp.map { clock.stamp($0.instant).rfc3339 })
      }
      table.add([
        .text(found.session.label), .plain(found.session.state.rawValue),
        .text(found.session.opening.patient.text), .text(effect.name.text),
        .flag(effect.name == .dissociation), .integer(effect.onset.value), time(effect.began),
        .plain(effect.worst?.word), time(effect.worstAt), .flag(effect.distressing),
        time(effect.ended),
        .integer(effect.ended.map { ($0.instant - effect.began.instant).milliseconds / 1_000 }),
        .plain(effect.entries.map(\.description).joined(separator: " ")),
        .plain(effect.review?.verdict.word), .text(effect.review?.by.text),
        .plain(effect.review.map { clock.stamp($0.at).rfc3339 }), .text(effect.review?.followUp),
        .text(effect.review?.text),
      ])
    }
    return table.text
  }
}
