/// What kind of place a record lies in, or would be made in.
///
/// What is entered is to lie on a disk of this machine when it is called saved, and nobody else is to write
/// there. Whether that is so is asked where a session is opened; reading asks nothing.
package struct RecordPlace: Hashable, Sendable {
  /// Whether something can be written there.
  package enum Writing: Hashable, Sendable {
    case possible
    /// The disk takes none, from nobody.
    case readOnly
    /// Whoever runs this may not.
    case notAllowed
  }

  package let path: String
  /// Nil where the machine does not tell.
  package let fileSystem: FileSystem?
  package let synchronised: SynchronisedFolder?
  package let writing: Writing
  /// Nil where the machine does not tell.
  package let freeBytes: Int?

  /// Looks at the place of a record that is there or is to be made.
  package init(of path: String, in surroundings: PlaceSurroundings = .machine) {
    self.path = path
    let typed = RecordPlace.absolute(path, surroundings)
    // Of what is not there yet, the folder that it will be made in counts.
    var nearest = typed
    var missing: [Substring] = []
    while surroundings.realPath(nearest) == nil, nearest != "/" {
      let parts = nearest.split(separator: "/")
      missing.insert(contentsOf: parts.suffix(1), at: 0)
      nearest = "/" + parts.dropLast().joined(separator: "/")
    }
    let there = surroundings.realPath(nearest) ?? nearest
    let real = ([there == "/" ? "" : there] + missing.map(String.init)).joined(separator: "/")
    let folder =
      missing.isEmpty ? "/" + there.split(separator: "/").dropLast().joined(separator: "/") : there
    fileSystem = surroundings.fileSystem(real)
    if fileSystem?.nearness == .elsewhere {
      // Nothing more is asked of a server that may not answer.
      (synchronised, writing, freeBytes) = (nil, .possible, nil)
      return
    }
    synchronised =
      SynchronisedFolder(above: real, names: surroundings.names, homes: surroundings.homes)
      ?? SynchronisedFolder(above: typed, names: surroundings.names, homes: surroundings.homes)
    let ofFolder = surroundings.writing(folder)
    writing =
      missing.isEmpty && ofFolder == .possible ? surroundings.writing(there) : ofFolder
    freeBytes = surroundings.freeBytes(folder)
  }

  /// From the root; `.` and `..` are left to the machine, which knows the links.
  private static func absolute(_ path: String, _ surroundings: PlaceSurroundings) -> String {
    if path.hasPrefix("/") { return path }
    return (surroundings.realPath(".") ?? "") + "/" + path
  }
}

extension RecordPlace {
  /// Under this nothing is begun: a session writes some hundred kilobytes, its journal as much again, and
  /// other programs fill the disk meanwhile.
  package static let leastBytes = 5_000_000  // Vigil's own
  /// Under this the place is told to be short.
  package static let shortBytes = 50_000_000  // Vigil's own

  /// Refuses a place in which what is saved would not be safe.
  package func requireForSession() throws(PlaceRefusal) {
    switch fileSystem?.nearness {
    case .elsewhere: throw .elsewhere(path: path, type: fileSystem?.type ?? "")
    case .ofHost: throw .ofHost(path: path, type: fileSystem?.type ?? "")
    case .here, .perhapsElsewhere, nil: break
    }
    if let synchronised {
      throw .synchronised(path: path, by: synchronised.program, folder: synchronised.folder)
    }
    switch writing {
    case .readOnly: throw .readOnly(path: path)
    case .notAllowed: throw .notAllowed(path: path)
    case .possible: break
    }
    if let freeBytes, freeBytes < RecordPlace.leastBytes {
      throw .full(path: path, free: freeBytes)
    }
  }

  /// What is to be said of a place that is not refused, as whole sentences.
  package var warnings: [String] {
    var said: [String] = []
    if let fileSystem, fileSystem.nearness == .perhapsElsewhere {
      said.append(
        "\(path) lies on a file system of the type \(fileSystem.type), which may be on another machine: "
          + "a record belongs on a disk of this one."
      )
    }
    if let freeBytes, freeBytes < RecordPlace.shortBytes {
      said.append(
        "Only \(freeBytes / 1_000_000) MB are free where the record is. Make room before the disk is full: "
          + "then nothing more can be saved."
      )
    }
    return said
  }
}
