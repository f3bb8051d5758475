import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { App } from "./App";
import type { api } from "./api";
import { emptyState, fakeWindow, type Methods } from "./test-window";

const opened: api.State = {
  ...emptyState,
  open: true,
  path: "/data/city.cadastre",
  name: "city",
  undo: { seq: 7, summary: "Import of inventory.xlsx (2,133 created)", size: 1 },
};

beforeEach(() => {
  window.location.hash = "";
});

function start(methods: Methods) {
  const emit = fakeWindow(methods);
  render(<App />);
  return { emit, user: userEvent.setup() };
}

test("without a catalogue the page names the program and the ways to begin", async () => {
  start({});
  expect(await screen.findByRole("heading", { level: 1, name: "Cadastre" })).toBeVisible();
  for (const name of [/^Open a catalogue/, /^New catalogue/, /^Import a/, /^Open the sample/])
    expect(screen.getByRole("button", { name })).toBeEnabled();
  expect(screen.getByRole("heading", { name: "First time here?" })).toBeVisible();
});

test("a recent catalogue that is gone is shown as such and can be taken off the list", async () => {
  const gone = { path: "/data/old.cadastre", name: "old", opened: "2026-01-01T00:00:00Z" };
  const Forget = vi.fn((_: string) => emptyState);
  const recent = [{ ...gone, missing: true }];
  const { user } = start({
    Catalogue: { State: () => ({ ...emptyState, recent }), Forget: Forget as never },
  });
  expect(await screen.findByRole("button", { name: /^old/ })).toBeDisabled();

  await user.click(screen.getByRole("button", { name: "Remove old from this list" }));
  await waitFor(() => expect(screen.queryByText("/data")).toBeNull());
  expect(Forget.mock.calls).toEqual([["/data/old.cadastre"]]);
});

test("a catalogue dropped on the window is opened", async () => {
  const OpenPath = vi.fn((_: string) => opened);
  const { emit } = start({ Catalogue: { OpenPath: OpenPath as never } });
  await screen.findByRole("heading", { level: 1 });

  act(() => emit("files-dropped", ["/data/city.cadastre"]));
  expect(await screen.findByRole("button", { name: "Catalogue city" })).toBeVisible();
  expect(OpenPath.mock.calls).toEqual([["/data/city.cadastre"]]);
});

test("a spreadsheet dropped while nothing is open asks for a catalogue first", async () => {
  const { emit } = start({});
  await screen.findByRole("heading", { level: 1 });

  act(() => emit("files-dropped", ["/data/inventory.xlsx"]));
  const dialog = await screen.findByRole("dialog", { name: /^Which catalogue/ });
  expect(dialog).toHaveTextContent("inventory.xlsx");
});

test("what was shown last is remembered, so that the next window begins in it", async () => {
  const keep = vi.fn((settings: api.Settings) => settings);
  const dark = { theme: "dark", density: "comfortable", who: "Ada", layouts: {} };
  start({ Preferences: { Get: () => dark, Set: keep as never } });
  await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(keep).toHaveBeenCalled());
  expect(keep.mock.calls[0]?.[0].layouts).toEqual({ scheme: '"dark"' });
});

test("nothing is shown before the person's colours are known", async () => {
  let known = (_: unknown) => {};
  const Get = () => new Promise((resolve) => (known = resolve));
  start({ Preferences: { Get } });
  await act(() => new Promise((next) => setTimeout(next)));
  expect(document.querySelector(".fui-FluentProvider")).toBeNull();
  known({ theme: "light", density: "comfortable", who: "Ada", layouts: {} });
  expect(await screen.findByRole("heading", { level: 1 })).toBeVisible();
});

test("undo says what it will do, does it, and says what it did", async () => {
  const Undo = vi.fn((_: number) => ({ summary: "Undo: Import of inventory.xlsx" }));
  const { user } = start({
    Catalogue: { State: () => opened },
    History: { Undo: Undo as never, List: () => ({ total: 0, sets: [] }) },
  });
  const name = "Undo: Import of inventory.xlsx (2,133 created)";
  await user.click(await screen.findByRole("button", { name }));

  expect(await screen.findByText("Undone: Import of inventory.xlsx")).toBeVisible();
  expect(Undo.mock.calls).toEqual([[0]]);
});

test("what fails is told as a sentence with its details to copy", async () => {
  const message = "city.cadastre is open in another window.";
  const fault = { code: "in-use", message, field: "", fields: {}, details: "" };
  const { user } = start({
    Catalogue: {
      Open: () => {
        throw JSON.stringify(fault);
      },
    },
  });
  await user.click(await screen.findByRole("button", { name: /^Open a catalogue/ }));
  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByText("Copy details")).toBeVisible();
});
