import { FluentProvider } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { emptyState, fakeWindow } from "../test-window";
import { NotifyProvider } from "../ui";
import { light } from "../ui/theme";
import { stepLabel, useSteps } from "./steps";
import { UnsavedGuard } from "./UnsavedGuard";
import { useUnsaved } from "./unsaved";

const summary = "Import of inventory.xlsx (2,133 created)";

test("a step is named after the change that it takes back or does again", () => {
  expect(stepLabel("Undo", { seq: 1, summary, size: 1 })).toBe(`Undo: ${summary}`);
  expect(stepLabel("Redo", { seq: 2, summary: `Undo: ${summary}`, size: 1 })).toBe(
    `Redo: ${summary}`,
  );
  expect(stepLabel("Undo", { seq: 3, summary: `Redo: ${summary}`, size: 1 })).toBe(
    `Undo: ${summary}`,
  );
});

test("without a step there is nothing to do", () => {
  expect(stepLabel("Redo")).toBe("Nothing to redo");
});

function Form({ dirty }: { dirty: boolean }) {
  useUnsaved(dirty);
  return (
    <button type="button" onClick={useSteps().runUndo}>
      Undo
    </button>
  );
}

test("what was saved before is not taken back while something is unsaved", async () => {
  const Undo = vi.fn(() => ({ summary: "Vendor of Kite edited" }));
  const step = { seq: 7, summary: "Vendor of Kite edited", size: 1 };
  fakeWindow({ Catalogue: { State: () => ({ ...emptyState, undo: step }) }, History: { Undo } });
  const user = userEvent.setup();
  const guard = createRootRoute({
    component: () => (
      <UnsavedGuard>
        <Outlet />
      </UnsavedGuard>
    ),
  });
  const at = (path: string, dirty: boolean) =>
    createRoute({ getParentRoute: () => guard, path, component: () => <Form dirty={dirty} /> });
  const open = (path: string) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <FluentProvider theme={light}>
          <NotifyProvider>
            <RouterProvider
              router={
                createRouter({
                  routeTree: guard.addChildren([at("/", false), at("/typed", true)]),
                  history: createMemoryHistory({ initialEntries: [path] }),
                }) as never
              }
            />
          </NotifyProvider>
        </FluentProvider>
      </QueryClientProvider>,
    );
  const typed = open("/typed");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(
    await screen.findByText(/not saved yet. Save or discard it first; then undo/),
  ).toBeVisible();
  expect(Undo).not.toHaveBeenCalled();
  typed.unmount();

  open("/");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await vi.waitFor(() => expect(Undo).toHaveBeenCalledOnce());
});
