extension ProtocolNode {
  /// Whole minutes, at most a day.
  func minutes(in range: ClosedRange<Int> = 0...1_440) throws(ProtocolRefusal) -> Int {
    try wholeNumber("minutes", in: range)
  }
}
