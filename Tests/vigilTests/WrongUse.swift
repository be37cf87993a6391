import Foundation
import Testing

/// A wrong use of the program as it is typed in a shell, and the one thing that is said to it.
struct WrongUse {
  let typed: String
  let status: Int32
  /// The whole of standard error, without its last line end; `{folder}` and `{session}` stand for
  /// the test's folder and the label of session 1.
  let says: String

  init(_ typed: String, exits status: Int32, says: String) {
    self.typed = typed
    self.status = status
    self.says = says
  }
}

extension VigilProgram {
  /// Checks that each use is refused with its message, and that the record stays as it is to the byte.
  func refuses(_ uses: [WrongUse]) throws {
    for use in uses {
      let before = recordBytes
      let outcome = try shell(use.typed)
      let expected = use.says
        .replacingOccurrences(of: "{folder}", with: folder.path)
        .replacingOccurrences(of: "{session}", with: VigilProgram.label(1))
        .replacingOccurrences(of: "{session 2}", with: VigilProgram.label(2))
      #expect(outcome.errors == expected + "\n", "\(use.typed)")
      #expect(outcome.status == use.status, "\(use.typed)")
      #expect(outcome.output == "", "\(use.typed)")
      #expect(recordBytes == before, "\(use.typed)")
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
