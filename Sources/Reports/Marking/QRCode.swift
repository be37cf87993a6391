/// A QR code: a square of dark and light modules, without the white around it.
package struct QRCode: Hashable {
  /// From the top, each from the left; true is dark.
  private let rows: [[Bool]]

  /// Nil for what is no square of a size that there is, or has not the three eyes by which one is found.
  ///
  /// ISO/IEC 18004: versions 1 to 40 have 21 to 177 modules a side.
  package init?(_ rows: [[Bool]]) {
    let side = rows.count
    guard (21...177).contains(side), side % 4 == 1, rows.allSatisfy({ $0.count == side }),
      QRCode.hasEye(rows, 0, 0), QRCode.hasEye(rows, 0, side - 7), QRCode.hasEye(rows, side - 7, 0)
    else { return nil }
    self.rows = rows
  }

  /// In modules.
  var side: Int { rows.count }

  /// Seven by seven: a dark ring, a light one, and a dark square of three.
  private static func hasEye(_ rows: [[Bool]], _ top: Int, _ left: Int) -> Bool {
    (0..<7).allSatisfy { y in
      (0..<7).allSatisfy { x in
        let ring = max(abs(x - 3), abs(y - 3))
        return rows[top + y][left + x] == (ring != 2)
      }
    }
  }

  /// Its dark modules as one path, a unit each.
  var path: String {
    var path = ""
    for (y, row) in rows.enumerated() {
      var x = 0
      while x < side {
        guard row[x] else {
          x += 1
          continue
        }
        let end = row[x...].firstIndex(of: false) ?? side
        path += "M\(x) \(y)h\(end - x)v1h-\(end - x)z"
        x = end
      }
    }
    return path
  }
}
