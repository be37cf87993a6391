import Foundation

/// A line that is typed on the terminal and not shown.
///
/// The terminal shows again what is typed on every way out: after the line, at an error, and before a signal
/// takes effect.
enum HiddenInput {
  /// Nil at the end of the input.
  ///
  /// Signals that end a program are held meanwhile; one that comes is let go once the terminal is as it was,
  /// and then this does not return. What was typed before the question was seen is not an answer to it.
  static func line(after question: String) throws -> String? {
    try HeldSignals.during { signals in
      // Stopped half-way, the shell would be left without an echo.
      let stop = signal(SIGTSTP, SIG_IGN)
      defer { signal(SIGTSTP, stop) }
      var before = termios()
      guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw PassphraseRefusal.noTerminal }
      var hidden = before
      hidden.c_lflag &= ~tcflag_t(ECHO)
      // The line end alone is shown, so that what follows begins on a line of its own.
      hidden.c_lflag |= tcflag_t(ICANON | ECHONL)
      guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else {
        throw PassphraseRefusal.noTerminal
      }
      defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
      FileHandle.standardError.write(Data("\(question) ".utf8))
      return try read(until: signals)
    }
  }

  /// Nil at the end of the input, and where a signal waits.
  private static func read(until signals: HeldSignals) throws(PassphraseRefusal) -> String? {
    var typed: [UInt8] = []
    while true {
      var terminal = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      // A held signal does not wake a read; so it is asked for five times a second.
      let ready = poll(&terminal, 1, 200)
      if signals.isInterrupted {
        Output.message("\nNo passphrase was given.")
        return nil
      }
      guard ready > 0 else { continue }
      var byte: UInt8 = 0
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        guard !typed.isEmpty else { return nil }
        continue
      }
      if byte == UInt8(ascii: "\n") { return try PassphraseText.text(typed) }
      guard typed.count < PassphraseText.most else { throw .tooLong }
      typed.append(byte)
    }
  }
}
