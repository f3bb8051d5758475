import { expect, test } from "vitest";
import {
  corrections,
  decide,
  leftOut,
  letter,
  recognise,
  rowAnswer,
  sameOptions,
  sheetOptions,
  withColumn,
  withRow,
  withRows,
  withSheet,
} from "./options";
import { names, plan, sheet } from "./testing";

const at = { file: "/in/systems.csv", sheet: "systems" };
const columns = [
  {
    column: 0,
    letter: "A",
    header: "System",
    field: "name",
    how: "synonym",
    filled: 3,
    open: 0,
    sample: [],
  },
  {
    column: 1,
    letter: "B",
    header: "Notes",
    field: "",
    how: "unplaced",
    filled: 3,
    open: 0,
    sample: [],
  },
];
const planned = plan({ sheets: [sheet({ columns })] });
const first = planned.sheets[0] ?? sheet();
const plain = recognise([at.file]);

const texts = (options: typeof plain) => corrections(options, planned, names).map((c) => c.text);

test("plain recognition has nothing to tell", () => {
  expect(texts(plain)).toEqual([]);
});

test("every answer is told in words, each with the options without it", () => {
  let options = { ...plain, mode: "update", unknown: "create", partial: true, dayFirst: "mdy" };
  options = { ...withSheet(options, at, { key: ["name"] }), blank: "clear" };
  options = withColumn(options, first, 1, "description");
  expect(texts(options)).toEqual([
    "Only update records that exist",
    "Blank cells clear the field",
    "Unknown names are created",
    "Good rows and cells are taken where others are not",
    "Dates are month first",
    "systems.csv: matched by Name",
    "systems.csv: “Notes” (B) is Description",
  ]);
  for (const correction of corrections(options, planned, names)) {
    const left = texts(correction.without);
    expect(left).toHaveLength(6);
    expect(left).not.toContain(correction.text);
  }
});

test("taking every answer back gives plain recognition", () => {
  let options = withColumn({ ...plain, partial: true }, first, 1, "description");
  for (let n = corrections(options, planned, names).length; n > 0; n--) {
    options = corrections(options, planned, names)[0]?.without ?? options;
  }
  expect(sameOptions(options, plain)).toBe(true);
});

test("a field given to another column leaves the column that had it out", () => {
  const options = withColumn(plain, first, 1, "name");
  expect(sheetOptions(options, at).columns).toEqual({ 0: "", 1: "name" });
  expect(texts(options)).toEqual([
    "systems.csv: “System” (A) left out",
    "systems.csv: “Notes” (B) is Name",
  ]);
});

test("another table or header row asks about its columns anew and keeps the rest", () => {
  const mapped = withColumn(withSheet(plain, at, { skip: false }), first, 1, "description");
  expect(sheetOptions(withSheet(mapped, at, { table: "contact" }), at)).toMatchObject({
    table: "contact",
    columns: {},
  });
  const moved = withSheet(withSheet(plain, at, { table: "contact" }), at, { headerRow: 5 });
  expect(sheetOptions(moved, at)).toMatchObject({ table: "contact", headerRow: 5 });
});

test("sheets of the same name in two files are told apart", () => {
  const other = { file: "/in/other.csv", sheet: "systems" };
  const options = withSheet(withSheet(plain, at, { skip: true }), other, { headerRow: 4 });
  expect(sheetOptions(options, at)).toMatchObject({ skip: true, headerRow: 0 });
  expect(sheetOptions(options, other)).toMatchObject({ skip: false, headerRow: 4 });
});

test("the order of the answers does not matter", () => {
  const other = { file: "/in/other.csv", sheet: "systems" };
  const one = withSheet(withSheet(plain, at, { skip: true }), other, { headerRow: 4 });
  const two = withSheet(withSheet(plain, other, { headerRow: 4 }), at, { skip: true });
  expect(sameOptions(one, two)).toBe(true);
  expect(sameOptions(one, withSheet(two, at, { skip: false }))).toBe(false);
});

test("columns are lettered as spreadsheets letter them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letter)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});

test("a decision about a column replaces those about its cells, and one about all replaces all", () => {
  const conflict = { table: "itsystem", field: "name", record: "1" };
  const cell = decide(recognise(["/in/a.xlsx"]), conflict, "cell", "take");
  const again = decide(cell, conflict, "cell", "keep");
  expect(again.decisions).toEqual([{ ...conflict, choice: "keep" }]);
  const column = decide(again, conflict, "column", "take");
  expect(column.decisions).toEqual([{ ...conflict, record: "", choice: "take" }]);
  const other = decide(column, { ...conflict, field: "description" }, "cell", "keep");
  expect(corrections(other, plan(), names).map((c) => c.text)).toEqual([
    "Name: the file is right",
    "Description: the catalogue is right (1)",
  ]);
  expect(decide(other, conflict, "all", "keep")).toMatchObject({
    conflicts: "keep",
    decisions: [],
  });
});

test("a row is left out or brought to another record, told in words, and taken back", () => {
  const third = { ...at, row: 3 };
  const out = withRow(plain, { ...at, row: 2 }, leftOut);
  const both = withRow(out, third, { record: "1", name: "Payroll", apart: false });
  expect(texts(both)).toEqual([
    "systems.csv, row 2 is left out",
    "systems.csv, row 3 updates “Payroll”",
  ]);
  expect(rowAnswer(both, third)?.record).toBe("1");
  expect(withRow(withRow(both, third, leftOut), third, undefined)).toEqual(out);
  expect(corrections(out, planned, names)[0]?.without).toEqual(plain);
});

test("many rows that were answered alike are one correction", () => {
  const said = (record: string) => ({ record, name: "Payroll", apart: false });
  const rows = Array.from({ length: 9 }, (_, row) => ({ ...at, row, ...said("1") }));
  const all = withRows(withRow(plain, { ...at, row: 3 }, leftOut), rows);
  expect(texts(all)).toEqual(["9 rows update other records"]);
  const few = withRows(all, [{ ...at, row: 20, ...leftOut }]);
  expect(corrections(few, planned, names)[0]?.without.rows).toEqual([
    { ...at, row: 20, ...leftOut },
  ]);
});
