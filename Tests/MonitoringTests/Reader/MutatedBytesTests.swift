import Monitoring
import SessionRecord
import TestSupport
import Testing

/// Whatever the bytes are, the reader reads them or refuses them with a place; it never traps.
@Suite struct MutatedBytesTests {
  @Test(arguments: UInt64(1)...40)
  func `mutated bytes are read or refused`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 1...50 {
      var bytes = Array(SmallProtocol.text.utf8)
      for _ in 1...dice.number(1...4) {
        let place = dice.number(0...bytes.count - 1)
        switch dice.number(1...5) {
        case 1: bytes[place] = UInt8(dice.number(0...255))
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(dice.pick([0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x2D, 0x00]), at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + dice.number(1...60)))
        default:
          let end = min(bytes.count, place + dice.number(1...60))
          bytes.insert(contentsOf: bytes[place..<end], at: dice.number(0...bytes.count - 1))
        }
      }
      if try !isRead(bytes, seed) { refused += 1 }
    }
    #expect(refused >= 25, "seed \(seed)")
  }

  @Test func `a text that ends anywhere is refused`() throws {
    let bytes = Array(SmallProtocol.text.utf8)
    for end in 0..<bytes.count { #expect(try !isRead(Array(bytes[..<end]), UInt64(end))) }
  }

  @Test(arguments: UInt64(1)...20)
  func `random bytes are refused`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    for _ in 1...100 {
      let bytes = (0..<dice.number(0...80)).map { _ in UInt8(dice.number(0...255)) }
      #expect(try !isRead(bytes, seed))
    }
  }

  private func isRead(_ bytes: [UInt8], _ seed: UInt64) throws -> Bool {
    do throws(ProtocolRefusal) {
      _ = try MonitoringProtocol(reading: bytes, from: "mutated.json")
      return true
    } catch {
      #expect(error.line >= 1 && error.column >= 1, "seed \(seed)")
      #expect(error.reason.hasSuffix("."), "seed \(seed)")
      return false
    }
  }
}
