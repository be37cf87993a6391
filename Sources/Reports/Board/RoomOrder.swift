/// A room's place among the others: `2` before `10`, `3a` before `3b`, whatever the case of a letter.
struct RoomOrder: Comparable {
  private enum Part: Comparable {
    case number(Int, digits: String)
    case letters(String)
  }

  private let parts: [Part]
  private let text: String

  init(_ room: String) {
    text = room
    var parts: [Part] = []
    var rest = room.lowercased()[...]
    while let first = rest.first {
      let isDigit = RoomOrder.isDigit(first)
      let run = rest.prefix { RoomOrder.isDigit($0) == isDigit }
      rest = rest[run.endIndex...]
      // More digits than a number has: as letters.
      if isDigit, let number = Int(run) {
        parts.append(.number(number, digits: String(run)))
      } else {
        parts.append(.letters(String(run)))
      }
    }
    self.parts = parts
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  static func < (one: RoomOrder, other: RoomOrder) -> Bool {
    for (part, otherPart) in zip(one.parts, other.parts) where part != otherPart {
      return part < otherPart
    }
    return (one.parts.count, one.text) < (other.parts.count, other.text)
  }
}
