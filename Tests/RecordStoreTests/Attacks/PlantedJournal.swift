import Foundation

/// A rollback journal as a crash would have left it, made by hand: whoever opens the file next puts the
/// pages in it back (the format is SQLite's, fileformat2, section 3).
struct PlantedJournal {
  let bytes: Data

  /// Puts every page of *older* back over *newer*.
  init(putting older: Data, over newer: Data) {
    let size = PlantedJournal.pageSize(of: newer)
    let count = older.count / size
    let nonce: UInt32 = 17
    var journal = Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    for number in [UInt32(count), nonce, UInt32(count), 512, UInt32(size)] {
      journal.append(bigEndian: number)
    }
    journal.append(Data(count: 512 - journal.count))
    for number in 1...count {
      let page = older[(number - 1) * size..<number * size]
      journal.append(bigEndian: UInt32(number))
      journal.append(page)
      // Every 200th byte from the end of the page, but for the first 200.
      let sampled = stride(from: size - 200, to: 0, by: -200)
        .map { UInt32(page[page.startIndex + $0]) }
      journal.append(bigEndian: sampled.reduce(nonce, &+))
    }
    bytes = journal
  }

  static func pageSize(of file: Data) -> Int {
    let size = Int(file[file.startIndex + 16]) << 8 | Int(file[file.startIndex + 17])
    return size == 1 ? 65_536 : size
  }
}

extension Data {
  fileprivate mutating func append(bigEndian number: UInt32) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
