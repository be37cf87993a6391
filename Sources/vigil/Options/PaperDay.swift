import SessionRecord

/// The date at the head of a paper chart, given as an option.
enum PaperDay {
  /// `2026-11-18`.
  static func read(_ text: String) throws -> CivilTime {
    guard let day = CivilTime(date: text) else { throw PaperOptionRefusal.notADate(text) }
    return day
  }
}

/// What is wrong with the options of a paper chart; nothing was stored.
enum PaperOptionRefusal: Refusal, Hashable {
  case dateMissing
  case notADate(String)
  /// An option that is about paper, without `--from-paper`.
  case onlyFromPaper(String)
  case timeMissing
  /// Nothing is said that a chart could say.
  case nothingAnswered

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .dateMissing: "--from-paper does not say of which day the chart is. Nothing was stored."
    case .notADate(let text): "--date “\(text)” is not a date. Nothing was stored."
    case .onlyFromPaper(let option):
      "\(option) is for what is transcribed from paper. Nothing was stored."
    case .timeMissing: "--from-paper does not say at what time of the chart. Nothing was stored."
    case .nothingAnswered:
      "--from-paper is for answers, and no criterion is answered. Nothing was stored."
    }
  }

  var remedy: String? {
    switch self {
    case .dateMissing: "Add the date at its head: --date 2026-11-18"
    case .notADate: "Write it as 2026-11-18."
    case .onlyFromPaper(let option): "Add --from-paper, or leave \(option) out."
    case .timeMissing: "Add the time: --at 15:40"
    case .nothingAnswered: "Add the criteria and their answers, as --met gait --not-met oriented"
    }
  }
}
