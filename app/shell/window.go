//go:build (production || bindings) && !bridge

package shell

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"

	"cadastre/app/api"
	"cadastre/frontend"
)

func run(o Options) (err error) {
	if err := preflight(); err != nil {
		return err
	}
	defer func() {
		if why := recover(); why != nil { // GTK's answer to a display that cannot be reached
			err = noDisplay(fmt.Sprint(why))
		}
	}()
	host := newDesktop()
	a := services(host, o)
	defer a.Close()
	return wails.Run(windowOptions(host, a))
}

// The size that the window opens with, and what its frame and a task bar add to it.
const (
	windowWidth, windowHeight = 1280, 800
	frameHeight               = 64
)

func windowOptions(host *desktop, services *api.API) *options.App {
	return &options.App{
		Title: "Cadastre",
		Width: windowWidth, Height: windowHeight, MinWidth: 960, MinHeight: 640,
		BackgroundColour:         background(services.Dark()),
		AssetServer:              &assetserver.Options{Assets: frontend.Assets()},
		Bind:                     services.Services(),
		ErrorFormatter:           func(err error) any { return formatError(err) },
		EnableDefaultContextMenu: true, // only where text can be edited or is selected
		DragAndDrop:              &options.DragAndDrop{EnableFileDrop: true},
		SingleInstanceLock:       singleInstance(host),
		OnStartup:                host.start,
		OnBeforeClose:            func(context.Context) bool { return !services.MayClose() },
		Linux: &linux.Options{
			Icon:             icon(),
			ProgramName:      "cadastre",
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever, // the fastest under software rendering
		},
	}
}

// background is the colour of the page, which is shown until the page is there.
func background(dark bool) *options.RGBA {
	if dark {
		return options.NewRGB(20, 20, 20)
	}
	return options.NewRGB(245, 245, 245)
}

// icon returns the program's icon, which the page holds too; nil before the page was built.
func icon() []byte {
	png, err := fs.ReadFile(frontend.Assets(), "icon.png")
	if err != nil {
		return nil
	}
	return png
}
