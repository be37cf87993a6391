import TestSupport

extension SeededGenerator {
  mutating func maybe<Item>(
    _ make: (inout SeededGenerator) throws -> Item
  ) rethrows -> Item? {
    chance(50) ? try make(&self) : nil
  }

  mutating func list<Item>(
    _ count: ClosedRange<Int>,
    _ make: (inout SeededGenerator) throws -> Item
  ) rethrows -> [Item] {
    var items: [Item] = []
    for _ in 0..<number(count) { items.append(try make(&self)) }
    return items
  }
}
