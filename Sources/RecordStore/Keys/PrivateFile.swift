import Foundation

/// A small file that only its owner reads, apart from the record.
struct PrivateFile {
  let path: String

  enum Failure: Error {
    case absent
    case exists
    case openToOthers
    case system(String)

    var words: String {
      switch self {
      case .absent: "there is no such file"
      case .exists: "there is one already"
      case .openToOthers: "others may read it"
      case .system(let why): why
      }
    }
  }

  /// The bytes; refuses a file that others may read, and one beyond 64 KiB.
  func read() throws(Failure) -> [UInt8] {
    // A pipe would be waited for before it could be seen to be none.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .absent : .system(SystemFailure.wordsOfReading(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .system(SystemFailure.wordsOfReading(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system("it is no file") }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers }
    var bytes = [UInt8](repeating: 0, count: 65_537)
    var filled = 0
    while filled < bytes.count {
      let count = bytes[filled...].withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(SystemFailure.wordsOfReading(errno)) }
      if count == 0 { return Array(bytes[..<filled]) }
      filled += count
    }
    throw .system("it is too large")
  }

  /// Written whole and on the disk, or not at all; the folder is made with mode 0700.
  func write(_ bytes: [UInt8], replacing: Bool) throws(Failure) {
    let folder = (path as NSString).deletingLastPathComponent
    try PrivateFile.makeFolder(folder)
    UnfinishedFile.sweep(folder)
    let file = try UnfinishedFile(in: folder)
    try file.write(bytes)
    // A link never replaces what is there.
    let result = replacing ? rename(file.path, path) : link(file.path, path)
    guard result == 0 else { throw errno == EEXIST ? .exists : .system(PrivateFile.why()) }
    PrivateFile.sync(folder: folder)
  }

  static func makeFolder(_ folder: String) throws(Failure) {
    var status = stat()
    if stat(folder, &status) == 0 { return }
    // What leads back out of a folder that is not there asks for none to be made.
    guard (folder as NSString).lastPathComponent != ".." else {
      throw .system(SystemFailure.words(ENOENT))
    }
    let parent = (folder as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != folder { try makeFolder(parent) }
    guard mkdir(folder, 0o700) == 0 else {
      if errno == EEXIST { return }
      throw .system(why())
    }
    // Whatever the umask takes away.
    chmod(folder, 0o700)
    sync(folder: parent.isEmpty ? "." : parent)
  }

  /// A name that is new, or gone, has to be so on the disk as well.
  static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func why() -> String { SystemFailure.words(errno) }
}
