import Foundation
import RecordStore
import SessionRecord
import Testing

@Suite("Where a record lies")
struct RecordPlaceTests {
  /// A machine with these files and links, everything else being absent.
  private func machine(
    type: String = "ext4",
    there: [String] = ["/", "/data", "/data/record.vigil"],
    links: [String: String] = [:],
    names: [String: [String]] = [:],
    writing: [String: RecordPlace.Writing] = [:],
    free: Int? = 1_000_000_000,
    home: String = "/home/kim"
  ) -> PlaceSurroundings {
    PlaceSurroundings(
      fileSystem: { $0.hasPrefix("/far") ? FileSystem(type: type, root: "ext4") : nil },
      names: { names[$0] ?? [] },
      writing: { writing[$0] ?? .possible },
      freeBytes: { _ in free },
      realPath: { links[$0] ?? (there.contains($0) ? $0 : nil) },
      homes: [home]
    )
  }

  private func refusal(_ place: RecordPlace) -> PlaceRefusal? {
    do {
      try place.requireForSession()
      return nil
    } catch {
      return error
    }
  }

  @Test func `on a disk of this machine with room is taken without a word`() {
    let place = RecordPlace(of: "/data/record.vigil", in: machine())
    #expect(refusal(place) == nil)
    #expect(place.warnings.isEmpty)
  }

  @Test(arguments: ["nfs4", "cifs", "fuse.sshfs"])
  func `on another machine is refused, and nothing more is asked there`(type: String) {
    let place = RecordPlace(
      of: "/far/clinic/record.vigil",
      in: machine(type: type, there: ["/", "/far"], writing: ["/far": .readOnly], free: 0)
    )
    #expect(refusal(place) == .elsewhere(path: "/far/clinic/record.vigil", type: type))
    #expect(place.freeBytes == nil)
    #expect(place.writing == .possible)
  }

