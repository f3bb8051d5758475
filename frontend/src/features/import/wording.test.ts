import { expect, test } from "vitest";
import type { api } from "../../api";
import { counted } from "../../ui/format";
import { appliedLabel, applyLabel, changesNothing, referencesSentence } from "./applyLabel";
import { counts, names, plan, sheet } from "./testing";
import {
  decidedSentence,
  fileNames,
  listed,
  matchedBy,
  noun,
  place,
  rowPlace,
  sheetName,
  unplacedSentence,
  valuesDecided,
  whySentence,
} from "./wording";

test.each([
  [[sheet({ counts: counts({ created: 2133 }) })], {}, "Create 2,133 IT Systems"],
  [[sheet({ counts: counts({ created: 1 }) })], {}, "Create 1 IT System"],
  [[sheet({ counts: counts({ updated: 3 }) })], {}, "Update 3 IT Systems"],
  [
    [sheet({ counts: counts({ created: 12, updated: 3 }) })],
    {},
    "Create 12 IT Systems and update 3",
  ],
  [
    [
      sheet({ counts: counts({ created: 12 }) }),
      sheet({ table: "contact", counts: counts({ created: 30 }) }),
    ],
    {},
    "Create 12 IT Systems and 30 Contacts",
  ],
  [
    [
      sheet({ counts: counts({ created: 12 }) }),
      sheet({ table: "contact", counts: counts({ updated: 1 }) }),
    ],
    {},
    "Create 12 IT Systems and update 1 Contact",
  ],
  [
    [
      sheet({ counts: counts({ created: 12, updated: 1 }) }),
      sheet({ table: "contact", counts: counts({ updated: 1 }) }),
    ],
    {},
    "Create 12 records and update 2 in 2 tables",
  ],
  [
    [
      sheet({ counts: counts({ created: 5 }) }),
      sheet({ table: "contact", counts: counts({ created: 6 }) }),
      sheet({ table: "account", counts: counts({ created: 7 }) }),
    ],
    {},
    "Create 18 records in 3 tables",
  ],
  [
    [sheet({ counts: counts({ created: 12 }) }), sheet({ counts: counts({ created: 4 }) })],
    {},
    "Create 16 IT Systems",
  ],
  [
    [sheet({ counts: counts({ created: 2 }) })],
    { contact: 14, account: 1 },
    "Create 2 IT Systems, and 15 records they name",
  ],
  [[sheet({ counts: counts({ unchanged: 9 }) })], {}, "Nothing to apply"],
])("the apply button says exactly what it will do: %#", (sheets, references, label) => {
  expect(applyLabel(plan({ sheets, references }), names)).toBe(label);
});

test("the apply button never claims a table for rows that its sheets do not account for", () => {
  const of = plan({ sheets: [sheet({ counts: counts({ created: 3 }) })] });
  const more = { ...of, counts: { ...of.counts, created: 5 } };
  expect(applyLabel(more, names)).toBe("Create 5 records");
});

test("a plan with only records that cells name still changes something", () => {
  const of = plan({
    sheets: [sheet({ counts: counts({ unchanged: 2 }) })],
    references: { contact: 1 },
  });
  expect(changesNothing(of)).toBe(false);
  expect(applyLabel(of, names)).toBe("Create 1 record that cells name");
});

test("named records are listed by table, most first", () => {
  const of = plan({ references: { account: 1, contact: 14, itsystem: 0 } });
  expect(referencesSentence(of, names)).toBe("14 Contacts and 1 Account");
});

test("columns without a place are named, and those left out or empty are not", () => {
  const columns = [
    column(0, { header: "Name", field: "name", how: "label" }),
    column(1, { header: "Owner code" }),
    column(2, { header: "" }),
    column(3, { header: "Junk", how: "left out" }),
    column(4, { header: "Blank", filled: 0 }),
  ];
  expect(unplacedSentence(sheet({ columns }))).toBe(
    "2 columns have no place in the catalogue: “Owner code” (B) and column C.",
  );
  expect(unplacedSentence(sheet({ columns: columns.slice(0, 1) }))).toBe("");
});

