// Stands in for what Wails puts into its window, over HTTP: window.go with the bound
// methods, and window.runtime with the events. "services" is defined before this.
(() => {
  const base = new URL(".", document.currentScript.src);
  const post = (path, body) =>
    fetch(new URL(path, base), { method: "POST", body: JSON.stringify(body) });

  async function call(name, args) {
    const response = await post(`call/${name}`, args);
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    const { error, result } = await response.json();
    if (error) throw new Error(error);
    return result ?? null;
  }

  window.go = {};
  for (const [pkg, byName] of Object.entries(services)) {
    window.go[pkg] = {};
    for (const [service, methods] of Object.entries(byName)) {
      window.go[pkg][service] = Object.fromEntries(
        methods.map((method) => [method, (...args) => call(`${service}.${method}`, args)]),
      );
    }
  }

  const listeners = new Map();

  function EventsOnMultiple(name, callback, times) {
    const listener = { callback, left: times };
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    return () => remove(name, listener);
  }

  function remove(name, listener) {
    listeners.set(name, (listeners.get(name) ?? []).filter((other) => other !== listener));
  }

  function EventsEmit(name, ...data) {
    for (const listener of (listeners.get(name) ?? []).toReversed()) {
      listener.callback(...data);
      if (listener.left > 0 && --listener.left === 0) remove(name, listener);
    }
  }

  const nothing = () => {};
  window.runtime = {
    EventsOnMultiple,
    EventsOn: (name, callback) => EventsOnMultiple(name, callback, -1),
    EventsOnce: (name, callback) => EventsOnMultiple(name, callback, 1),
    EventsOff: (...names) => names.forEach((name) => listeners.delete(name)),
    EventsOffAll: () => listeners.clear(),
    EventsEmit,
    WindowSetTitle: (title) => {
      document.title = title;
    },
    WindowReload: () => location.reload(),
    WindowSetBackgroundColour: nothing,
    WindowSetLightTheme: nothing,
    WindowSetDarkTheme: nothing,
    WindowSetSystemDefaultTheme: nothing,
    LogError: (message) => console.error(message),
    LogInfo: nothing,
    LogDebug: nothing,
    ClipboardGetText: () => navigator.clipboard.readText(),
    ClipboardSetText: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    Environment: async () => ({ buildType: "bridge", platform: "linux", arch: "amd64" }),
  };

  let seen = 0;
  new EventSource(new URL("events", base)).onmessage = (message) => {
    const { seq, name, data } = JSON.parse(message.data);
    if (seq <= seen) return;
    seen = seq;
    EventsEmit(name, data);
  };

  window.runtime.EventsOn("bridge:title", window.runtime.WindowSetTitle);
  window.runtime.EventsOn("bridge:dialog", ({ title, suggestedName }) => {
    const answer = window.prompt(`${title}\nFull path (several: separated by |)`, suggestedName);
    post("test/dialog", { paths: answer ? answer.split("|") : [] });
  });
})();
