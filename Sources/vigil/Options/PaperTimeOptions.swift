import ArgumentParser
import Supervision

/// When something was done that a paper chart says, and that is copied from it.
struct PaperTimeOptions: ParsableArguments {
  @ArgumentParser.Flag(name: .long, help: "It is copied from a paper chart, at another time.")
  var fromPaper = false

  @Option(
    name: .long,
    help: ArgumentHelp("When, as the chart says: 15:40.", valueName: "time")
  )
  var at: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "On which day (default: that of the last entry, or the night after it).",
      valueName: "day"
    )
  )
  var date: String?

  /// Nil for what is done now.
  func time() throws -> PaperTime? {
    guard fromPaper else {
      guard at == nil else { throw PaperOptionRefusal.onlyFromPaper("--at") }
      guard date == nil else { throw PaperOptionRefusal.onlyFromPaper("--date") }
      return nil
    }
    guard let at else { throw PaperOptionRefusal.timeMissing }
    return PaperTime(clock: at, date: try date.map(PaperDay.read))
  }
}
