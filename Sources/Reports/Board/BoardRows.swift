import SessionRecord

/// The board's rows, each session on as many lines as its detail asks for.
struct BoardRows {
  private let sessions: [BoardWords]
  private let table: BoardTable
  private let style: Style

  /// From here on the row itself has room for the session's number and its phase.
  private static let wide = 104

  /// *isBrief* rows have what is due and the worst flag in columns, so that each can stand alone.
  init(_ sessions: [BoardSession], isBrief: Bool, now: Instant, style: Style) {
    self.sessions = sessions.map { BoardWords(session: $0, now: now) }
    self.style = style
    let isWide = style.width >= BoardRows.wide
    table = BoardTable(
      self.sessions,
      columns: isBrief ? BoardRows.brief(isWide) : BoardRows.usual(isWide),
      gap: isBrief && !isWide ? 1 : 2,
      style: style
    )
  }

  private static let values: [BoardColumn] = [.pressure, .sign(.heartRate), .sign(.spo2)]
  private static let more: [BoardColumn] = [.sign(.respiratoryRate), .sign(.moaas)]

  private static func brief(_ isWide: Bool) -> [BoardColumn] {
    [.room, .patient, .sinceDose] + values + (isWide ? more : []) + [.age, .whenDue]
      + (isWide ? [.flags, .criteria] : [.flags])
  }

  private static func usual(_ isWide: Bool) -> [BoardColumn] {
    let whose: [BoardColumn] = [.room, .patient] + (isWide ? [.session] : [])
    return whose + [.sinceDose] + (isWide ? [.phase] : []) + values + more
      + [isWide ? .timeAndAge : .age]
  }

  var heading: String { table.heading }

  /// The lines of the session at that place.
  func lines(_ place: Int, _ detail: BoardDetail) -> [String] {
    let words = sessions[place]
    let row = table.row(place)
    return switch detail {
    case .line: [row]
    case .short: [row] + short(words)
    case .long: [row] + long(words)
    case .full: [row] + all(words)
    }
  }

  private static let indent = 6

  private func all(_ words: BoardWords) -> [String] {
    let session = words.session
    var page = Page(style)
    page.add(standing(words, unadopted: AdoptionText.none), indent: BoardRows.indent)
    if let due = words.due { page.add(due, indent: BoardRows.indent) }
    let overdue = Set(session.overdueFlags.map(\.number))
    for flag in session.openFlags where !overdue.contains(flag.number) {
      let (label, said) = words.flag(flag)
      page.add(said, after: label + " ", indent: BoardRows.indent)
    }
    let waiting = session.unacknowledged.count
    let count: Phrase? =
      waiting > 0 && session.openFlags.count > 1
      ? Phrase("\(waiting) of \(session.openFlags.count) open flags not acknowledged") : nil
    let end = [words.overdueFlags, count].compactMap(\.self).joined("  ")
    if !end.isEmpty { page.add(end, indent: BoardRows.indent) }
    return page.lines
  }

  /// As in *short*, on as many lines as its words take.
  private func long(_ words: BoardWords) -> [String] {
    var page = Page(style)
    page.add(standing(words), indent: BoardRows.indent)
    if let due = words.due { page.add(due, indent: BoardRows.indent) }
    if let flag = words.worstFlag { page.add(flag, indent: BoardRows.indent) }
    return page.lines
  }

  private func short(_ words: BoardWords) -> [String] {
    let width = style.width - BoardRows.indent
    let due = words.dueParts
    var lines = [BoardLine.cut(standing(words), to: width, style).text]
    if let flag = words.worstFlag {
      lines.append(
        due.isEmpty
          ? BoardLine.cut(flag, to: width, style).text
          : BoardLine.halves(due, flag, width: width, style)
      )
    } else {
      lines.append(BoardLine.listed(due, to: width, style).text)
    }
    return lines.filter { !$0.isEmpty }.map {
      String(repeating: " ", count: BoardRows.indent) + $0
    }
  }

  /// `S-2026-0119  early recovery  infusion stopped 13:52  leaving 9 of 13 met  Temp 36.8 °C`, without what
  /// the row has already; what broke a limit comes first.
  private func standing(_ words: BoardWords, unadopted: String = "limits not adopted") -> Phrase {
    let session = words.session
    let columns = table.columns
    var parts: [Phrase] = []
    if !columns.contains(.session) { parts.append(Phrase(session.session.label)) }
    if session.words.adoption == nil {
      parts.append(Phrase(unadopted, .strong))
    }
    let others = BoardSet(session).others(than: columns)
    parts += others.filter(\.isMarked).map(\.phrase)
    if !columns.contains(.phase) { parts.append(Phrase(session.phase ?? "")) }
    parts.append(Phrase(words.infusion ?? ""))
    if !columns.contains(.criteria) {
      parts.append(Phrase(words.criteria.map { "leaving\u{A0}\($0)" } ?? ""))
    }
    return (parts + others.filter { !$0.isMarked }.map(\.phrase)).joined("  ")
  }
}
