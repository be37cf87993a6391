import RecordStore
import Testing

@Suite("File systems")
struct FileSystemTests {
  @Test(arguments: [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "lustre", "coda", "ncpfs",
    "davfs", "webdav", "afpfs", "gfs2", "ocfs2", "beegfs", "fuse.sshfs", "fuse.rclone",
    "fuse.davfs2",
    "fuse.glusterfs", "fuse.ceph-fuse", "fuse.s3fs", "fuse.gcsfuse", "fuse.gvfsd-fuse",
    "fuse.google-drive-ocamlfuse", "fuse.onedriver",
  ])
  func `of a network are elsewhere, whatever the root is`(type: String) {
    #expect(FileSystem(type: type, root: "ext4").nearness == .elsewhere)
    #expect(FileSystem(type: type, root: type).nearness == .elsewhere)
  }

  @Test(arguments: [
    "ext4", "ext3", "xfs", "btrfs", "zfs", "f2fs", "overlay", "tmpfs", "vfat", "exfat", "ntfs3",
    "fuseblk", "bcachefs", "apfs", "hfs", "squashfs", "fuse.fuse-overlayfs", "fuse.gocryptfs",
    "fuse.mergerfs", "ecryptfs",
    // Only whole names count.
    "nfsd", "cephalon",
  ])
  func `of this machine are here`(type: String) {
    #expect(FileSystem(type: type, root: "ext4").nearness == .here)
  }

  @Test(arguments: ["9p", "virtiofs", "vboxsf", "vmhgfs", "fuse.grpcfuse"])
  func `of a host are told apart, unless there is no other disk`(type: String) {
    #expect(FileSystem(type: type, root: "ext4").nearness == .ofHost)
    #expect(FileSystem(type: type, root: "overlay").nearness == .ofHost)
    #expect(FileSystem(type: type, root: nil).nearness == .ofHost)
    #expect(FileSystem(type: type, root: type).nearness == .here)
  }

  @Test func `of an unknown program are perhaps elsewhere`() {
    #expect(FileSystem(type: "fuse.newfs", root: "ext4").nearness == .perhapsElsewhere)
    #expect(FileSystem(type: "fuse", root: "ext4").nearness == .perhapsElsewhere)
    #expect(FileSystem(type: "fuse.newfs", root: "fuse.newfs").nearness == .here)
  }

  @Test func `where the machine itself tells, it is believed`() {
    #expect(FileSystem(type: "apfs", isLocal: true).nearness == .here)
    #expect(FileSystem(type: "newfs", isLocal: false).nearness == .elsewhere)
    #expect(FileSystem(type: "smbfs", isLocal: true).nearness == .elsewhere)
  }
}
