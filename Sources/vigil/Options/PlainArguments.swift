import ArgumentParser

/// Arguments in their plain form: words, `--option value` and `--flag`, each option once.
///
/// What is asked for most (`report`, `timeline`, `chart`, `flags`, `due`) is read this way, since ArgumentParser takes
/// longer than the question. Anything else (`--width=80`, `-h`, a misspelt option) goes to it, and so
/// does every complaint: what is plain to both means the same to both.
struct PlainArguments {
  private(set) var words: [String] = []
  // A few arguments are searched faster than hashed: the first set of a process costs a millisecond.
  private var values: [(option: String, value: String)] = []
  private var flags: [String] = []

  /// Nil where the arguments are not plain.
  init?(_ arguments: ArraySlice<String>, options: [String], flags known: [String]) {
    var rest = arguments
    while let word = rest.popFirst() {
      if known.contains(word) {
        guard !flags.contains(word) else { return nil }
        flags.append(word)
      } else if options.contains(word) {
        guard self[word] == nil, let value = rest.popFirst(), !value.hasPrefix("-") else {
          return nil
        }
        values.append((word, value))
      } else {
        guard !word.hasPrefix("-") else { return nil }
        words.append(word)
      }
    }
  }

  subscript(option: String) -> String? { values.first { $0.option == option }?.value }

  func has(_ flag: String) -> Bool { flags.contains(flag) }
}

/// A command that can be read from plain arguments.
///
/// Its options are set on a made value: inside an initialiser, setting a wrapped property makes the
/// wrapper anew, which then holds nothing.
protocol PlainCommand: ParsableCommand {
  static var plainOptions: [String] { get }
  static var plainFlags: [String] { get }

  /// Nil where ArgumentParser has to look.
  static func read(_ plain: PlainArguments) -> Self?
}

extension PlainCommand {
  /// Nil where the arguments are not plain.
  static func reading(_ arguments: ArraySlice<String>) -> Self? {
    PlainArguments(
      arguments,
      options: plainOptions + ["--format", "--width", "--record"],
      flags: plainFlags + ["--ascii"]
    ).flatMap(read)
  }
}

/// The commands that can be read from plain arguments, by name.
enum PlainCommands {
  static func named(_ name: String) -> (any PlainCommand.Type)? {
    switch name {
    case "report": ReportCommand.self
    case "timeline": Timeline.self
    case "chart": ChartCommand.self
    case "flags": Flags.self
    case "due": Due.self
    default: nil
    }
  }
}

extension LayoutOptions {
  static func read(_ plain: PlainArguments) -> LayoutOptions? {
    var layout = LayoutOptions()
    layout.ascii = plain.has("--ascii")
    layout.width = nil
    if let text = plain["--width"] {
      guard let columns = Int(text) else { return nil }
      layout.width = columns
    }
    do { try layout.validate() } catch { return nil }
    return layout
  }
}

extension RecordOptions {
  static func read(_ plain: PlainArguments) -> RecordOptions {
    var options = RecordOptions()
    options.record = plain["--record"]
    return options
  }
}

extension RawRepresentable where RawValue == String {
  /// The format that was asked for, or the usual one; nil where it is unknown.
  init?(plain: PlainArguments, usual: Self) {
    guard let text = plain["--format"] else {
      self = usual
      return
    }
    self.init(rawValue: text)
  }
}
