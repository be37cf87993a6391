import TestSupport

extension SeededGenerator {
  /// One of a list that is not empty; the first alternative where it is.
  mutating func pick<Value>(_ first: Value, _ others: Value...) -> Value {
    let place = number(0...others.count)
    return place == 0 ? first : others[place - 1]
  }
}
