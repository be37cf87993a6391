import Foundation
import Testing

/// A wrong use of the program as it is typed in a shell, and the one thing that is said to it.
struct WrongUse {
  let typed: String
  let status: Int32
  /// The whole of standard error, without its last line end; `{folder}` and `{session}` stand for
  /// the test's folder and the label of session 1.
  let says: String
  /// Whether it is refused only after the record's log of accesses says that it was asked for, as what
  /// is printed or exported is.
  let logsAccess: Bool

  init(_ typed: String, exits status: Int32, says: String, logsAccess: Bool = false) {
    self.typed = typed
    self.status = status
    self.says = says
    self.logsAccess = logsAccess
  }
}

extension VigilProgram {
  /// Checks that each use is refused with its message, and that the record stays as it is to the byte;
  /// where the use is logged, that it has one access more, and stays as it is in all else.
  func refuses(_ uses: [WrongUse]) throws {
    for use in uses {
      let before = recordBytes
      let contents = use.logsAccess ? try RecordContents(of: self) : nil
      let outcome = try shell(use.typed)
      let expected = use.says
        .replacingOccurrences(of: "{folder}", with: folder.path)
        .replacingOccurrences(of: "{session}", with: VigilProgram.label(1))
        .replacingOccurrences(of: "{session 2}", with: VigilProgram.label(2))
      #expect(outcome.errors == expected + "\n", "\(use.typed)")
      #expect(outcome.status == use.status, "\(use.typed)")
      #expect(outcome.output == "", "\(use.typed)")
      guard let contents else {
        #expect(recordBytes == before, "\(use.typed)")
        continue
      }
      let now = try RecordContents(of: self)
      #expect(now.rest == contents.rest, "\(use.typed)")
      #expect(now.accesses.count == contents.accesses.count + 1, "\(use.typed)")
      #expect(now.accesses.starts(with: contents.accesses), "\(use.typed)")
    }
  }

  /// `S-2026-0001`, of a session that is opened today in UTC.
  static func label(_ number: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let digits = String(number)
    let year = calendar.component(.year, from: Date())
    return "S-\(year)-" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
