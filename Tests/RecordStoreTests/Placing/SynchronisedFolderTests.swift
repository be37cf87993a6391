import RecordStore
import Testing

@Suite("Synchronised folders")
struct SynchronisedFolderTests {
  private func found(
    _ path: String,
    holding names: [String: [String]] = [:],
    home: String = "/home/kim"
  ) -> SynchronisedFolder? {
    SynchronisedFolder(above: path, names: { names[$0] ?? [] }, homes: [home])
  }

  @Test(arguments: [
    (".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"),
    (".sync_0123456789ab.db", "Nextcloud or ownCloud"),
    ("._sync_89abcdef0123.db", "Nextcloud or ownCloud"), (".csync_journal.db", "ownCloud"),
    (".tmp.driveupload", "Google Drive"), (".tmp.drivedownload", "Google Drive"),
    (".SyncID", "Resilio Sync"), (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
  ])
  func `are known by what a program keeps in them, also further up`(
    name: String,
    program: String
  )
    throws
  {
    let names = ["/data/ward": ["a.txt", name, "b"]]
    let near = try #require(found("/data/ward/record.vigil", holding: names))
    #expect(near.program == program)
    #expect(near.folder == "/data/ward")
    #expect(found("/data/ward/deep/er/record.vigil", holding: names)?.folder == "/data/ward")
    #expect(found("/data/record.vigil", holding: names) == nil, "beside it, not in it")
    #expect(found("/data/ward", holding: names) == nil, "the record is not a folder")
  }

  @Test func `of Resilio Sync need the id in their folder`() {
    let own = ["/d": [".sync"], "/d/.sync": ["ID", "Archive"]]
    #expect(found("/d/record.vigil", holding: own)?.program == "Resilio Sync")
    let another = ["/d": [".sync"], "/d/.sync": ["notes"]]
    #expect(found("/d/record.vigil", holding: another) == nil)
  }

  @Test(arguments: [
    ("/home/kim/Dropbox/record.vigil", "Dropbox", "/home/kim/Dropbox"),
    ("/home/kim/Dropbox (Clinic)/a/record.vigil", "Dropbox", "/home/kim/Dropbox (Clinic)"),
    ("/Users/kim/OneDrive - Clinic/record.vigil", "OneDrive", "/Users/kim/OneDrive - Clinic"),
    ("/mnt/c/Users/kim/OneDrive/record.vigil", "OneDrive", "/mnt/c/Users/kim/OneDrive"),
    ("/home/kim/Nextcloud/record.vigil", "Nextcloud", "/home/kim/Nextcloud"),
    ("/home/kim/ownCloud/record.vigil", "ownCloud", "/home/kim/ownCloud"),
    ("/home/kim/Google Drive/record.vigil", "Google Drive", "/home/kim/Google Drive"),
    (
      "/Users/kim/Library/CloudStorage/OneDrive-Clinic/record.vigil", "OneDrive",
      "/Users/kim/Library/CloudStorage/OneDrive-Clinic"
    ),
    (
      "/Users/kim/Library/CloudStorage/NewDrive/record.vigil", "a cloud storage",
      "/Users/kim/Library/CloudStorage/NewDrive"
    ),
    (
      "/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/record.vigil", "iCloud",
      "/Users/kim/Library/Mobile Documents"
    ),
  ])
  func `are known by their place in a home`(path: String, program: String, folder: String) throws {
    let place = try #require(found(path))
    #expect(place.program == program)
    #expect(place.folder == folder)
  }

  @Test(arguments: [
    "/home/kim/Dropbox-notes/record.vigil", "/home/kim/my Dropbox/record.vigil",
    "/home/kim/dropbox.old/record.vigil", "/srv/clinic/Dropbox/record.vigil",
    "/home/kim/notes/OneDrive/record.vigil", "/home/kim/OneDrives/record.vigil",
    "/home/kim/Nextcloud2/record.vigil", "/home/Dropbox/record.vigil",
    "/srv/Library/Mobile/record.vigil", "/home/kim/Dropbox", "/record.vigil",
    "/home/kim/.local/share/vigil/record.vigil",
  ])
  func `are not every folder that has such a word in its name`(path: String) {
    #expect(found(path) == nil)
  }

  @Test(arguments: [
    ".dropbox", "Dropbox", ".sync", ".sync_x.db", ".sync_0123456789ab.txt", "sync_0123456789ab.db",
    ".stfolder.removed", "stfolder", ".sync_notes.db", ".nextcloud",
  ])
  func `are not known by a file that only looks like it`(name: String) {
    #expect(found("/home/kim/record.vigil", holding: ["/home/kim": [name]]) == nil)
  }
}
