import SessionRecord

/// What the letters of the chart stand for, with their times.
struct EventKey {
  private let chart: SessionChart

  init(_ chart: SessionChart) { self.chart = chart }

  /// Empty where nothing happened beside readings, doses and effects.
  var markup: Markup {
    var markup = Markup()
    guard !chart.events.isEmpty else { return markup }
    let clock = chart.words.clock
    markup.element("ul", .class("event-key")) { list in
      list.line()
      for event in chart.events {
        list.element("li") { item in
          item.element("b", .class("letter"), text: event.letter)
          item.text(" \(clock.clock(event.at, near: chart.from)) ")
          item.phrase(event.text)
        }
        list.line()
      }
    }
    return markup
  }
}
