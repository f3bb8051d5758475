package api

// State is what the window needs to know before it shows anything.
type State struct {
	Open bool   `json:"open"`
	Path string `json:"path"`
	// Name is the catalogue's file name without its ending.
	Name    string `json:"name"`
	Records int    `json:"records"`
	// Seq is the number of the latest change set; it grows with every change.
	Seq     uint64   `json:"seq"`
	Who     string   `json:"who"`
	Version string   `json:"version"`
	Recent  []Recent `json:"recent"`
	// Counts are the active records by table.
	Counts map[string]int `json:"counts"`
	Undo   *Step          `json:"undo"`
	Redo   *Step          `json:"redo"`
	// Encrypted is whether the catalogue has a passphrase; Scratch whether it is gone once it is closed.
	Encrypted bool `json:"encrypted"`
	Scratch   bool `json:"scratch"`
	// Place is what is particular about where the file lies, nil for nothing.
	Place    *Place   `json:"place"`
	Standing Standing `json:"standing"`
	// Pending is a catalogue that waits for the person to say something, nil for none.
	Pending *Pending `json:"pending"`
}

// Standing is what may become different about the open catalogue without anybody here doing anything.
type Standing struct {
	// Reading says why the catalogue can only be read, "" when it can be changed.
	Reading string `json:"reading"`
	// Noted is true when only a note from another machine says that somebody has it open.
	Noted bool `json:"noted"`
	// Free is true when nobody has it open for writing any more.
	Free bool `json:"free"`
	// Gone says that the file was moved, deleted or replaced; "" while it is where it was.
	Gone string `json:"gone"`
	// Mishap says that the file was not whole when it was opened, so that the last change may be missing; "" when it was.
	Mishap string `json:"mishap"`
	// BackupFault says what went wrong with the last backup, "" for nothing.
	BackupFault string `json:"backupFault"`
}

// Place is where a catalogue lies, when that takes care.
type Place struct {
	// Kind is "network" or "synchronized".
	Kind string `json:"kind"`
	// Name is which one: "OneDrive", "NFS".
	Name string `json:"name"`
}

// Pending is a catalogue that cannot be opened yet.
type Pending struct {
	// Kind is "passphrase" when it is encrypted, "backups" when it is broken or gone and has backups.
	Kind    string `json:"kind"`
	Path    string `json:"path"`
	Name    string `json:"name"`
	Message string `json:"message"`
}

// BackupList is the backups of a catalogue, the latest first.
type BackupList struct {
	Folder  string   `json:"folder"`
	Backups []Backup `json:"backups"`
}

// Backup is a copy of a catalogue that was kept by itself or by "Back up now".
type Backup struct {
	Path string `json:"path"`
	Time string `json:"time"`
	Size int64  `json:"size"`
	// Seq is the number of the last change in it.
	Seq uint64 `json:"seq"`
	// Why is "scheduled", "on-demand", "before-update" or "before-restore".
	Why string `json:"why"`
	// Later is how many changes the open catalogue has had since. Same is false when the backup is of another
	// history, which was left by restoring. Both hold only when Known is true.
	Later uint64 `json:"later"`
	Same  bool   `json:"same"`
	Known bool   `json:"known"`
}

// BackupSettings say when backups are taken by themselves and where they go.
type BackupSettings struct {
	// Every is "day" or "week" that the catalogue has changed, or "never".
	Every string `json:"every"`
	// Keep is how many are kept.
	Keep int `json:"keep"`
	// Folder holds all backups; "" keeps each catalogue's beside it.
	Folder string `json:"folder"`
}

// Recent is a catalogue that was open before.
type Recent struct {
	Path   string `json:"path"`
	Name   string `json:"name"`
	Opened string `json:"opened"`
	// Missing is true when there is no such file now.
	Missing bool `json:"missing"`
}
