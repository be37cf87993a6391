import RecordStore
import Testing

@Suite("What is mounted where")
struct MountTableTests {
  private let table = MountTable(
    reading: #"""
      22 27 0:21 / /proc rw,relatime - proc proc rw
      27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
      40 27 0:40 / /srv/shared rw,noatime shared:1 master:2 - nfs4 server:/export rw,vers=4.2
      41 40 8:1 / /srv/shared/own rw - xfs /dev/sda1 rw
      42 27 0:42 / /mnt/my\040disk\134\011x rw - cifs //server/my\040share rw
      43 27 8:2 / /home rw - btrfs /dev/sda2 rw
      44 43 0:44 / /home rw propagate_from:2 - fuse.sshfs kim@server: rw
      45 27 0:45 / /data\12 rw - tmpfs tmpfs rw
      a line that is none of it
      46 27 0:46 / /broken rw -
      """#
  )

  @Test(arguments: [
    ("/", "ext4"), ("/record.vigil", "ext4"), ("/srv/record.vigil", "ext4"),
    ("/srv/shared", "nfs4"), ("/srv/shared/deep/record.vigil", "nfs4"),
    ("/srv/shared/own/record.vigil", "xfs"),
    // A name that only begins like the mount's.
    ("/srv/shared2/record.vigil", "ext4"), ("/srv/shar", "ext4"),
    ("/mnt/my disk\\\tx/record.vigil", "cifs"), ("/mnt/my", "ext4"),
    // What is mounted later on the same point lies over it.
    ("/home/kim/record.vigil", "fuse.sshfs"),
    // Two digits are no escape.
    ("/data\\12/record.vigil", "tmpfs"),
    ("/broken/record.vigil", "ext4"),
  ])
  func `a path is on the mount nearest above it`(path: String, type: String) {
    #expect(table.fileSystem(of: path)?.type == type)
  }

  @Test func `lines that are none are passed over, and without a root nothing is said`() {
    #expect(table.mounts.count == 8)
    let table = MountTable(reading: "40 27 0:40 / /srv rw - nfs4 server:/ rw\n")
    #expect(table.fileSystem(of: "/srv/x")?.nearness == .elsewhere)
    #expect(table.fileSystem(of: "/other") == nil)
    #expect(MountTable(reading: "").fileSystem(of: "/") == nil)
  }

  @Test func `a guest whose root is its host's counts that one as its own`() {
    let root = "1 0 0:1 / / rw - 9p none rw\n2 1 0:2 / /tmp rw - tmpfs none rw"
    let guest = MountTable(reading: root + "\n3 1 0:3 / /host rw - virtiofs host rw")
    #expect(guest.fileSystem(of: "/var/record.vigil")?.nearness == .here)
    #expect(guest.fileSystem(of: "/host/record.vigil")?.nearness == .ofHost)
  }
}
