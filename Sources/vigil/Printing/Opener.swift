import Foundation

/// Opens a file with the program that a person uses for it.
enum Opener {
  /// Nil where it was opened, else why it was not, and where it is.
  static func open(_ path: String) -> String? {
    let whole = URL(fileURLWithPath: path).path
    guard let program else { return "There is no screen to open it on; it is \(whole)" }
    switch ChildProgram(path: program, arguments: [whole]).launch(watching: 2) {
    // What goes on after that shows it.
    case nil, .exited(0)?: return nil
    case .exited?, .signalled?, .timedOut?, .interrupted?, .notStarted?:
      return "It could not be opened; it is \(whole)"
    }
  }

  private static var program: String? {
    #if canImport(Darwin)
    return Executable.path(of: "open")
    #else
    // Without a screen, xdg-open looks for browsers that would take the terminal.
    let screen = Terminal.environment("DISPLAY") ?? Terminal.environment("WAYLAND_DISPLAY")
    guard screen != nil else {
      return nil
    }
    return Executable.path(of: "xdg-open")
    #endif
  }
}
