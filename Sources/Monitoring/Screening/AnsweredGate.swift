import SessionRecord

/// A question that a person answers: clear by one answer alone, while it may be relied on.
struct AnsweredGate {
  let clear: GateAnswer
  let needsWords: Bool
  let validity: GateValidity

  /// For how long an answer of the day is relied on; Vigil's own.
  static let dayValid = TimeSpan.hours(12)

  func verdict(_ evidence: ScreeningEvidence, of gate: GateID) -> GateVerdict {
    guard let (given, answers, entry) = newest(evidence, gate) else {
      return GateVerdict(answer: .notAsked, isClear: false, basis: "not asked")
    }
    let words = given.words.map { " (\($0))" } ?? ""
    let said = "\(given.answer.word)\(words), \(answers.source.word)"
    let by = "by \(entry.original.author)"
    let age = evidence.at - entry.observed.instant
    guard age <= span else {
      let when =
        switch validity {
        case .day: evidence.dateAndClock(entry.observed.instant)
        case .days: evidence.date(entry.observed.instant)
        }
      return GateVerdict(
        answer: .notAsked,
        isClear: false,
        basis: "\(said), answered \(when) \(by), \(tooOld(evidence))",
        entry: entry.number
      )
    }
    let asked = "asked \(evidence.date(entry.observed.instant)) \(by)"
    let isClear = given.answer == clear
    let lacksWords = isClear && needsWords && given.words == nil
    return GateVerdict(
      answer: given.answer,
      isClear: isClear && !lacksWords,
      basis: "\(said), \(asked)" + (lacksWords ? ", without saying who or what" : ""),
      entry: entry.number
    )
  }

  private var span: TimeSpan {
    switch validity {
    case .day: AnsweredGate.dayValid
    case .days(let days): .hours(24 * days)
    }
  }

  private func tooOld(_ evidence: ScreeningEvidence) -> String {
    switch validity {
    case .day: "more than 12 hours before"
    case .days(let days): "older than \(evidence.daysText(days))"
    }
  }

  /// That a question was not asked takes no earlier answer back.
  private func newest(
    _ evidence: ScreeningEvidence,
    _ gate: GateID
  ) -> (GateAnswers.Answer, GateAnswers, ChartEntry)? {
    for entry in evidence.newest {
      guard case .screening(.answers(let answers)) = entry.content,
        let answer = answers.answers.first(where: { $0.gate == gate && $0.answer != .notAsked })
      else { continue }
      return (answer, answers, entry)
    }
    return nil
  }
}
