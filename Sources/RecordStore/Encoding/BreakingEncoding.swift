import SessionRecord

extension CanonicalWriter {
  /// A group of the entry, when it was observed, and what broke the rule in it.
  mutating func breaking(_ reading: BreakingReading) {
    group { writer in
      writer.number(reading.entry)
      writer.instant(reading.observed)
      writer.optional(reading.quantity) { $1.quantity($0) }
      writer.optional(reading.effect) { effect, writer in writer.group { $0.effect(effect) } }
      writer.optional(reading.reckoned) { $1.reckoned($0) }
    }
  }

  private mutating func reckoned(_ value: Reckoned) {
    group { writer in
      writer.integer(value.numerator)
      writer.integer(value.denominator)
      writer.boolean(value.isAtLeast)
    }
  }
}

extension CanonicalReader {
  /// Bounds of a fraction in thousandths, which keep every later comparison inside 128 bits.
  static let numerators = -1_000_000_000_000_000_000...1_000_000_000_000_000_000
  static let denominators = 1...1_000_000_000_000

  mutating func breaking() throws(DamagedBody) -> BreakingReading {
    try group { reader throws(DamagedBody) in
      BreakingReading(
        entry: try reader.entryNumber(),
        observed: try reader.instant(),
        quantity: try reader.optional { reader throws(DamagedBody) in try reader.quantity() },
        effect: try reader.optional { reader throws(DamagedBody) in
          try reader.group { reader throws(DamagedBody) in try reader.effect() }
        },
        reckoned: try reader.optional { reader throws(DamagedBody) in try reader.reckoned() }
      )
    }
  }

  private mutating func reckoned() throws(DamagedBody) -> Reckoned {
    try group { reader throws(DamagedBody) in
      Reckoned(
        try reader.integer(in: CanonicalReader.numerators),
        over: try reader.integer(in: CanonicalReader.denominators),
        isAtLeast: try reader.boolean()
      )
    }
  }
}
