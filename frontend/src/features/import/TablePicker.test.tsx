import { FluentProvider } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { schema } from "../../api";
import { ModelProvider } from "../../model";
import { light } from "../../ui/theme";
import { TablePicker } from "./TablePicker";
import { sheet, tables } from "./testing";

const called = (key: string, plural: string) => ({ ...tables[0], key, label: plural, plural });
const model = {
  tables: [
    called("account", "Accounts"),
    called("entitlement", "IT Assigned Entitlements"),
    called("itsystem", "IT Systems"),
    called("authority", "Legal Authorities"),
  ],
  choices: [],
} as unknown as schema.Model;

const unclear = sheet({
  table: "",
  why: "It is not clear what “Accounts” holds; it may be Legal Authorities or IT Systems. Say which table it is.",
});

function setUp(of = unclear) {
  const choose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ModelProvider model={model}>
        <FluentProvider theme={light}>
          <TablePicker sheet={of} current={of.table} onChoose={choose} />
        </FluentProvider>
      </ModelProvider>
    </QueryClientProvider>,
  );
  return {
    choose,
    user: userEvent.setup(),
    box: screen.getByRole("combobox", { name: "Rows are" }),
  };
}

test("a table is picked by its whole name, in which the space is a letter like others", async () => {
  const { choose, user, box } = setUp();
  await user.click(box);
  await user.keyboard("IT Sys");
  expect(choose).not.toHaveBeenCalled();
  expect(screen.getAllByRole("option").map((o) => o.textContent)).toEqual(["IT Systems"]);
  await user.keyboard("tems{Enter}");
  expect(choose.mock.calls).toEqual([["itsystem"]]);
});

test("the tables that the sheet may be come first, the others by name", async () => {
  const { user, box } = setUp();
  await user.click(box);
  expect(screen.getAllByRole("option").map((o) => o.textContent)).toEqual([
    "Legal Authorities",
    "IT Systems",
    "Accounts",
    "IT Assigned Entitlements",
  ]);
});

test("a name that no table has changes nothing, and is said to be none", async () => {
  const { choose, user, box } = setUp(sheet());
  await user.click(box);
  await user.keyboard("Systemz{Tab}");
  screen.getByText("“Systemz” is not in the list");
  expect(choose).not.toHaveBeenCalled();
});
