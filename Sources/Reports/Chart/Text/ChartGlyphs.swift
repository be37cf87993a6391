import Monitoring
import SessionRecord

/// The signs that a terminal chart is drawn with, and their plain forms.
///
/// The plain forms are their own, not `ASCIIForm`'s: there a flag's triangle is `^`, here a diastolic is.
struct ChartGlyphs {
  let systolic: String
  let diastolic: String
  let heartRate: String
  /// A diastolic pressure and a heart rate in one cell.
  let both: String
  /// Between a systolic and its diastolic.
  let link: String
  /// A limit's line, at even columns and at odd ones.
  let limit: (even: String, odd: String)
  let mild: String
  let moderate: String
  let severe: String
  /// Present, and nobody graded it.
  let ungraded: String
  let ended: String
  let goesOn: String
  let atOnce: String
  let infusion: String
  let paused: String
  let wall: String
  let corner: String
  let floor: String
  /// Where the floor stands under a clock time.
  let tick: String
  let gap: String
  let missing: String
  let corrected: String
  let ellipsis: String
  private let isASCII: Bool

  init(_ style: Style) {
    isASCII = style.ascii
    func glyph(_ shown: String, _ plain: String) -> String { style.ascii ? plain : shown }
    systolic = glyph("˅", "v")
    diastolic = glyph("˄", "^")
    heartRate = glyph("●", "o")
    both = glyph("◆", "*")
    link = glyph("·", ".")
    limit = style.ascii ? ("-", "-") : (" ", "╌")
    mild = glyph("░", ":")
    moderate = glyph("▓", "#")
    // Two grades may not look the same.
    severe = glyph("█", "@")
    ungraded = glyph("─", "-")
    ended = glyph("┤", "]")
    goesOn = glyph("▶", ">")
    atOnce = glyph("◆", "*")
    infusion = glyph("█", "#")
    paused = glyph("╌", "-")
    wall = glyph("│", "|")
    corner = glyph("└", "+")
    floor = glyph("─", "-")
    tick = glyph("┴", "+")
    gap = glyph("·", ".")
    missing = glyph("–", "-")
    corrected = glyph("†", "+")
    ellipsis = glyph("…", "...")
  }

  func bar(_ severity: Severity?) -> String {
    switch severity {
    case nil: ungraded
    case .mild?: mild
    case .moderate?: moderate
    case .severe?: severe
    }
  }

  /// A flag by its number: `▲3`, `!3`.
  func flag(_ label: String) -> String {
    isASCII ? "!" + label.filter { $0.isASCII && $0.isNumber } : label
  }

  /// All of a flag's signs, for a legend.
  var flagSigns: String { isASCII ? "!" : "▲ ▼ ●" }

  /// Behind a number that crossed a limit.
  func mark(_ mark: LimitMarks.Mark) -> String { isASCII ? "!" : mark.sign }
}
