import { FluentProvider } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { api } from "../api";
import { fakeWindow } from "../test-window";
import { light } from "../ui/theme";
import { ConfirmStep } from "./ConfirmStep";
import type { Word } from "./steps";

const step = { seq: 7, summary: "Import of inventory.xlsx", size: 261 };
const plan = { creates: 0, updates: 12, deletes: 249, held: [], heldTotal: 0, loose: 0 };

function ask(word: Word, would: Partial<api.UndoPlan>) {
  const PlanUndo = vi.fn((_: api.UndoPart) => ({ ...plan, ...would }));
  fakeWindow({ History: { PlanUndo } });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FluentProvider theme={light}>
        <ConfirmStep word={word} step={step} onClose={() => {}} />
      </FluentProvider>
    </QueryClientProvider>,
  );
  screen.getByRole("alertdialog", { name: `${word} “${step.summary}”?` });
  return PlanUndo;
}

test("undo says what it would do to how many records, in the words of the history", async () => {
  const PlanUndo = ask("Undo", {});
  await screen.findByText(
    "This deletes 249 records that it created, puts back 12 records that it changed. The undo is a change of its own: it can be undone too.",
  );
  expect(PlanUndo).toHaveBeenCalledWith({ seq: 7, records: [], over: false });
  expect(screen.getByRole("button", { name: "Undo all of it" })).toBeEnabled();
});

test("redo says what it would do again", async () => {
  ask("Redo", { creates: 249, deletes: 0 });
  await screen.findByText(
    "This creates 249 records, changes 12 records again. It can be undone too.",
  );
  expect(screen.getByRole("button", { name: "Redo all of it" })).toBeEnabled();
});
