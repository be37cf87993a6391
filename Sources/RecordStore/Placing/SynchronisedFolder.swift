/// A folder whose files a program copies to other machines by itself.
///
/// Such a program copies a record in the middle of a commit, and puts back an older one over it.
package struct SynchronisedFolder: Hashable, Sendable {
  /// What the program is called.
  package let program: String
  package let folder: String

  /// The nearest one above a path; nil where there is none.
  ///
  /// *path* is absolute. *names* lists a folder, empty where that is not possible. A program is known by the
  /// files that it keeps in its folder, and by a name that it gives the folder in somebody's home.
  package init?(above path: String, names: (String) -> [String], homes: [String] = []) {
    let parts = path.split(separator: "/").map(String.init).dropLast()
    for count in stride(from: parts.count, through: 1, by: -1) {
      let folder = "/" + parts.prefix(count).joined(separator: "/")
      guard
        let program = SynchronisedFolder.program(named: parts.prefix(count), homes: homes)
          ?? SynchronisedFolder.program(keeping: names(folder), in: folder, names)
      else { continue }
      self.program = program
      self.folder = folder
      return
    }
    return nil
  }

  /// By the files of its own that it keeps in the folder.
  private static func program(
    keeping names: [String],
    in folder: String,
    _ list: (String) -> [String]
  ) -> String? {
    for name in names {
      switch name {
      // `.dropbox` alone is the program's own folder, and in every home that uses it.
      case ".dropbox.cache": return "Dropbox"
      case ".stfolder": return "Syncthing"
      case ".tmp.driveupload", ".tmp.drivedownload": return "Google Drive"
      case ".csync_journal.db": return "ownCloud"
      case ".SyncID": return "Resilio Sync"
      case ".sync" where list(folder + "/.sync").contains("ID"): return "Resilio Sync"
      // The mark in the root of a OneDrive folder.
      case ".849C9593-D756-4E56-8D6E-42412F2A707B": return "OneDrive"
      default:
        if isJournal(name) { return "Nextcloud or ownCloud" }
      }
    }
    return nil
  }

  /// `.sync_0123456789ab.db`, and with `._sync_` in older versions.
  private static func isJournal(_ name: String) -> Bool {
    let from = name.hasPrefix("._sync_") ? 7 : name.hasPrefix(".sync_") ? 6 : nil
    guard let from, name.hasSuffix(".db") else { return false }
    let digits = name.dropFirst(from).dropLast(3)
    return digits.count >= 8 && digits.allSatisfy(\.isHexDigit)
  }

  /// By where the folder lies: in a home, or where macOS keeps such folders.
  private static func program(named parts: ArraySlice<String>, homes: [String]) -> String? {
    guard let name = parts.last else { return nil }
    let above = parts.dropLast()
    if above.suffix(2) == ["Library", "CloudStorage"] {
      return programs.first { name == $0 || name.hasPrefix($0 + "-") } ?? "a cloud storage"
    }
    if above.last == "Library", name == "Mobile Documents" { return "iCloud" }
    guard isHome(above, homes) else { return nil }
    return inHome.first { name == $0.name || $0.more.map(name.hasPrefix) == true }?.program
  }

  private static let programs = ["Dropbox", "OneDrive", "GoogleDrive", "Box", "Nextcloud"]

  /// The names that programs give their folder, and how the names of further accounts begin.
  private static let inHome: [(name: String, more: String?, program: String)] = [
    ("Dropbox", "Dropbox (", "Dropbox"), ("OneDrive", "OneDrive - ", "OneDrive"),
    ("Nextcloud", nil, "Nextcloud"), ("ownCloud", nil, "ownCloud"),
    ("Google Drive", "Google Drive (", "Google Drive"), ("iCloudDrive", nil, "iCloud"),
    ("Resilio Sync", nil, "Resilio Sync"),
  ]

  /// The home that is known, and what is one by its place: `/home/kim`, `/Users/kim`, `/mnt/c/Users/kim`.
  private static func isHome(_ parts: ArraySlice<String>, _ homes: [String]) -> Bool {
    if homes.contains("/" + parts.joined(separator: "/")) { return true }
    let above = parts.dropLast()
    return above == ["home"] || above == ["Users"]
      || above.count == 3 && above.first == "mnt" && above.last == "Users"
  }
}
