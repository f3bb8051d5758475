import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { api, schema } from "../api";
import { createQueries, refreshOnChange } from "../frame/queries";
import { UnsavedGuard } from "../frame/UnsavedGuard";
import { ModelProvider } from "../model";
import { fakeWindow, type Methods } from "../test-window";
import { light } from "../ui/theme";
import { RecordForm } from "./RecordForm";

const field = (key: string, kind: string, more: object = {}) =>
  ({ num: 1, key, logicalName: key, label: key, kind, required: false, ...more }) as schema.Field;

const model: schema.Model = {
  tables: [
    {
      num: 1,
      key: "itsystem",
      logicalName: "itsystem",
      label: "IT System",
      plural: "IT Systems",
      idField: "",
      primary: "name",
      searched: [],
      facts: { states: [], people: [], dates: [] },
      group: "core",
      icon: "system",
      fields: [
        field("name", "text", { required: true }),
        field("users", "whole"),
        field("reviewed", "date"),
      ],
    },
  ],
  internal: [],
  choices: [],
  forms: [
    {
      table: "itsystem",
      kind: "main",
      tabs: [
        { label: "General", sections: [{ label: "", fields: ["name", "users"] }] },
        { label: "Review", sections: [{ label: "", fields: ["reviewed"] }] },
      ],
    },
  ],
  views: [],
  charts: [],
  dashboards: [],
  apps: [{ key: "app", app: "App", areas: [] }],
};

const row = (version: number, values: Record<string, unknown>): api.Row => ({
  id: "1",
  name: String(values.name),
  version,
  state: "active",
  stub: false,
  values,
  display: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
});

/** A record of a Go that keeps what it is given. */
function setUp(records: Methods[string] = {}, id = "1") {
  let stored = row(1, { name: "Permits", users: 40 });
  const Save = vi.fn((edit: api.Edit) => {
    stored = row(stored.version + 1, { ...stored.values, ...edit.values });
    return { seq: 2, created: 0, updated: 1, deleted: 0, summary: "", id: "1" };
  });
  const emit = fakeWindow({ Records: { Get: () => stored, Save, ...records } as Methods[string] });
  const queries = createQueries();
  refreshOnChange(queries);
  const onCreated = vi.fn();
  const root = createRootRoute({
    component: () => (
      <UnsavedGuard>
        <RecordForm table="itsystem" id={id} onCreated={onCreated} />
      </UnsavedGuard>
    ),
  });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={queries}>
      <FluentProvider theme={light}>
        <ModelProvider model={model}>
          <RouterProvider router={router as never} />
        </ModelProvider>
      </FluentProvider>
    </QueryClientProvider>,
  );
  const change = (next: api.Row) => {
    stored = next;
    emit("changed", { seq: 9, undoes: 0, tables: ["itsystem"], undo: null, redo: null });
  };
  return { Save, onCreated, change, user: userEvent.setup() };
}

const input = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });
const press = (name: string) => screen.findByRole("button", { name });

async function retype(user: ReturnType<typeof userEvent.setup>, name: string, words: string) {
  const box = await input(name);
  await user.clear(box);
  if (words) await user.type(box, words);
  return box;
}

test("only the fields that were changed are sent, with the version that was shown", async () => {
  const { Save, user } = setUp();
  await retype(user, "users", "55");
  await user.click(await press("Save"));
  expect(Save).toHaveBeenCalledWith({
    table: "itsystem",
    id: "1",
    version: 1,
    values: { users: 55 },
    complete: true,
  });
  await screen.findByText("- Saved");
});

test("nothing is sent while something is missing, and the field is found on its tab", async () => {
  const { Save, user } = setUp();
  const name = await retype(user, "name", "");
  await user.click(screen.getByRole("tab", { name: /Review/ }));
  await user.click(await press("Save"));
  await waitFor(async () => expect(await input("name")).toHaveFocus());
  expect(await input("name")).toHaveAccessibleDescription("Required");
  expect(Save).not.toHaveBeenCalled();
  expect(name).not.toBeInTheDocument();
});

test("words that mean no date survive a look at another tab, and hold up saving", async () => {
  const { Save, user } = setUp();
  await user.click(await screen.findByRole("tab", { name: "Review" }));
  await user.type(await screen.findByRole("combobox", { name: "reviewed" }), "spring");
  await user.click(screen.getByRole("tab", { name: "General" }));
  await user.click(await press("Save"));
  const box = await screen.findByRole("combobox", { name: "reviewed" });
  expect(box).toHaveValue("spring");
  expect(Save).not.toHaveBeenCalled();
});

test("what Go finds wrong is said at its field", async () => {
  const Save = () => {
    const fields = { users: "users is more than there are." };
    throw new Error(
      JSON.stringify({ code: "invalid", message: "No.", field: "", fields, details: "" }),
    );
  };
  const { user } = setUp({ Save });
  await retype(user, "users", "99");
  await user.click(await press("Save"));
  await waitFor(async () =>
    expect(await input("users")).toHaveAccessibleDescription("users is more than there are."),
  );
  expect(screen.getByText("- Unsaved")).toBeVisible();
});

test("a failure that belongs to no field stands above the form, and nothing typed is lost", async () => {
  const Save = () => {
    throw new Error(
      JSON.stringify({
        code: "no-space",
        message: "The disk is full.",
        field: "",
        fields: {},
        details: "",
      }),
    );
  };
  const { user } = setUp({ Save });
  const box = await retype(user, "users", "99");
  await user.click(await press("Save"));
  await screen.findByText("The disk is full.");
  expect(box).toHaveValue("99");
});

test("a form without changes follows what others save", async () => {
  const { change } = setUp();
  const box = await input("users");
  change(row(2, { name: "Permits", users: 41 }));
  await waitFor(() => expect(box).toHaveValue("41"));
  expect(screen.queryByText(/changed meanwhile/)).toBeNull();
});

test("a form with changes keeps them, says that others saved, and can take theirs", async () => {
  const { change, user } = setUp();
  const box = await retype(user, "users", "55");
  change(row(2, { name: "Permits", users: 41 }));
  await user.click(await press("Take theirs"));
  await waitFor(() => expect(box).toHaveValue("41"));
  expect(screen.getByText("- Saved")).toBeVisible();
});

test("a new record is sent without an id, and the page is told its own", async () => {
  const { Save, onCreated, user } = setUp({}, "new");
  await user.type(await input("name"), "Ledger");
  await user.click(await press("Save"));
  await waitFor(() => expect(onCreated).toHaveBeenCalledWith("1"));
  expect(Save.mock.calls[0]?.[0]).toMatchObject({ id: "", values: { name: "Ledger" } });
});

test("a record that is gone says so", async () => {
  const Get = () => {
    const message = "This IT System is no longer in the catalogue: it was deleted.";
    throw new Error(
      JSON.stringify({ code: "not-found", message, field: "", fields: {}, details: "" }),
    );
  };
  setUp({ Get });
  await screen.findByText(/no longer in the catalogue/);
});
