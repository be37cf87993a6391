import Monitoring
import SessionRecord

/// Corrections and withdrawals as a table: what was, what is, by whom and when, why.
struct CorrectionMarkup {
  private let corrections: CorrectionTable

  init(_ corrections: CorrectionTable) { self.corrections = corrections }

  var markup: Markup {
    let phrases = EntryPhrases(words: corrections.words)
    var markup = Markup()
    markup.element("table", .class("changes")) { table in
      table.head(["Entry", "Time", "Was", "Is", "How", "Why"])
      table.element("tbody") { body in
        body.line()
        for story in corrections.stories {
          var changes = phrases.corrections(of: story)
          if let withdrawal = phrases.withdrawal(of: story) { changes.append(withdrawal) }
          for (place, change) in changes.enumerated() {
            // What an earlier correction made of it is the next one's *was*.
            let now =
              place + 1 < changes.count
              ? Phrase("see below") : story.isVoid ? "withdrawn" : phrases.standing(story)
            add(change, now, of: story, to: &body)
          }
        }
      }
    }
    markup.line()
    return markup
  }

  private func add(
    _ change: EntryPhrases.Change,
    _ now: Phrase,
    of story: EntryStory,
    to body: inout Markup
  ) {
    let words = corrections.words
    let opened = words.file.session.opened.instant
    body.element("tr") { row in
      row.element("th", Markup.Attribute("scope", "row"), text: "#\(story.entry.number)")
      row.element(
        "td",
        .class("nowrap"),
        text: words.clock.clock(story.observed.instant, near: opened)
      )
      row.element("td", .class("p")) { $0.phrase(change.was) }
      row.element("td", .class("now p")) { $0.phrase(now) }
      row.element("td") { $0.phrase(change.how) }
      row.element("td", .class("p"), text: change.reason)
    }
    body.line()
  }
}