test("many columns without a place are named by the first three, each in few words", () => {
  const columns = Array.from({ length: 9 }, (_, i) => column(i, { header: `H${i}` }));
  const long = { header: "Security Authorization Initial Completion Date" };
  expect(unplacedSentence(sheet({ columns: [column(0, long)] }))).toBe(
    "1 column has no place in the catalogue: “Security Authorization Initial…” (A).",
  );
  expect(unplacedSentence(sheet({ columns }))).toBe(
    "9 columns have no place in the catalogue: “H0” (A), “H1” (B), “H2” (C) and 6 more.",
  );
});

test("numbers, nouns, lists and places read as people write them", () => {
  expect(counted(1, "row")).toBe("1 row");
  expect(counted(2133, "entry", "entries")).toBe("2,133 entries");
  expect(noun(names, "nowhere", 2)).toBe("records");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(fileNames(["/home/a/x.csv"])).toBe("x.csv");
  expect(fileNames(["C:\\in\\x.csv", "/in/y.csv"])).toBe("x.csv and y.csv");
  expect(fileNames(["a", "b", "c"])).toBe("a and 2 more");
  expect(place({ file: "a.xlsx", sheet: "Systems", row: 1200, column: "C", header: "Owner" })).toBe(
    "Systems, row 1,200, column C “Owner”",
  );
  expect(place({ file: "a.xlsx", sheet: "Systems", row: 0, column: "", header: "" })).toBe(
    "Systems",
  );
});

test.each([
  [{ why: "6 of its columns" }, "Taken for IT Systems because of 6 of its columns."],
  [{ why: "you said so" }, "Taken for IT Systems because you said so."],
  [{ why: "the file says so" }, "Taken for IT Systems because the file says so."],
  [{ table: "", why: "No row names columns." }, "No row names columns."],
  [{ table: "", why: "" }, "The sheet is empty."],
])("a sheet says why it was taken for what it is: %#", (over, sentence) => {
  expect(whySentence(sheet(over), names)).toBe(sentence);
});

test("the one sheet of a csv is called like its file", () => {
  expect(sheetName({ file: "in/systems.csv", sheet: "" })).toBe("systems.csv");
  expect(sheetName({ file: "systems.csv", sheet: "systems" })).toBe("systems.csv");
  expect(sheetName({ file: "systems.xlsx", sheet: "Servers" })).toBe("Servers");
  expect(rowPlace({ file: "a.xlsx", sheet: "Servers", row: 1200 }, false)).toBe("Servers · 1,200");
  expect(rowPlace({ file: "a.xlsx", sheet: "Servers", row: 1200 }, true)).toBe("1,200");
});

test("what was done is said as it was announced", () => {
  const sheets = [
    sheet({ counts: counts({ created: 12 }) }),
    sheet({ table: "contact", counts: counts({ updated: 1 }) }),
  ];
  const of = plan({ sheets, references: { account: 2 } });
  expect(appliedLabel(of, names)).toBe(
    "Created 12 IT Systems and updated 1 Contact, and 2 records they name",
  );
  expect(appliedLabel(plan(), names)).toBe("Nothing had to change");
});

function column(at: number, over: Partial<api.PlanColumn>): api.PlanColumn {
  const letter = String.fromCharCode(65 + at);
  return {
    column: at,
    letter,
    header: "",
    field: "",
    how: "unplaced",
    filled: 5,
    open: 0,
    sample: [],
    ...over,
  };
}

test("every value that has an answer is counted, whatever the answer was about", () => {
  const of = (count: number, decided: Record<string, number>): api.QuestionGroup => {
    const open = count - Object.values(decided).reduce((a, b) => a + b, 0);
    return { table: "itsystem", field: "", count, open, decided };
  };
  expect(decidedSentence([of(15, {})])).toBe("");
  expect(decidedSentence([of(1, { blank: 1 })])).toBe("1 value is decided: 1 left blank.");
  const groups = [of(15, { create: 15 }), of(3, { blank: 2 }), of(4, { map: 3, skip: 1 })];
  expect(valuesDecided(groups)).toBe(21);
  expect(decidedSentence(groups)).toBe(
    "21 values are decided: 15 created, 3 taken for what is there, 2 left blank and 1 left out with their rows.",
  );
});

test("a sheet with record ids is matched by them first", () => {
  const ids = { column: 0, letter: "A", header: "Record ID", field: "", how: "id" };
  const filled = { filled: 3, open: 0, sample: [] };
  expect(matchedBy(sheet({ columns: [{ ...ids, ...filled }] }))).toBe(
    "Matched by record id, else by",
  );
  expect(matchedBy(sheet())).toBe("Matched to records by");
});
