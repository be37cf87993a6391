import Foundation

/// What is asked of the machine about where a record lies.
package struct PlaceSurroundings: Sendable {
  /// Of an absolute path without links; nil where the machine does not tell.
  package let fileSystem: @Sendable (String) -> FileSystem?
  /// The names in a folder; empty where it cannot be read.
  package let names: @Sendable (String) -> [String]
  package let writing: @Sendable (String) -> RecordPlace.Writing
  /// Bytes that whoever asks may still fill; nil where the machine does not tell.
  package let freeBytes: @Sendable (String) -> Int?
  /// Absolute, without links, of a path that is there; nil where it is not.
  package let realPath: @Sendable (String) -> String?
  /// Absolute.
  package let homes: [String]

  package init(
    fileSystem: @escaping @Sendable (String) -> FileSystem?,
    names: @escaping @Sendable (String) -> [String],
    writing: @escaping @Sendable (String) -> RecordPlace.Writing,
    freeBytes: @escaping @Sendable (String) -> Int?,
    realPath: @escaping @Sendable (String) -> String?,
    homes: [String]
  ) {
    self.fileSystem = fileSystem
    self.names = names
    self.writing = writing
    self.freeBytes = freeBytes
    self.realPath = realPath
    self.homes = homes
  }

  /// This machine, as it is now.
  package static let machine = PlaceSurroundings(
    fileSystem: Machine.fileSystem,
    names: Machine.names,
    writing: Machine.writing,
    freeBytes: Machine.freeBytes,
    realPath: Machine.realPath,
    homes: Machine.homes
  )
}

/// The calls behind `PlaceSurroundings.machine`.
private enum Machine {
  static var homes: [String] {
    let named = [ProcessInfo.processInfo.environment["HOME"], NSHomeDirectory()].compactMap(\.self)
    return named + named.compactMap(realPath)
  }

  @Sendable static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  @Sendable static func names(_ folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      return []
    }
  }

  @Sendable static func writing(_ path: String) -> RecordPlace.Writing {
    if access(path, W_OK) == 0 { return .possible }
    return errno == EROFS ? .readOnly : .notAllowed
  }

  @Sendable static func freeBytes(_ path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    let (bytes, isOver) = UInt64(status.f_bavail)
      .multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return isOver ? Int.max : Int(clamping: bytes)
  }

  #if canImport(Darwin)
  @Sendable static func fileSystem(_ path: String) -> FileSystem? {
    var status = statfs()
    guard statfs(path, &status) == 0 else { return nil }
    let type = withUnsafePointer(to: &status.f_fstypename) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(MFSTYPENAMELEN)) {
        String(cString: $0)
      }
    }
    return FileSystem(type: type, isLocal: status.f_flags & UInt32(MNT_LOCAL) != 0)
  }
  #else
  @Sendable static func fileSystem(_ path: String) -> FileSystem? {
    guard let text = FileManager.default.contents(atPath: "/proc/self/mountinfo") else {
      return nil
    }
    return MountTable(reading: String(decoding: text, as: UTF8.self)).fileSystem(of: path)
  }
  #endif
}
