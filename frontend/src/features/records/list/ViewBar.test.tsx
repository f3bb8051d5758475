import { render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { registry } from "../../../commands";
import type { ListState } from "./useListSearch";
import { ViewBar } from "./ViewBar";

afterEach(() => registry.refuseWrites(""));

test("a view is not saved while the catalogue can only be read", () => {
  const changed = { shown: { changed: true }, current: { saved: { mine: true, notes: [] } } };
  const state = { ...changed, discard: vi.fn() } as unknown as ListState;
  registry.refuseWrites("Ada has it open.");
  render(<ViewBar state={state} onSave={vi.fn()} onSaveAs={vi.fn()} />);
  const isDisabled = (name: string) =>
    (screen.getByRole("button", { name }) as HTMLButtonElement).disabled;
  expect(isDisabled("Save")).toBe(true);
  expect(isDisabled("Save as new view")).toBe(true);
  expect(isDisabled("Discard")).toBe(false);
});
