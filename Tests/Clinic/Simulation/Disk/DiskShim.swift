import Foundation
import GRDBSQLite
import Synchronization

/// The layer between SQLite and the disk, through which the files of simulated clinics go, and no others.
///
/// It is SQLite's own layer for this system with five of its calls looked at first.
enum DiskShim {
  /// An open file that is on a simulated disk.
  private struct OpenFile {
    let disk: SimulatedDisk
    let path: String
    let system: sqlite3_io_methods
  }

  private struct State {
    var disks: [String: SimulatedDisk] = [:]
    var files: [UInt: OpenFile] = [:]
    /// By the system's own: a journal is opened with other methods than a record, since nobody locks it.
    var looking: [UInt: UInt] = [:]
    var isInstalled = false
  }

  private static let state = Mutex(State())
  // Set once, before the first file is opened through the layer, and never again.
  nonisolated(unsafe) private static var system: UnsafeMutablePointer<sqlite3_vfs>?

  /// Every file below the disk's folder that is opened from now on goes through it.
  static func attach(_ disk: SimulatedDisk) {
    state.withLock { state in
      if !state.isInstalled {
        install()
        state.isInstalled = true
      }
      state.disks[disk.folder] = disk
    }
  }

  static func detach(_ disk: SimulatedDisk) {
    state.withLock { $0.disks[disk.folder] = nil }
  }

  private static func install() {
    sqlite3_initialize()
    guard let found = sqlite3_vfs_find(nil) else { return }
    let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    layer.initialize(to: found.pointee)
    layer.pointee.zName = UnsafePointer(strdup("simulated"))
    layer.pointee.pNext = nil
    layer.pointee.xOpen = { _, name, file, flags, given in
      DiskShim.open(name, file, flags, given)
    }
    layer.pointee.xDelete = { _, name, isSynced in DiskShim.delete(name, isSynced) }
    system = found
    sqlite3_vfs_register(layer, 1)
  }

  private static func open(
    _ name: UnsafePointer<CChar>?,
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: Int32,
    _ given: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    let result = system?.pointee.xOpen(system, name, file, flags, given) ?? SQLITE_CANTOPEN
    guard result == SQLITE_OK, let name, let file, let found = file.pointee.pMethods else {
      return result
    }
    let path = String(cString: name)
    let place = UInt(bitPattern: file)
    let methods = UInt(bitPattern: found)
    let system = found.pointee
    let looked = state.withLock { state -> UInt? in
      guard let disk = state.disks[(path as NSString).deletingLastPathComponent] else { return nil }
      state.files[place] = OpenFile(disk: disk, path: path, system: system)
      if let known = state.looking[methods] { return known }
      let made = UInt(bitPattern: looking(at: system))
      state.looking[methods] = made
      return made
    }
    if let looked { file.pointee.pMethods = UnsafePointer(bitPattern: looked) }
    return result
  }

  private static func looking(
    at found: sqlite3_io_methods
  ) -> UnsafeMutablePointer<sqlite3_io_methods> {
    let looking = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    looking.initialize(to: found)
    looking.pointee.xClose = { file in
      let close = DiskShim.file(file)?.system.xClose
      DiskShim.forget(file)
      return close?(file) ?? SQLITE_IOERR
    }
    looking.pointee.xWrite = { file, bytes, count, offset in
      let written = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      return DiskShim.look(.write(Int(count), at: Int(offset)), at: file, written) {
        $0.xWrite(file, bytes, count, offset)
      }
    }
    looking.pointee.xSync = { file, flags in
      DiskShim.look(.sync, at: file) { $0.xSync(file, flags) }
    }
    looking.pointee.xTruncate = { file, size in
      DiskShim.look(.truncate, at: file) { $0.xTruncate(file, size) }
    }
    looking.pointee.xLock = { file, level in
      guard let found = DiskShim.file(file) else { return SQLITE_IOERR }
      if level == SQLITE_LOCK_SHARED { found.disk.onLock?() }
      return found.system.xLock(file, level)
    }
    return looking
  }

  private static func delete(_ name: UnsafePointer<CChar>?, _ isSynced: Int32) -> Int32 {
    let deleting = { system?.pointee.xDelete(system, name, isSynced) ?? SQLITE_IOERR }
    guard let name else { return deleting() }
    let path = String(cString: name)
    let folder = (path as NSString).deletingLastPathComponent
    guard let disk = state.withLock({ $0.disks[folder] }) else { return deleting() }
    return tell(disk.outcome(.delete, path), deleting)
  }

  private static func look(
    _ call: DiskCall,
    at file: UnsafeMutablePointer<sqlite3_file>?,
    _ bytes: UnsafeRawBufferPointer? = nil,
    _ body: (sqlite3_io_methods) -> Int32
  ) -> Int32 {
    guard let found = self.file(file) else { return SQLITE_IOERR }
    return tell(found.disk.outcome(call, found.path, bytes)) { body(found.system) }
  }

  private static func tell(_ outcome: DiskOutcome, _ body: () -> Int32) -> Int32 {
    switch outcome {
    case .done: return body()
    case .refused(let code): return code
    case .doneAndDenied(let code):
      let result = body()
      return result == SQLITE_OK ? code : result
    case .doneAndSeen(let look):
      let result = body()
      look()
      return result
    }
  }

  private static func file(_ file: UnsafeMutablePointer<sqlite3_file>?) -> OpenFile? {
    let place = UInt(bitPattern: file)
    return state.withLock { $0.files[place] }
  }

  private static func forget(_ file: UnsafeMutablePointer<sqlite3_file>?) {
    let place = UInt(bitPattern: file)
    state.withLock { $0.files[place] = nil }
  }
}
