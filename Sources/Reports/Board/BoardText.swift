package import Monitoring
package import SessionRecord

/// The floor on one screen: a row an open session, by room, under a head that says what is overdue and which
/// flags nobody acknowledged.
///
/// Where the rows of a screen are not enough, each session says less, and then those that need eyes least are
/// counted instead of shown; one with an open flag of high priority is always there.
package struct BoardText {
  private let sessions: [BoardSession]
  private let asOf: Stamp
  private let every: Int?
  private let rows: Int?
  private let style: Style

  /// *files* are the open sessions as of the instant of *asOf*, which is by the reader's own clock; *every*
  /// is how many seconds it is until the next look, where there is one; *rows* is how many lines the screen
  /// has, nil where it has no end.
  package init(
    _ files: [SessionFile],
    asOf: Stamp,
    every: Int? = nil,
    rows: Int? = nil,
    style: Style
  ) {
    sessions = BoardSession.sessions(files, now: asOf.instant)
    self.asOf = asOf
    self.every = every
    self.rows = rows
    self.style = style
  }

  package var text: String {
    guard !sessions.isEmpty else {
      var page = Page(style)
      page.add(BoardHead([], asOf: asOf).title(every: every), right: BoardHead.noAlarm)
      return page.text
    }
    var lines: [String] = []
    for detail in BoardDetail.allCases {
      lines = self.lines(detail, sessions)
      guard let rows, lines.count > rows else { return lines.joined(separator: "\n") }
    }
    return fitted(into: (rows ?? lines.count) - lines.count).joined(separator: "\n")
  }

  private func lines(_ detail: BoardDetail, _ shown: [BoardSession]) -> [String] {
    head(detail) + BoardRows(shown, detail, now: asOf.instant, style: style).lines
  }

  /// One line a session, without those that need eyes least; *missing* is how many lines are too many, less
  /// than nothing.
  private func fitted(into missing: Int) -> [String] {
    // One more for the line that counts them.
    let most = max(0, 1 - missing)
    let leaving = sessions.enumerated().filter { !$0.element.hasOpenHighFlag }
      .sorted { ($0.element.urgency, -$0.offset) < ($1.element.urgency, -$1.offset) }
      .prefix(most)
    let left = Set(leaving.map(\.offset))
    guard !left.isEmpty else { return lines(.line, sessions) }
    let shown = sessions.enumerated().filter { !left.contains($0.offset) }.map(\.element)
    let hidden = sessions.enumerated().filter { left.contains($0.offset) }.map(\.element)
    return lines(.line, shown) + [BoardLine.cut(notShown(hidden), to: style.width, style).text]
  }

  /// `3 sessions do not fit (none overdue, 1 with an open flag): room 4, room 9, room 12`.
  private func notShown(_ hidden: [BoardSession]) -> Phrase {
    let place = BoardPlace(sessions)
    let flagged = hidden.count { !$0.openFlags.isEmpty }
    let overdue = hidden.count { !$0.overdue.isEmpty }
    let parts = [
      overdue == 0 ? "none overdue" : "\(overdue) overdue",
      flagged == 0 ? "no flag open" : "\(flagged) with an open flag",
    ]
    let verb = hidden.count == 1 ? "does" : "do"
    return Phrase("\(counted(hidden.count, "session")) \(verb) not fit", .strong)
      + Phrase(" (\(parts.joined(separator: ", "))): ")
      + Phrase(hidden.map(place.name).joined(separator: ", "))
  }

  private func head(_ detail: BoardDetail) -> [String] {
    let head = BoardHead(sessions, asOf: asOf)
    var page = Page(style)
    page.add(head.title(every: every), right: BoardHead.noAlarm)
    if head.overdue == nil, head.unacknowledged == nil { page.add(head.calm) }
    let news = [head.overdue, head.unacknowledged].compactMap(\.self)
    guard detail == .full else { return page.lines + news.map { one($0.label, $0.items) } }
    for (label, items) in news { page.add(items.joined("; "), after: label) }
    page.blank()
    return page.lines
  }

  /// As many of the items as one line holds, and how many more there are.
  private func one(_ label: Phrase, _ items: [Phrase]) -> String {
    for count in stride(from: items.count, to: 1, by: -1) {
      let more = count == items.count ? "" : "; \(items.count - count) more"
      let line = label + items.prefix(count).joined("; ") + Phrase(more)
      let cells = Cells(line, style)
      if cells.width <= style.width { return cells.lines(width: style.width).first?.text ?? "" }
    }
    let more = items.count == 1 ? "" : "\(items.count), the worst: "
    return BoardLine.cut(
      label + Phrase(more) + items.prefix(1).joined(""),
      to: style.width,
      style
    ).text
  }
}

/// How much the board says of each session.
enum BoardDetail: CaseIterable {
  /// Everything, on as many lines as it takes.
  case full
  /// Three lines: values, where it stands, what is due and its worst flag.
  case short
  /// One line.
  case line
}
