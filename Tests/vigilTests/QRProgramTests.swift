import Foundation
import Testing

@testable import Reports
@testable import vigil

/// What is read of a program that draws QR codes: a whole code, or nothing.
@Suite struct QRProgramTests {
  private static let signs: [UInt8] = {
    let eye = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    let top = eye.map { $0 + "......." + $0 }
    let middle = (0..<7).map { _ in String(repeating: "#.", count: 10) + "#" }
    let bottom = eye.map { $0 + String(repeating: ".", count: 14) }
    return drawn(top + middle + bottom)
  }()

  /// As `qrencode -t ASCII -m 0` writes it.
  private static func drawn(_ rows: [String]) -> [UInt8] {
    Array(rows.map { $0.map { $0 == "#" ? "##" : "  " }.joined() + "\n" }.joined().utf8)
  }

  @Test func `reads a square of signs`() {
    #expect(QRProgram.read(QRProgramTests.signs)?.side == 21)
  }

  @Test func `reads nothing else`() {
    let signs = QRProgramTests.signs
    #expect(QRProgram.read([]) == nil)
    #expect(QRProgram.read(Array("no code\n".utf8)) == nil)
    #expect(QRProgram.read(Array(signs.dropLast(3))) == nil)
    #expect(QRProgram.read(signs + signs) == nil)
    #expect(QRProgram.read(Array("Failed\n".utf8) + signs) == nil)
    // Half a module, a third sign, an eye that is none.
    for (place, byte) in [(0, UInt8(ascii: " ")), (20, UInt8(ascii: "x")), (1, 0)] {
      var broken = signs
      broken[place] = byte
      #expect(QRProgram.read(broken) == nil)
    }
    var blind = signs
    blind[0] = UInt8(ascii: " ")
    blind[1] = UInt8(ascii: " ")
    #expect(QRProgram.read(blind) == nil)
    #expect(QRProgram.read([UInt8](repeating: UInt8(ascii: "#"), count: 70_000)) == nil)
  }
}
