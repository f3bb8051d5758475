package store

import (
	"os"
	"strings"
	"syscall"
)

// The file systems of other machines, by the numbers that statfs gives.
var networks = map[int64]string{
	0x6969:     "NFS",
	0xFF534D42: "a Windows share (CIFS)",
	0xFE534D42: "a Windows share (SMB)",
	0x517B:     "a Windows share (SMB)",
	0x5346414F: "AFS",
	0x00C36400: "Ceph",
	0x01021997: "a folder of the host system (9P)",
	0x786F4256: "a folder of the host system (VirtualBox)",
	0xBACBACBC: "a folder of the host system (VMware)",
}

const fuse = 0x65735546

// networkOf names the network that a folder is on, "" when it is on this machine.
func networkOf(folder string) string {
	var about syscall.Statfs_t
	if syscall.Statfs(folder, &about) != nil {
		return ""
	}
	kind := int64(uint32(about.Type)) // 32 bits of it count, with a sign on some machines
	if kind == fuse {
		return fuseOf(folder)
	}
	return networks[kind]
}

// fuseNetworks are programs that show another machine's files as a folder.
var fuseNetworks = map[string]string{"fuse.sshfs": "SSH", "fuse.rclone": "rclone", "fuse.gvfsd-fuse": "a network place",
	"fuse.davfs": "WebDAV", "fuse.s3fs": "S3", "fuse.glusterfs": "GlusterFS", "fuse.kio-fuse": "a network place"}

// fuseOf finds the program behind a folder among the mounts.
func fuseOf(folder string) string {
	mounts, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		return ""
	}
	name, longest := "", 0
	for line := range strings.Lines(string(mounts)) {
		words := strings.Fields(line)
		if len(words) < 3 || len(words[1]) <= longest || !strings.HasPrefix(folder+"/", strings.TrimSuffix(words[1], "/")+"/") {
			continue
		}
		name, longest = fuseNetworks[words[2]], len(words[1])
	}
	return name
}
