/// How often each last digit was written of blood pressure and heart rate.
package struct DigitCounts: Hashable {
  /// The signs whose last digits are counted; each is a whole number.
  package static let signs: [VitalSign] = [.systolic, .diastolic, .heartRate]

  /// Ten counts for each sign, in the order of the signs.
  private var counts: [Int]
  /// Sets with both pressures.
  package private(set) var pairs: Int
  /// Of these, those in which both end in 0.
  package private(set) var pairsOfZeros: Int

  package init() {
    counts = []
    pairs = 0
    pairsOfZeros = 0
  }

  /// As a store kept them: ten for each sign, then the pairs; nil for any other number of counts.
  package init?(columns: [Int]) {
    guard columns.count == DigitCounts.columns, columns.allSatisfy({ $0 >= 0 }) else { return nil }
    counts = Array(columns.dropLast(2))
    pairs = columns[DigitCounts.columns - 2]
    pairsOfZeros = columns[DigitCounts.columns - 1]
    if isEmpty { self = DigitCounts() }
  }

  package static let columns = DigitCounts.signs.count * 10 + 2

  /// Every count, ten for each sign, then the pairs.
  package var columns: [Int] {
    (counts.isEmpty ? Array(repeating: 0, count: DigitCounts.columns - 2) : counts)
      + [pairs, pairsOfZeros]
  }

  package var isEmpty: Bool { pairs == 0 && counts.allSatisfy { $0 == 0 } }

  /// Of a sign, by digit from 0 to 9.
  package func ofSign(_ sign: VitalSign) -> [Int] {
    guard let place = DigitCounts.signs.firstIndex(of: sign), !counts.isEmpty else {
      return Array(repeating: 0, count: 10)
    }
    return Array(counts[place * 10..<place * 10 + 10])
  }

  /// The readings of one set.
  package mutating func add(_ vitals: Vitals) {
    var digits: [Int?] = []
    for (place, sign) in DigitCounts.signs.enumerated() {
      guard case .measured(let quantity, _)? = vitals.readings[sign] else {
        digits.append(nil)
        continue
      }
      if counts.isEmpty { counts = Array(repeating: 0, count: DigitCounts.columns - 2) }
      let digit = quantity.thousandths / 1_000 % 10
      counts[place * 10 + digit] += 1
      digits.append(digit)
    }
    guard let systolic = digits[0], let diastolic = digits[1] else { return }
    pairs += 1
    if systolic == 0, diastolic == 0 { pairsOfZeros += 1 }
  }

  package mutating func add(_ other: DigitCounts) {
    guard !other.isEmpty else { return }
    if counts.isEmpty { counts = Array(repeating: 0, count: DigitCounts.columns - 2) }
    for place in counts.indices { counts[place] += other.counts[place] }
    pairs += other.pairs
    pairsOfZeros += other.pairsOfZeros
  }
}
