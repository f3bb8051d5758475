package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"cadastre/store"
)

func TestASynchronizedFolderIsKnown(t *testing.T) {
	for _, c := range []struct{ folder, marker, want string }{
		{"OneDrive - Forest Agency/IT", "", "OneDrive"},
		{"onedrive/IT", "", "OneDrive"},
		{"Dropbox", "", "Dropbox"},
		{"work", "work/.dropbox", "Dropbox"},
		{"Dropbox (Agency)/a/b", "", "Dropbox"},
		{"Google Drive", "", "Google Drive"},
		{"Mobile Documents/com~apple~CloudDocs", "", "iCloud Drive"},
		{"Nextcloud/IT", "", "Nextcloud"},
		{"a/b", "a/.sync_1234.db", "Nextcloud or ownCloud"},
		{"a[b]*/c", "a[b]*/.stfolder", "Syncthing"},
		{"OneDriveless", "", ""},
		{"Boxes", "", ""},
	} {
		root := t.TempDir()
		folder := filepath.Join(root, filepath.FromSlash(c.folder))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if c.marker != "" {
			if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(c.marker)), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got := store.PlaceOf(filepath.Join(folder, "a.cadastre"))
		if got.Name != c.want || (got.Kind == store.Synchronized) != (c.want != "") {
			t.Errorf("%s (%s): %+v, want %q", c.folder, c.marker, got, c.want)
		}
	}
}

func TestALinkToASynchronizedFolderIsKnown(t *testing.T) {
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "Nextcloud"), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(root, "mine")
	if err := os.Symlink(filepath.Join(root, "Nextcloud"), link); err != nil {
		t.Skip("links cannot be made here")
	}
	if got := store.PlaceOf(filepath.Join(link, "a.cadastre")); got.Kind != store.Synchronized {
		t.Errorf("%+v", got)
	}
}
