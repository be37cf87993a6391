import Monitoring
import SessionRecord
import Testing

/// An entry in order costs its rules, not the session.
@Suite struct CostTests {
  @Test func `twelve thousand commits in order are assessed, every prefix`() throws {
    try CostOfLength.check(12_000) { count in
      var session = try SessionScript()
      for place in 1...count {
        try session.add(.value(.systolic, 120 + place * 37 % 90), at: minute(place))
      }
      let flags = session.flags(
        under: try .builtIn(.ketamineIntravenous),
        asOf: minute(count + 1)
      )
      #expect(flags.count > count / 12)
      #expect(flags.map(\.number.value) == Array(1...flags.count))
    }
  }

  /// Each row is put in before all others, which are judged again.
  @Test func `a thousand rows in one commit, backwards into a session with flags`() throws {
    try CostOfLength.check(1_000, grows: .withItsSquare) { count in
      var session = try SessionScript()
      for place in 0..<40 {
        try session.add(.value(.systolic, 185), at: minute(3_000 + place))
      }
      let rows = try (1...count).map { place in
        (try Content.value(.systolic, 120 + place * 37 % 90), minute(3_001 - place))
      }
      try session.add(rows, recorded: minute(3_100))
      let flags = session.flags(
        under: try .builtIn(.ketamineIntravenous),
        asOf: minute(3_100)
      )
      #expect(flags.count > 300 * count / 2_000)
    }
  }

  @Test func `a cost that grows with the square of the length would be seen`() {
    var sum = 0
    let square = CostOfLength.growth(4_000) { count in
      for one in 0..<count { for other in 0..<count { sum &+= one ^ other } }
    }
    let straight = CostOfLength.growth(4_000_000) { count in
      for one in 0..<count { sum &+= one ^ count }
    }
    #expect(square < CostOfLength.Most.withItsSquare.rawValue)
    #expect(square > CostOfLength.Most.withTheLength.rawValue)
    #expect(straight < CostOfLength.Most.withTheLength.rawValue)
    #expect(sum != 0)
  }
}
