import Foundation
import GRDB
import RecordStore
import SessionRecord
import Supervision

/// Two desks at which people enter into one record, and the machine's clock.
final class ClinicDesks {
  final class Hands {
    var clock: SimulatedClock

    init(_ clock: SimulatedClock) { self.clock = clock }
  }

  let hands: Hands
  let disk: SimulatedDisk
  private let parent: String
  private var stores: [RecordStore] = []

  var path: String { "\(disk.folder)/record.vigil" }
  private var cutFolder: String { "\(parent)/cut" }

  init(in place: String, _ clock: SimulatedClock) throws {
    hands = Hands(clock)
    parent = "\(place)/vigil-clinic-\(UUID().uuidString)"
    disk = SimulatedDisk(folder: "\(parent)/record")
    try FileManager.default.createDirectory(
      atPath: disk.folder,
      withIntermediateDirectories: true
    )
    DiskShim.attach(disk)
    try openBoth()
  }

  deinit { discard() }

  /// Takes everything away.
  func discard() {
    stores = []
    DiskShim.detach(disk)
    try? FileManager.default.removeItem(atPath: parent)
  }

  private func openBoth() throws { stores = [try openStore(), try openStore()] }

  private func openStore() throws -> RecordStore {
    try RecordStore.open(
      at: path,
      .creating,
      station: Station(account: "clinic", keyring: Keyring(folder: "\(disk.folder)/keys")),
      now: hands.clock.now
    )
  }

  func store(at desk: Int) -> RecordStore { stores[desk] }

  func supervision(at desk: Int) -> Supervision {
    let hands = hands
    return Supervision(
      store: stores[desk],
      clock: SupervisionClock(now: { hands.clock.now }, monotonic: { hands.clock.monotonic })
    )
  }

  /// The program at a desk ends, and is started again.
  func startAgain(at desk: Int) throws { stores[desk] = try openStore() }

  /// Everything as it is on the disk at this moment; of a write that is torn, the first half as well.
  func photograph(
    _ call: DiskCall,
    _ file: String,
    _ bytes: UnsafeRawBufferPointer?,
    torn: Bool
  )
    throws
  {
    try FileManager.default.copyItem(atPath: disk.folder, toPath: cutFolder)
    guard torn, case .write(let count, let offset) = call, let bytes else { return }
    let name = (file as NSString).lastPathComponent
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(cutFolder)/\(name)"))
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data(bytes.prefix(count / 2)))
    try handle.close()
  }

  /// After a power cut: goes on with what was on the disk then.
  func fallBack() throws {
    stores = []
    try FileManager.default.removeItem(atPath: disk.folder)
    try FileManager.default.moveItem(atPath: cutFolder, toPath: disk.folder)
    try openBoth()
  }

  /// Runs while another program holds the record for writing; it lets go after a while.
  func holding<Value>(forMilliseconds time: Int, _ body: () throws -> Value) throws -> Value {
    let other = try DatabaseQueue(path: path)
    let path = path
    let isHeld = DispatchSemaphore(value: 0)
    let isDone = DispatchSemaphore(value: 0)
    let holder = Thread {
      do {
        try other.inDatabase { database in
          try database.execute(sql: "BEGIN IMMEDIATE")
          isHeld.signal()
          usleep(UInt32(time) * 1_000)
          try database.execute(sql: "ROLLBACK")
        }
      } catch {
        print("\(path) could not be held: \(error)")
        isHeld.signal()
      }
      isDone.signal()
    }
    holder.start()
    isHeld.wait()
    defer { isDone.wait() }
    return try body()
  }

  /// Another program's doing.
  func tamper(_ sql: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }
}
