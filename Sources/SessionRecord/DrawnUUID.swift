package import Foundation

extension UUID {
  /// A new one, of random numbers that the kernel gives itself.
  ///
  /// Foundation's `UUID()` reads `/dev/urandom` on Linux, and where that cannot be read (no descriptor is free,
  /// a sandbox without devices) it gives zeros without a word: every entry would have the same id, and the
  /// second be refused as saved already.
  package static func drawn() -> UUID {
    var generator = SystemRandomNumberGenerator()
    return drawn(using: &generator)
  }

  /// By RFC 9562, version 4.
  package static func drawn(using generator: inout some RandomNumberGenerator) -> UUID {
    let (high, low) = (generator.next() as UInt64, generator.next() as UInt64)
    func byte(_ number: UInt64, _ place: Int) -> UInt8 {
      UInt8(truncatingIfNeeded: number >> (8 * UInt64(place)))
    }
    return UUID(
      uuid: (
        byte(high, 7), byte(high, 6), byte(high, 5), byte(high, 4), byte(high, 3), byte(high, 2),
        byte(high, 1) & 0x0F | 0x40, byte(high, 0),
        byte(low, 7) & 0x3F | 0x80, byte(low, 6), byte(low, 5), byte(low, 4), byte(low, 3),
        byte(low, 2), byte(low, 1), byte(low, 0)
      )
    )
  }
}
