import GRDB
import Monitoring
import SessionRecord
import Supervision
import TestSupport

/// Many sessions at once, as no person types them but as the rules find something in them.
extension Ward {
  /// Sessions of readings, effects, doses, corrections and withdrawals; every third stays open, one is
  /// struck out after them, and none of that is counted in the number that is given back.
  @discardableResult
  func makeSessions(_ count: Int, _ random: inout SeededGenerator) throws -> Int {
    for number in 1...count + 1 {
      hands.now = try Ward.instant("08:00:00") + .minutes(5 * number)
      try open("P-\(number)")
      for _ in 0..<random.number(12...30) {
        hands.now = hands.now + .seconds(random.number(30...600))
        // What is refused (a withdrawal of nothing, a dose without a drug) is no entry.
        _ = told { try self.type(self.line(&random), in: number) }
      }
      if number % 3 != 0 { _ = told { try self.type("void #2 -- wrong line", in: number) } }
      if number % 3 == 1 { try end(number) }
    }
    try strikeOut(count + 1)
    return count
  }

  private func line(_ random: inout SeededGenerator) -> String {
    let pressure = "\(random.number(85...205))/\(random.number(45...84))"
    return switch random.number(1...14) {
    case 1...5: "\(pressure) \(random.number(38...140))"
    case 6: "\(pressure) hr \(random.number(38...60)) spo2 \(random.number(86...99))"
    case 7: "rr \(random.number(6...28)) moaas \(random.number(1...5))"
    case 8:
      "\(random.pick(["nausea", "headache", "dizziness"])) \(random.pick(["mild", "severe", "gone"]))"
    case 9: "dissociation \(random.pick(["moderate", "severe"])) distressing"
    case 10: "ketamine 36 mg iv over 40 min"
    case 11: "fix last \(pressure) -- read again"
    case 12: "void last -- not this patient"
    case 13: "@-\(random.number(1...40))m \(pressure)"
    default: "undo"
    }
  }

  /// Another program's doing.
  func tamper(_ sql: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// Runs while another program is in the middle of a transaction.
  func holdingForWriting<Value>(_ body: () throws -> Value) throws -> Value {
    try DatabaseQueue(path: path).inDatabase { other in
      try other.execute(sql: "BEGIN IMMEDIATE")
      let value = try body()
      try other.execute(sql: "ROLLBACK")
      return value
    }
  }
}
