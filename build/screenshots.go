package main

// screenshotsTarget takes the README's pictures of the sample catalogue, light and
// dark, into build/pictures.
func screenshotsTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	return inOrder(packages([]string{"chromium"}), pageLibraries(), pageBuild(), bridgeBuild(),
		calling("pictures", npm("run", "--silent", "pictures")))
}
