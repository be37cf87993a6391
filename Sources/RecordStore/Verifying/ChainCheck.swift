import SessionRecord

/// Follows a chain row by row: keeps the first that fails, and how many of those after it link on what is
/// stored.
struct ChainCheck {
  private(set) var fault: (number: Int, fault: ChainFault)?
  private(set) var rows = 0
  private(set) var number = 0
  private(set) var computed: HashBytes?
  private var stored: HashBytes?
  private var later = 0
  private var linking = 0

  /// *genesis* is what the first row is chained to.
  init(_ genesis: HashBytes?) {
    computed = genesis
    stored = genesis
  }

  /// Takes the next row; a hash that is nil is none at all.
  mutating func take(_ number: Int, prev: HashBytes?, computed: HashBytes?, stored: HashBytes?) {
    let expected = self.number &+ 1
    if fault != nil {
      later += 1
      if number == expected, prev != nil, prev == self.stored, stored != nil, stored == computed {
        linking += 1
      }
    } else if number != expected {
      fault = (number, .insteadOf(expected))
    } else if prev == nil || prev != self.computed {
      fault = (number, .notChained)
    } else if stored == nil || stored != computed {
      fault = (number, .altered)
    }
    rows += 1
    self.number = number
    self.computed = computed
    self.stored = stored
  }

  var broken: (number: Int, fault: VerificationFault)? {
    fault.map { ($0.number, .broken($0.fault, after: LinksAfter(rows: later, linking: linking))) }
  }
}