  @Test func `in a folder of the host is refused, and with an unknown program a warning stands`() {
    let ofHost = RecordPlace(of: "/far/r.vigil", in: machine(type: "9p", there: ["/", "/far"]))
    #expect(refusal(ofHost) == .ofHost(path: "/far/r.vigil", type: "9p"))
    let unknown = RecordPlace(
      of: "/far/r.vigil",
      in: machine(type: "fuse.newfs", there: ["/", "/far"])
    )
    #expect(refusal(unknown) == nil)
    #expect(
      unknown.warnings == [
        "/far/r.vigil lies on a file system of the type fuse.newfs, which may be on another machine: a "
          + "record belongs on a disk of this one."
      ]
    )
  }

  @Test func `is looked for behind links, and above them`() {
    let far = machine(
      type: "nfs4",
      there: ["/", "/data", "/far", "/far/record.vigil"],
      links: ["/data/record.vigil": "/far/record.vigil"]
    )
    #expect(
      refusal(RecordPlace(of: "/data/record.vigil", in: far))
        == .elsewhere(path: "/data/record.vigil", type: "nfs4")
    )
    // Programs that synchronise follow links out of their folder.
    let names = ["/box": [".stfolder"]]
    let linked = machine(
      there: ["/", "/box", "/data", "/data/record.vigil"],
      links: ["/box/clinic": "/data", "/box/clinic/record.vigil": "/data/record.vigil"],
      names: names
    )
    #expect(
      refusal(RecordPlace(of: "/box/clinic/record.vigil", in: linked))
        == .synchronised(path: "/box/clinic/record.vigil", by: "Syncthing", folder: "/box")
    )
    let into = machine(
      there: ["/", "/box", "/box/record.vigil"],
      links: ["/data/record.vigil": "/box/record.vigil"],
      names: names
    )
    #expect(
      refusal(RecordPlace(of: "/data/record.vigil", in: into))
        == .synchronised(path: "/data/record.vigil", by: "Syncthing", folder: "/box")
    )
  }

  @Test func `of a relative path counts from the folder that is worked in`() {
    let surroundings = machine(
      there: ["/", "/box", "/box/record.vigil"],
      links: [".": "/box", "/box/sub": "/box/sub"],
      names: ["/box": [".stfolder"]]
    )
    for path in ["record.vigil", "sub/new.vigil", "sub/new/deep/record.vigil"] {
      #expect(
        refusal(RecordPlace(of: path, in: surroundings))
          == .synchronised(path: path, by: "Syncthing", folder: "/box")
      )
    }
  }

  @Test func `of a record that is to be made is that of the nearest folder that is there`() {
    let path = "/data/new/deep/record.vigil"
    let readOnly = machine(there: ["/", "/data"], writing: ["/data": .readOnly])
    #expect(refusal(RecordPlace(of: path, in: readOnly)) == .readOnly(path: path))
    let kept = machine(there: ["/", "/data"], writing: ["/": .readOnly])
    #expect(refusal(RecordPlace(of: path, in: kept)) == nil)
  }

  @Test func `where nothing can be written is refused, the file or its folder`() {
    let path = "/data/record.vigil"
    for (writing, expected) in [
      (["/data": RecordPlace.Writing.readOnly], PlaceRefusal.readOnly(path: path)),
      (["/data": .notAllowed], .notAllowed(path: path)),
      ([path: .notAllowed], .notAllowed(path: path)),
      ([path: .readOnly], .readOnly(path: path)),
    ] {
      #expect(refusal(RecordPlace(of: path, in: machine(writing: writing))) == expected)
    }
  }

  @Test(arguments: [
    (0, true, true), (4_999_999, true, true), (5_000_000, false, true), (49_999_999, false, true),
    (50_000_000, false, false), (Int.max, false, false),
  ])
  func `under 5 MB is refused, under 50 MB a warning stands`(
    free: Int,
    isRefused: Bool,
    isShort: Bool
  ) {
    let place = RecordPlace(of: "/data/record.vigil", in: machine(free: free))
    #expect(
      refusal(place) == (isRefused ? .full(path: "/data/record.vigil", free: free) : nil)
    )
    #expect(place.warnings.count == (isShort ? 1 : 0))
  }

  @Test func `says how short the room is`() {
    #expect(
      RecordPlace(of: "/data/record.vigil", in: machine(free: 12_345_678)).warnings == [
        "Only 12 MB are free where the record is. Make room before the disk is full: then nothing more "
          + "can be saved."
      ]
    )
    #expect(RecordPlace(of: "/data/record.vigil", in: machine(free: nil)).warnings.isEmpty)
  }

  @Test(arguments: [
    PlaceRefusal.elsewhere(path: "/r.vigil", type: "nfs4"), .ofHost(path: "/r.vigil", type: "9p"),
    .synchronised(path: "/r.vigil", by: "Dropbox", folder: "/home/kim/Dropbox"),
    .readOnly(path: "/r.vigil"), .notAllowed(path: "/r.vigil"),
    .full(path: "/r.vigil", free: 812_000),
  ])
  func `is refused in whole sentences that say what to do`(refusal: PlaceRefusal) {
    #expect(refusal.kind == .cannotWrite)
    #expect(refusal.problem.contains("/r.vigil"))
    #expect(refusal.problem.hasSuffix("Nothing was stored."))
    #expect(refusal.remedy?.hasSuffix(".") == true)
    #expect(refusal.remedy?.contains("eading") == true, "reading still works")
  }

  @Test func `on this machine can be told`() throws {
    let record = try TemporaryRecord()
    let place = RecordPlace(of: record.path)
    #expect(place.fileSystem != nil)
    #expect(place.writing == .possible)
    #expect(place.synchronised == nil)
    #expect((place.freeBytes ?? 0) > 0)
    let marker = record.folder.appendingPathComponent(".stfolder")
    try Data().write(to: marker)
    #expect(RecordPlace(of: record.path).synchronised?.program == "Syncthing")
    let absent = record.folder.appendingPathComponent("a/b/new.vigil").path
    #expect(RecordPlace(of: absent).synchronised?.program == "Syncthing")
  }
}
