/// What is missing from a line about who comes, goes or takes over, or about the room.
package enum PresenceFault: Hashable, LineFaultText {
  case arrivingMissing
  case leavingMissing
  case takingOverMissing
  case roomMissing
  /// What is breathed, not where.
  case roomAir
  case notARoom(String)

  var problem: String {
    switch self {
    case .arrivingMissing: "Who arrives is missing after “arrives”."
    case .leavingMissing: "Who leaves is missing after “leaves”."
    case .takingOverMissing: "Who takes over is missing after “handover”."
    case .roomMissing: "The room is missing after “room”."
    case .roomAir: "“room air” is not a room."
    case .notARoom(let typed): "“\(typed)” is not the name of a room."
    }
  }

  var remedy: String? {
    switch self {
    case .arrivingMissing:
      "Write the initials, and the role where it matters, as arrives LH second nurse."
    case .leavingMissing: "Write the initials, as leaves LH."
    case .takingOverMissing:
      "Write the initials of who takes over, as handover MB, or handover MB -- asleep since 14:10."
    case .roomMissing:
      "Write where the session goes on, as room 3. For what is breathed, write ra."
    case .roomAir: "For what is breathed, write ra. For another room, write room 3."
    case .notARoom:
      "Write one word of letters and digits, as room 3 or room B2."
    }
  }
}
