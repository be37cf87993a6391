/// What is mounted where, as `/proc/self/mountinfo` says it.
package struct MountTable: Hashable, Sendable {
  package struct Mount: Hashable, Sendable {
    /// Absolute, without escapes.
    package let point: String
    package let type: String

    package init(point: String, type: String) {
      self.point = point
      self.type = type
    }
  }

  /// In the order of the table: of two on one point the later lies over the earlier.
  package let mounts: [Mount]

  /// Reads the table's text; lines that are none of it are passed over.
  package init(reading text: String) {
    mounts = text.split(separator: "\n").compactMap(MountTable.mount(reading:))
  }

  /// The file system of an absolute path without links: that of the mount nearest above it; nil where the
  /// table has none.
  package func fileSystem(of path: String) -> FileSystem? {
    mount(of: path).map { FileSystem(type: $0.type, root: mount(of: "/")?.type) }
  }

  private func mount(of path: String) -> Mount? {
    var nearest: Mount?
    for mount in mounts where mount.covers(path) {
      if mount.point.utf8.count >= nearest?.point.utf8.count ?? 0 { nearest = mount }
    }
    return nearest
  }

  /// `36 35 98:0 /root /mnt rw,noatime shared:1 - ext3 /dev/root rw`: the fifth field is where it is mounted,
  /// the first after the hyphen its type.
  private static func mount(reading line: Substring) -> Mount? {
    let fields = line.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count > 6, let hyphen = fields[6...].firstIndex(of: "-"),
      hyphen + 1 < fields.endIndex
    else { return nil }
    return Mount(point: plain(fields[4]), type: plain(fields[hyphen + 1]))
  }

  /// Spaces, tabs, line feeds and backslashes stand as a backslash and three octal digits.
  private static func plain(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let first = rest.popFirst() {
      let digits = rest.prefix(3)
      if first == UInt8(ascii: "\\"), digits.count == 3,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MountTable.Mount {
  /// The point itself and everything below it, by whole names.
  fileprivate func covers(_ path: String) -> Bool {
    point == "/" || path == point || path.hasPrefix(point + "/")
  }
}
