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
    return (rows.map(fitted) ?? layout(isBrief: false).whole).joined(separator: "\n")
  }

  private func layout(isBrief: Bool, of shown: [BoardSession]? = nil) -> BoardLayout {
    BoardLayout(
      rows: BoardRows(shown ?? sessions, isBrief: isBrief, now: asOf.instant, style: style),
      sessions: shown ?? sessions,
      least: isBrief ? .line : .short,
      head: head(isBrief ? .brief : .short),
      wholeHead: head(.whole),
      foot: isBrief ? foot : []
    )
  }

  /// All that so many lines have room for.
  private func fitted(into rows: Int) -> [String] {
    for isBrief in [false, true] {
      var layout = layout(isBrief: isBrief)
      if layout.count <= rows {
        layout.fill(rows)
        return layout.lines
      }
    }
    return partly(into: rows)
  }

  /// One line a session, without those that need eyes least.
  private func partly(into rows: Int) -> [String] {
    let all = layout(isBrief: true)
    // One more for the line that counts them.
    let most = max(0, all.count + 1 - rows)
    let leaving = sessions.enumerated().filter { !$0.element.hasOpenHighFlag }
      .sorted { ($0.element.urgency, -$0.offset) < ($1.element.urgency, -$1.offset) }
      .prefix(most)
    let left = Set(leaving.map(\.offset))
    guard !left.isEmpty else { return all.lines }
    let shown = sessions.enumerated().filter { !left.contains($0.offset) }.map(\.element)
    let hidden = sessions.enumerated().filter { left.contains($0.offset) }.map(\.element)
    return layout(isBrief: true, of: shown).lines
      + [BoardLine.cut(notShown(hidden), to: style.width, style).text]
  }

  /// `3 sessions do not fit (none overdue, 1 with an open flag): room 4, room 9, room 12`.
  private func notShown(_ hidden: [BoardSession]) -> Phrase {
    let place = BoardPlace(sessions)
    let flagged = hidden.count { !$0.openFlags.isEmpty }
    let overdue = hidden.count { $0.due.isOverdue }
    let parts = [
      overdue == 0 ? "none overdue" : "\(overdue) overdue",
      flagged == 0 ? "no flag open" : "\(flagged) with an open flag",
    ]
    let verb = hidden.count == 1 ? "does" : "do"
    return Phrase("\(counted(hidden.count, "session")) \(verb) not fit", .strong)
      + Phrase(" (\(parts.joined(separator: ", "))): ")
      + Phrase(hidden.map(place.name).joined(separator: ", "))
  }

  private enum Head { case whole, short, brief }

  private func head(_ detail: Head) -> [String] {
    let head = BoardHead(sessions, asOf: asOf)
    var page = Page(style)
    page.add(head.title(every: every), right: BoardHead.noAlarm)
    let (overdue, waiting) = (head.overdue, head.unacknowledged)
    if overdue == nil, waiting == nil { page.add(head.calm) }
    guard detail == .whole else {
      // A row of its own says less of what is overdue.
      let brief = detail == .short ? overdue?.brief : nil
      return page.lines
        + [
          overdue.map { one($0.label, $0.items, brief: brief ?? []) },
          waiting.map { one($0.label, $0.items) },
        ].compactMap(\.self)
    }
    if let overdue { page.add(overdue.items.joined("; "), after: overdue.label) }
    if let waiting { page.add(waiting.items.joined("; "), after: waiting.label) }
    return page.lines
  }

  /// What a session's own lines say where it has more than one.
  private var foot: [String] {
    guard let open = BoardHead(sessions, asOf: asOf).notAdopted else { return [] }
    return [one(open.label, open.items, first: "the first")]
  }

  /// As many of the items as one line holds, and how many more there are; all of them in *brief* before one
  /// is left out.
  private func one(
    _ label: Phrase,
    _ items: [Phrase],
    brief: [Phrase] = [],
    first: String = "the worst"
  ) -> String {
    let short = label + brief.joined("; ")
    if !brief.isEmpty, Cells(label + items.joined("; "), style).width > style.width,
      Cells(short, style).width <= style.width
    {
      return BoardLine.cut(short, to: style.width, style).text
    }
    for count in stride(from: items.count, to: 1, by: -1) {
      let more = count == items.count ? "" : "; \(items.count - count) more"
      let line = label + items.prefix(count).joined("; ") + Phrase(more)
      let cells = Cells(line, style)
      if cells.width <= style.width { return cells.lines(width: style.width).first?.text ?? "" }
    }
    let more = items.count == 1 ? "" : "\(items.count), \(first): "
    return BoardLine.cut(
      label + Phrase(more) + items.prefix(1).joined(""),
      to: style.width,
      style
    ).text
  }
}
