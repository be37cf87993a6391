package import Monitoring
package import SessionRecord

/// What is due across sessions, an item a line, worst first.
package struct DueText {
  private let list: DueList
  private let now: Instant
  private let all: Bool
  private let style: Style

  /// *files* are the open sessions as of *now*; *all* asks for the next reading of each group as well.
  package init(_ files: [SessionFile], now: Instant, all: Bool = false, style: Style) {
    list = DueList(files, all: all)
    self.now = now
    self.all = all
    self.style = style
  }

  /// Whether something should have been taken.
  package var hasOverdue: Bool { list.hasOverdue }

  package var text: String {
    var page = Page(style)
    guard !list.sessions.isEmpty else {
      page.add("No session is open.")
      return page.text
    }
    let lines = list.lines
    if lines.isEmpty {
      let sessions = counted(list.sessions.count, "open session")
      page.add(
        all
          ? "Nothing is due in \(sessions)."
          : "Nothing is due now in \(sessions). vigil due --all shows what is next."
      )
    } else {
      var table = Table([
        .init("Session"), .init("Patient"), .init("Room"), .init("What"), .init("Due"),
        .init("T+"), .init("When"),
      ])
      for line in lines { table.add(row(line)) }
      page.add(table)
    }
    addRepeats(to: &page)
    addSilent(to: &page)
    return page.text
  }

  private func row(_ line: DueList.Line) -> [Phrase] {
    let session = line.words.file.session
    let item = line.item
    return [
      Phrase(session.label), Phrase(session.opening.patient.text),
      Phrase(session.room ?? "–"),
      Phrase(item.isBaseline ? "\(item.what) (\(item.place))" : item.what),
      Phrase(due(item, line)),
      Phrase(item.isBaseline ? "–" : item.place), when(item),
    ]
  }

  /// Without the date where the last column tells the day: within twelve hours of now.
  private func due(_ item: DueItem, _ line: DueList.Line) -> String {
    let away = abs((item.due - now).milliseconds)
    return away < TimeSpan.hours(12).milliseconds
      ? line.words.clock.clock(item.due) : line.words.clock.clock(item.due, near: now).unbroken
  }

  private func when(_ item: DueItem) -> Phrase {
    let away = item.due - now
    if item.overdueSince != nil {
      return Phrase("OVERDUE", .high)
        + Phrase("\u{A0}by \(SpanText.duration(now - item.due))".unbroken)
    }
    if away.wholeMinutes > 0 { return Phrase("in \(SpanText.duration(away))".unbroken) }
    return "now"
  }

  /// The repeats that flags ask for, which are no readings of the schedule.
  private func addRepeats(to page: inout Page) {
    for session in list.sessions {
      let words = session.words
      for flag in words.file.assessment.flags {
        let text = words.text(flag)
        guard let window = text.repeatWindow(asOf: now, near: now) else { continue }
        page.add(
          Phrase(
            "\(words.file.session.label) \(words.file.session.opening.patient): repeat \(window) "
              + "for flag \(flag.number), \(text.titleWithPeak)."
          )
        )
      }
    }
  }

  /// The sessions of which nothing can be said to be due, so that nobody takes them for looked after.
  private func addSilent(to page: inout Page) {
    for session in list.sessions {
      let label = session.words.file.session.label
      if session.words.file.monitoringProtocol.schedule.groups.isEmpty {
        page.add(Phrase("\(label): its protocol has no schedule."))
      } else if all, session.readings.isEmpty {
        page.add(
          Phrase(
            session.words.file.assessment.timeZero == nil
              ? "\(label): the schedule starts with the dose." : "\(label): the schedule is over."
          )
        )
      }
    }
  }
}
