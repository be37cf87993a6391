/// A call of SQLite's that changes what is on the disk.
enum DiskCall: Hashable {
  case write(Int, at: Int)
  case sync
  case truncate
  case delete
}

/// What becomes of such a call.
enum DiskOutcome {
  case done
  /// Nothing is changed, and SQLite is told why.
  case refused(Int32)
  /// It is changed, and SQLite is told that it was not.
  case doneAndDenied(Int32)
  /// It is changed, and looked at before SQLite goes on.
  case doneAndSeen(() -> Void)
}

/// What waits for SQLite in one folder.
///
/// SQLite calls on the queue of whichever connection works, while the simulation waits for it.
final class SimulatedDisk: @unchecked Sendable {
  let folder: String
  /// Asked before each call that changes something; with the file, and the bytes of a write.
  var onCall: ((DiskCall, String, UnsafeRawBufferPointer?) -> DiskOutcome)?
  /// Told before a connection takes its lock to read.
  var onLock: (() -> Void)?

  init(folder: String) { self.folder = folder }

  func outcome(
    _ call: DiskCall,
    _ file: String,
    _ bytes: UnsafeRawBufferPointer? = nil
  )
    -> DiskOutcome
  {
    onCall?(call, file, bytes) ?? .done
  }
}
