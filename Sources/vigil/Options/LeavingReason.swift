import SessionRecord

/// A reason as it is given to `end`: `gait=uses a frame`, or a text for every criterion.
struct LeavingReason {
  let criterion: CriterionID?
  let text: String

  /// What stands before the first `=` is a criterion where it is written as an id is; a sentence with
  /// an equals sign somewhere in it is all text.
  init(_ typed: String) throws {
    let id = typed.prefix { $0 != "=" }
    let isID = !id.isEmpty && id.utf8.allSatisfy(LeavingReason.isOfID)
    let isForOne = isID && id.endIndex < typed.endIndex
    criterion = isForOne ? CriterionID(String(id)) : nil
    let reason = isForOne ? typed[typed.index(after: id.endIndex)...] : typed[...]
    guard !reason.allSatisfy(\.isWhitespace) else { throw CommandRefusal.emptyReason }
    text = try PlainText.checked(String(reason), what: "reason")
  }

  private static func isOfID(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
