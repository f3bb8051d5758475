package main

import (
	"image"
	_ "image/png" // the icon's format
	"os"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

// go build links every file of this sort that lies beside main.go.
const resourceFile = "cadastre_windows_amd64.syso"

// windowsBuild makes a step that builds the program for Windows, from any system.
func windowsBuild() step {
	return step{"binary: Windows", func() error {
		if err := writeResources(); err != nil {
			return err
		}
		defer os.Remove(resourceFile)
		return goBuild("bin/cadastre.exe", "desktop,production", "-H windowsgui").
			with("GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0").quietly()
	}}
}

// writeResources writes what Windows shows of the program: icon, manifest, version.
func writeResources() error {
	icon, err := windowsIcon()
	if err != nil {
		return err
	}
	var resources winres.ResourceSet
	if err := resources.SetIcon(winres.RT_ICON, icon); err != nil { // where Wails looks for the window's icon
		return err
	}
	resources.SetManifest(winres.AppManifest{
		Description:    "Cadastre",
		Compatibility:  winres.Win10AndAbove,
		ExecutionLevel: winres.AsInvoker,
		DPIAwareness:   winres.DPIPerMonitorV2,
		LongPathAware:  true,
	})
	resources.SetVersionInfo(windowsVersion())

	file, err := os.Create(resourceFile)
	if err != nil {
		return err
	}
	defer file.Close()
	return resources.WriteObject(file, winres.ArchAMD64)
}

func windowsIcon() (*winres.Icon, error) {
	file, err := os.Open("frontend/public/icon.png")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	picture, _, err := image.Decode(file)
	if err != nil {
		return nil, err
	}
	return winres.NewIconFromResizedImage(picture, nil)
}

func windowsVersion() version.Info {
	info := version.Info{}
	for key, value := range map[string]string{
		version.ProductName:     "Cadastre",
		version.FileDescription: "Cadastre: the catalogue of an organization's IT",
		version.ProductVersion:  commit(),
	} {
		_ = info.Set(version.LangDefault, key, value) // fails for names with a zero byte only
	}
	return info
}
