package store

import "syscall"

var networks = map[string]string{"nfs": "NFS", "smbfs": "a Windows share (SMB)", "afpfs": "an Apple share (AFP)", "webdav": "WebDAV"}

// networkOf names the network that a folder is on, "" when it is on this machine.
func networkOf(folder string) string {
	var about syscall.Statfs_t
	if syscall.Statfs(folder, &about) != nil {
		return ""
	}
	var name []byte
	for _, c := range about.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return networks[string(name)]
}
