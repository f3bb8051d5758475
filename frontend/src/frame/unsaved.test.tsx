import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeWindow } from "../test-window";
import { UnsavedGuard } from "./UnsavedGuard";
import { type SaveUnsaved, useUnsaved } from "./unsaved";

const SetDirty = vi.fn<(dirty: boolean) => void>();
const Quit = vi.fn<() => void>();
let emit: ReturnType<typeof fakeWindow>;

beforeEach(() => {
  SetDirty.mockClear();
  Quit.mockClear();
  emit = fakeWindow({ Window: { SetDirty, Quit } as never });
});

function Form({ dirty, save }: { dirty: boolean; save?: SaveUnsaved }) {
  const released = useUnsaved(dirty, save);
  return (
    <>
      <h1>Form</h1>
      <Link to={"/list" as "/"}>To the list</Link>
      <Link to={"/list" as "/"} onClick={released}>
        Saved, to the list
      </Link>
    </>
  );
}

// Headings are looked for behind dialogs as well: what closes lets go of the page a moment later.

/** A program of two pages: a form, and a list to leave for. */
async function open(form: { dirty: boolean; save?: SaveUnsaved }) {
  const root = createRootRoute({
    component: () => (
      <UnsavedGuard>
        <Outlet />
      </UnsavedGuard>
    ),
  });
  const at = (path: string, component: () => React.JSX.Element) =>
    createRoute({ getParentRoute: () => root, path, component });
  const routeTree = root.addChildren([
    at("/", () => <Form {...form} />),
    at("/list", () => <h1>List</h1>),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  render(<RouterProvider router={router as never} />);
  await screen.findByRole("heading", { name: "Form", hidden: true });
  return userEvent.setup();
}

const click = async (user: ReturnType<typeof userEvent.setup>, name: string, role = "button") =>
  user.click(await screen.findByRole(role, { name, hidden: true }));

test("a saved form is left without a word", async () => {
  const user = await open({ dirty: false });
  await click(user, "To the list", "link");
  expect(await screen.findByRole("heading", { name: "List", hidden: true })).toBeVisible();
});

test("keeping on editing stays on the page", async () => {
  const user = await open({ dirty: true });
  await click(user, "To the list", "link");
  await click(user, "Keep editing");

  expect(await screen.findByRole("heading", { name: "Form", hidden: true })).toBeVisible();
  await click(user, "To the list", "link");
  expect(await screen.findByText("Your changes are not saved yet")).toBeVisible();
});

test("leaving without saving goes on to where the person wanted to go", async () => {
  const user = await open({ dirty: true });
  await click(user, "To the list", "link");
  await click(user, "Leave without saving");
  expect(await screen.findByRole("heading", { name: "List", hidden: true })).toBeVisible();
});

test("saving first goes on only when it was saved", async () => {
  const save = vi.fn<SaveUnsaved>().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  const user = await open({ dirty: true, save });
  await click(user, "To the list", "link");
  await click(user, "Save and leave");
  expect(await screen.findByRole("heading", { name: "Form", hidden: true })).toBeVisible();

  await click(user, "To the list", "link");
  await click(user, "Save and leave");
  expect(await screen.findByRole("heading", { name: "List", hidden: true })).toBeVisible();
});

test("a form that has just been saved moves on at once", async () => {
  const user = await open({ dirty: true });
  await click(user, "Saved, to the list", "link");
  expect(await screen.findByRole("heading", { name: "List", hidden: true })).toBeVisible();
});

test("the window is told what is unsaved, and asks before it closes", async () => {
  const user = await open({ dirty: true });
  expect(SetDirty.mock.calls).toEqual([[true]]);

  act(() => emit("close-requested", null));
  await click(user, "Keep editing");
  expect(Quit).not.toHaveBeenCalled();

  act(() => emit("close-requested", null));
  await click(user, "Leave without saving");
  await vi.waitFor(() => expect(Quit).toHaveBeenCalledOnce());
});
