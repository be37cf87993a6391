/// Random numbers that a printed seed repeats (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64 = .random(in: .min ... .max)) {
    self.seed = seed
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// True so many times of a hundred.
  package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// True once in so many times.
  package mutating func once(in count: Int) -> Bool { number(1...count) == 1 }

  /// One of some; the list is not empty.
  package mutating func pick<Item>(_ items: [Item]) -> Item {
    items[number(0...items.count - 1)]
  }
}
