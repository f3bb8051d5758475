import { expect, test } from "vitest";
import type { api } from "../../api";
import { target } from "./PagedList";
import { cellsOf, rowSummary } from "./rows";
import { names, plan, sheet } from "./testing";

const column = (at: string, field: string) => ({
  column: at.charCodeAt(0) - 65,
  letter: at,
  header: `Header ${at}`,
  field,
  how: "label",
  filled: 1,
  open: 0,
  sample: [],
});
const columns = [column("A", "nextreviewdate"), column("B", "description"), column("C", "name")];
const of = plan({ sheets: [sheet({ columns: [...columns, column("D", "")] })] });

const row: api.PlanRow = {
  file: "/in/systems.csv",
  sheet: "systems",
  row: 1200,
  table: "itsystem",
  outcome: "updated",
  name: "Payroll",
  id: "x",
  cells: [
    { field: "description", before: "Pays", after: "" },
    { field: "nextreviewdate", before: "", after: "2025-01-31" },
  ],
  problems: [],
};
const problem = (over: Partial<api.Problem>): api.Problem => ({
  file: row.file,
  sheet: row.sheet,
  row: row.row,
  name: "",
  column: "",
  header: "",
  reasons: "",
  value: "",
  code: "bad-value",
  message: "It is bad.",
  suggestions: [],
  severity: "cell",
  ...over,
});

test("a row says in a line what it would change, create, or why it is rejected", () => {
  expect(rowSummary(row, names)).toBe("Description: Pays → blank; Next Review Date: 2025-01-31");
  const cells = [
    { field: "description", before: "", after: "Pays" },
    { field: "name", before: "", after: "Payroll" },
    { field: "nextreviewdate", before: "", after: "2025-01-31" },
  ];
  expect(rowSummary({ ...row, outcome: "created", cells }, names)).toBe("Pays · 2025-01-31");
  const problems = [
    problem({ severity: "note", message: "A note." }),
    problem({ severity: "row", message: "It has no name." }),
  ];
  expect(rowSummary({ ...row, outcome: "rejected", problems }, names)).toBe("It has no name.");
});

test("cells stand in the order of the file after the name, problems at their cell", () => {
  const problems = [
    problem({ column: "B", message: "Too long." }),
    problem({ column: "D", header: "Header D", message: "No place." }),
    problem({ message: "The row is odd." }),
  ];
  const cells = [...row.cells, { field: "name", before: "Pay", after: "Payroll" }];
  const view = cellsOf({ ...row, cells, problems }, of, names);
  expect(view.cells.map((c) => [c.label, c.problems.length])).toEqual([
    ["Name", 0],
    ["Next Review Date", 0],
    ["Description", 1],
    ["Header D", 1],
  ]);
  expect(view.ofRow.map((p) => p.message)).toEqual(["The row is odd."]);
});

test("keys move within a list and never out of it", () => {
  expect(target("ArrowDown", 4, 10)).toBe(5);
  expect(target("ArrowUp", 0, 10)).toBe(0);
  expect(target("PageDown", 4, 10)).toBe(9);
  expect(target("Home", 4, 10)).toBe(0);
  expect(target("End", 4, 10)).toBe(9);
  expect(target("Tab", 4, 10)).toBeUndefined();
});
