/** What Wails and the bridge put into the page, as far as tests of the window itself need it. */
interface Window {
  go: { api: { Window: { SetDirty(dirty: boolean): Promise<void>; Quit(): Promise<void> } } };
  runtime: { EventsOnce(name: string, callback: (payload: unknown) => void): void };
}
