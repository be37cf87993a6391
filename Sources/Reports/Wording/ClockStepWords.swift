import SessionRecord

/// That the clock was set, in words.
struct ClockStepWords {
  private let step: ClockStep

  init(_ step: ClockStep) { self.step = step }

  var phrase: Phrase {
    Phrase(
      "the clock of this machine was set \(direction) by \(length); "
        + "earlier times are shown by the clock as it is now"
    )
  }

  private var direction: String { step.by.milliseconds < 0 ? "back" : "forward" }

  /// To the next whole second, and with seconds where that says more than minutes do.
  private var length: String {
    let seconds = (abs(step.by.milliseconds) + 500) / 1_000
    let span = TimeSpan.seconds(seconds)
    let minutes = SpanText.duration(span)
    guard (1..<10).contains(span.wholeMinutes), seconds % 60 != 0 else { return minutes }
    return "\(minutes)\u{A0}\(seconds % 60)\u{A0}s"
  }
}
