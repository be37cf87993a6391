/// The board's lines, and how much each session says on them.
struct BoardLayout {
  private let sessions: [BoardSession]
  private let rows: BoardRows
  /// Of each session, its lines in its detail.
  private var blocks: [[String]]
  private let head: [String]
  private let wholeHead: [String]
  private let foot: [String]
  private var details: [BoardDetail]
  private var hasWholeHead = false
  /// Whether a blank line stands before each session.
  private var isSpaced = false

  init(
    rows: BoardRows,
    sessions: [BoardSession],
    least: BoardDetail,
    head: [String],
    wholeHead: [String],
    foot: [String]
  ) {
    self.sessions = sessions
    self.head = head
    self.wholeHead = wholeHead
    self.foot = foot
    self.rows = rows
    details = Array(repeating: least, count: sessions.count)
    blocks = sessions.indices.map { rows.lines($0, least) }
  }

  private mutating func say(_ detail: BoardDetail, at place: Int) {
    details[place] = detail
    blocks[place] = rows.lines(place, detail)
  }

  var lines: [String] {
    var lines = hasWholeHead ? wholeHead : head
    if isSpaced { lines.append("") }
    lines.append(rows.heading)
    for place in sessions.indices {
      if isSpaced, place > 0 { lines.append("") }
      lines += blocks[place]
    }
    return lines + foot
  }

  var count: Int {
    (hasWholeHead ? wholeHead : head).count + 1 + foot.count
      + blocks.reduce(0) { $0 + $1.count } + (isSpaced ? sessions.count : 0)
  }

  /// Everything, for a screen without an end.
  var whole: [String] {
    var layout = self
    for place in sessions.indices { layout.say(.full, at: place) }
    layout.hasWholeHead = true
    layout.isSpaced = true
    return layout.lines
  }

  /// Lets every session say more, those that need eyes most first, while there are lines for it.
  mutating func fill(_ rows: Int) {
    let order = sessions.indices.sorted {
      (-sessions[$0].urgency, $0) < (-sessions[$1].urgency, $1)
    }
    for detail in BoardDetail.allCases {
      if detail == .full { attempt(rows) { $0.hasWholeHead = true } }
      for place in order where details[place] < detail {
        attempt(rows) { $0.say(detail, at: place) }
      }
    }
    attempt(rows) { $0.isSpaced = true }
  }

  private mutating func attempt(_ rows: Int, _ change: (inout BoardLayout) -> Void) {
    var other = self
    change(&other)
    if other.count <= rows { self = other }
  }
}

/// How much the board says of a session, from least to most.
enum BoardDetail: Int, CaseIterable, Comparable {
  /// One line.
  case line
  /// Three lines: values, where it stands, what is due and its worst flag.
  case short
  /// The same, with nothing cut.
  case long
  /// Everything, on as many lines as it takes.
  case full

  static func < (one: BoardDetail, other: BoardDetail) -> Bool { one.rawValue < other.rawValue }
}
