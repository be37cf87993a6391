import ArgumentParser
import Reports
import SessionRecord

/// Where a print goes, and on which paper.
struct PrintOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The file to write, - for standard output.", valueName: "file")
  )
  var out: String?

  @ArgumentParser.Flag(name: .long, help: "Replace a file that is there.")
  var force = false

  @ArgumentParser.Flag(name: .long, help: "Open the file once it is written.")
  var open = false

  @Option(
    name: .long,
    help: ArgumentHelp("a4 or letter (default: the clinic's, or a4).", valueName: "paper")
  )
  var paper: Paper?

  /// The options of a command that is read from plain arguments.
  static let plainOptions = ["--out", "--paper"]
  static let plainFlags = ["--force", "--open"]

  /// Nil where ArgumentParser has to look.
  static func read(_ plain: PlainArguments) -> PrintOptions? {
    var options = PrintOptions()
    options.out = plain["--out"]
    options.force = plain.has("--force")
    options.open = plain.has("--open")
    options.paper = nil
    if let name = plain["--paper"] {
      guard let paper = Paper(rawValue: name) else { return nil }
      options.paper = paper
    }
    return options
  }

  /// How lines are laid out; a file has no colours.
  func style(_ layout: LayoutOptions) -> Style {
    let style = layout.style
    guard out != nil || open else { return style }
    return Style(width: style.width, ascii: style.ascii, colour: false)
  }
}
