import { expect, test, vi } from "vitest";
import { type Command, Registry } from "./registry";

function command(id: string, more: Partial<Command> = {}): Command {
  return { id, label: id, section: "Test", run: () => {}, ...more };
}

test("of two commands with the same keys the one added last is given", () => {
  const registry = new Registry();
  registry.set({}, [command("list.new", { keys: "Mod+N" })]);
  registry.set({}, [command("subgrid.new", { keys: "Mod+N" })]);

  expect(registry.byKeys("Mod+N")?.id).toBe("subgrid.new");
});

test("keys reach past a command that cannot be given now", () => {
  const registry = new Registry();
  registry.set({}, [command("undo", { keys: "Mod+Z" })]);
  registry.set({}, [command("undo.here", { keys: "Mod+Z", enabled: false })]);

  expect(registry.byKeys("Mod+Z")?.id).toBe("undo");
});

test("while a dialog is open only its own commands answer to keys", () => {
  const registry = new Registry();
  registry.set({}, [command("save", { keys: "Mod+S" })]);
  expect(registry.byKeys("Mod+S", true)).toBeUndefined();

  registry.set({}, [command("create", { keys: "Mod+S", inDialog: true })]);
  expect(registry.byKeys("Mod+S", true)?.id).toBe("create");
});

test("an owner that goes takes its commands along, and what it hid comes back", () => {
  const registry = new Registry();
  const page = {};
  registry.set({}, [command("new", { label: "New IT System" })]);
  registry.set(page, [command("new", { label: "New component" })]);
  expect(registry.shown().map((c) => c.label)).toEqual(["New component"]);

  registry.remove(page);
  expect(registry.shown().map((c) => c.label)).toEqual(["New IT System"]);
});

test("listeners hear of new words, not of new closures, and the latest closure runs", () => {
  const registry = new Registry();
  const owner = {};
  const heard = vi.fn();
  const [first, second] = [vi.fn(), vi.fn()];
  registry.set(owner, [command("undo", { run: first })]);
  registry.subscribe(heard);

  registry.set(owner, [command("undo", { run: second })]);
  expect(heard).not.toHaveBeenCalled();
  registry.run("undo");
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);

  registry.set(owner, [command("undo", { label: "Undo: Import", run: second })]);
  expect(heard).toHaveBeenCalledOnce();
});

test("a command that cannot be given now is not run", () => {
  const registry = new Registry();
  const run = vi.fn();
  registry.set({}, [command("undo", { run, enabled: false })]);

  registry.run("undo");
  expect(run).not.toHaveBeenCalled();
});

test("a command that can be given at this moment is run before the page has heard of it", () => {
  const registry = new Registry();
  const run = vi.fn();
  registry.set({}, [command("redo", { run, keys: "Mod+Y", enabled: false, now: () => true })]);

  expect(registry.byKeys("Mod+Y")?.id).toBe("redo");
  registry.run("redo");
  expect(run).toHaveBeenCalledOnce();
});
