import SessionRecord

/// The board's rows, each session on as many lines as its detail asks for.
struct BoardRows {
  private let sessions: [BoardWords]
  private let detail: BoardDetail
  private let style: Style

  /// From here on the row itself has room for the session's number and its phase.
  private static let wide = 104

  init(_ sessions: [BoardSession], _ detail: BoardDetail, now: Instant, style: Style) {
    self.sessions = sessions.map { BoardWords(session: $0, now: now) }
    self.detail = detail
    self.style = style
  }

  var lines: [String] {
    let table = BoardTable(sessions, columns: columns, gap: gap, style: style)
    var lines = [table.heading]
    for (place, words) in sessions.enumerated() {
      if detail == .full, place > 0 { lines.append("") }
      lines.append(table.row(place))
      switch detail {
      case .full: lines += all(words, beside: table.columns)
      case .short: lines += short(words, beside: table.columns)
      case .line: break
      }
    }
    return lines
  }

  /// A line alone has less room for everything than three.
  private var gap: Int { detail == .line && style.width < BoardRows.wide ? 1 : 2 }

  private var columns: [BoardColumn] {
    let isWide = style.width >= BoardRows.wide
    let values: [BoardColumn] = [.pressure, .sign(.heartRate), .sign(.spo2)]
    let more: [BoardColumn] = [.sign(.respiratoryRate), .sign(.moaas)]
    if detail == .line {
      return [.room, .patient, .sinceDose] + values + (isWide ? more : []) + [.age, .whenDue]
        + (isWide ? [.flags, .criteria] : [.flags])
    }
    let whose: [BoardColumn] = [.room, .patient] + (isWide ? [.session] : [])
    return whose + [.sinceDose] + (isWide ? [.phase] : []) + values + more
      + [isWide ? .timeAndAge : .age]
  }

  private static let indent = 6

  private func all(_ words: BoardWords, beside columns: [BoardColumn]) -> [String] {
    let session = words.session
    var page = Page(style)
    page.add(standing(words, beside: columns), indent: BoardRows.indent)
    if let due = words.due { page.add(due, indent: BoardRows.indent) }
    for flag in session.openFlags {
      let (label, said) = words.flag(flag)
      page.add(said, after: label + " ", indent: BoardRows.indent)
    }
    let waiting = session.unacknowledged.count
    if waiting > 0, session.openFlags.count > 1 {
      page.add(
        Phrase("\(waiting) of \(session.openFlags.count) open flags not acknowledged"),
        indent: BoardRows.indent
      )
    }
    return page.lines
  }

  private func short(_ words: BoardWords, beside columns: [BoardColumn]) -> [String] {
    let width = style.width - BoardRows.indent
    var lines = [BoardLine.cut(standing(words, beside: columns), to: width, style).text]
    switch (words.firstDue, words.worstFlag) {
    case (let due?, let flag?): lines.append(BoardLine.halves(due, flag, width: width, style))
    case (let one?, nil), (nil, let one?): lines.append(BoardLine.cut(one, to: width, style).text)
    case (nil, nil): break
    }
    return lines.filter { !$0.isEmpty }.map {
      String(repeating: " ", count: BoardRows.indent) + $0
    }
  }

  /// `S-2026-0119  early recovery  infusion stopped 13:52  leaving 9 of 13 met  Temp 36.8 °C`, without what
  /// the row has already; what broke a limit comes first.
  private func standing(_ words: BoardWords, beside columns: [BoardColumn]) -> Phrase {
    let session = words.session
    var parts: [Phrase] = []
    if !columns.contains(.session) { parts.append(Phrase(session.session.label)) }
    if session.words.adoption == nil {
      parts.append(Phrase(detail == .full ? AdoptionText.none : "limits not adopted", .strong))
    }
    let others = BoardSet(session).others(than: columns)
    parts += others.filter(\.isMarked).map(\.phrase)
    if !columns.contains(.phase) { parts.append(Phrase(session.phase ?? "")) }
    parts.append(Phrase(words.infusion ?? ""))
    parts.append(Phrase(words.criteria.map { "leaving\u{A0}\($0)" } ?? ""))
    return (parts + others.filter { !$0.isMarked }.map(\.phrase)).joined("  ")
  }
}
