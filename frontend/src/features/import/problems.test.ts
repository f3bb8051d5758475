import { expect, test } from "vitest";
import type { api } from "../../api";
import { bothWays } from "./dates";
import { consequence, problemGroups, problemsAsText, suggestion } from "./problems";
import { plan } from "./testing";

const problem: api.Problem = {
  file: "/in/systems.csv",
  sheet: "systems",
  row: 12,
  name: "Payroll",
  column: "C",
  header: "Owner",
  value: "J. Smith",
  code: "unknown-name",
  message: "No contact is called “J. Smith”.",
  suggestions: ["John Smith", "Jane Smith"],
  severity: "cell",
  reasons: "",
};

test("problems are grouped by code, most frequent first, apart from what is only told", () => {
  const of = plan({
    problemCounts: [
      { code: "bad-date", remark: false, count: 2 },
      { code: "unknown-name", remark: false, count: 9 },
      { code: "likely-duplicate", remark: true, count: 700 },
    ],
  });
  const told = (remarks: boolean) => problemGroups(of, remarks).map((g) => `${g.label} ${g.count}`);
  expect(told(false)).toEqual(["Unknown name 9", "Bad date 2"]);
  expect(told(true)).toEqual(["Likely duplicate 700"]);
});

test("a problem says what may have been meant", () => {
  expect(suggestion(problem)).toBe("Did you mean “John Smith” or “Jane Smith”?");
  expect(suggestion({ ...problem, suggestions: ["A"] })).toBe("Did you mean “A”?");
  expect(suggestion({ ...problem, suggestions: [] })).toBe("");
});

test("copied problems paste as a sheet: one line each, no cell breaks out or becomes a formula", () => {
  const odd = { ...problem, value: '=HYPERLINK("x")', message: "Two\n\tlines" };
  const text = problemsAsText([odd], true);
  const lines = text.split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]?.split("\t")).toHaveLength(9);
  expect(lines[1]?.split("\t")).toEqual([
    "systems.csv",
    "systems",
    "12",
    "C",
    "Owner",
    '\'=HYPERLINK("x")',
    "Two lines",
    "John Smith; Jane Smith",
    "The cell is left out",
  ]);
});

test("a bad cell stops its row unless the good ones are taken", () => {
  expect(consequence(problem, true)).toBe("The cell is left out");
  expect(consequence(problem, false)).toBe("The row is rejected because of it");
  expect(consequence({ ...problem, severity: "row" }, true)).toBe("The row is rejected");
});

test("a date that means two things is written out both ways", () => {
  expect(bothWays("03/04/2024")).toEqual({
    dayFirst: "3 April 2024",
    monthFirst: "4 March 2024",
  });
  expect(bothWays("3.4.24")?.dayFirst).toBe("3 April 2024");
  expect(bothWays("4/4/2024")).toBeUndefined();
  expect(bothWays("13/04/2024")).toBeUndefined();
  expect(bothWays("2024-03-04")).toBeUndefined();
});
