/// The file system that a path lies on, as the machine names it.
package struct FileSystem: Hashable, Sendable {
  /// `ext4`, `nfs4`, `fuse.sshfs`.
  package let type: String
  package let nearness: Nearness

  /// Whether it is a disk of this machine.
  package enum Nearness: Hashable, Sendable {
    case here
    /// A program holds it of which nothing is known.
    case perhapsElsewhere
    case elsewhere
    /// A folder of the machine that this one runs on as a guest.
    case ofHost
  }

  /// By the type alone; *root* is that of the machine's own root.
  ///
  /// A container or guest whose root itself is a folder of its host has no other disk: that one counts as
  /// its own.
  package init(type: String, root: String?) {
    self.type = type
    if FileSystem.ofNetwork.contains(type) || FileSystem.programsOfNetwork.contains(type) {
      nearness = .elsewhere
    } else if FileSystem.ofHost.contains(type) {
      nearness = type == root ? .here : .ofHost
    } else if type == "fuse" || type.hasPrefix("fuse.") {
      nearness = FileSystem.programsHere.contains(type) || type == root ? .here : .perhapsElsewhere
    } else {
      nearness = .here
    }
  }

  /// Where the machine itself says whether it is local.
  package init(type: String, isLocal: Bool) {
    self.type = type
    nearness = isLocal ? FileSystem(type: type, root: nil).nearness : .elsewhere
  }

  /// The kernel's own clients, by their names in `/proc/filesystems` and on macOS.
  private static let ofNetwork: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "ceph", "coda", "ncpfs", "ncp",
    "glusterfs", "lustre", "orangefs", "pvfs2", "gfs2", "ocfs2", "gpfs", "beegfs", "afpfs",
    "webdav",
    "davfs", "ftp",
  ]

  /// Programs behind FUSE that hold what lies on another machine.
  private static let programsOfNetwork: Set<String> = [
    "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.ceph",
    "fuse.ceph-fuse", "fuse.s3fs", "fuse.goofys", "fuse.gcsfuse", "fuse.blobfuse", "fuse.blobfuse2",
    "fuse.mount-s3", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.gvfsd-fuse",
    "fuse.kio-fuse", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.juicefs", "fuse.seadrive",
    "fuse.pcloud", "fuse.pCloud.fs", "fuse.mfs", "fuse.moosefs", "fuse.lizardfs", "fuse.seaweedfs",
  ]

  /// Programs behind FUSE that hold what lies on a disk of this machine.
  private static let programsHere: Set<String> = [
    "fuse.fuse-overlayfs", "fuse.mergerfs", "fuse.unionfs", "fuse.unionfs-fuse", "fuse.bindfs",
    "fuse.encfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.securefs", "fuse.ntfs-3g", "fuse.exfat",
    "fuse.fuse2fs",
  ]

  /// How a guest, a container or WSL is handed a folder of its host.
  private static let ofHost: Set<String> = [
    "9p", "virtiofs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "fuse.grpcfuse", "prl_fs", "drvfs",
  ]
}
