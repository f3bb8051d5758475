import { expect, test } from "vitest";
import type { Field, Table } from "../api";
import { faulty, shownFault } from "./check";
import {
  type Action,
  begin,
  currentText,
  currentValue,
  isDirty,
  namedAs,
  newRow,
  reduce,
  valuesToSave,
} from "./draft";

const base = {
  ...newRow({ name: "Permits", criticality: 2 }, { name: "Permits", criticality: "Medium" }),
  id: "1",
  version: 3,
};
const after = (...actions: Action[]) => actions.reduce(reduce, begin(base));
const change = (key: string, value: unknown, text = String(value ?? "")): Action => ({
  type: "change",
  key,
  value,
  text,
});

test("only what differs from the record is changed and saved", () => {
  const draft = after(
    change("name", "Licences"),
    change("criticality", 1, "High"),
    change("criticality", 2),
  );
  expect(valuesToSave(draft)).toEqual({ name: "Licences" });
  expect(isDirty(draft)).toBe(true);
  expect(isDirty(reduce(draft, change("name", "Permits")))).toBe(false);
});

test("an emptied field is sent as null, and blank is blank however it is written", () => {
  expect(valuesToSave(after(change("name", "")))).toEqual({ name: null });
  expect(isDirty(after(change("abbreviation", "")))).toBe(false);
  expect(isDirty(after(change("abbreviation", null)))).toBe(false);
});

test("a new record is saved with what it started with", () => {
  const draft = reduce(begin(newRow({ itsystem: "7" }, {})), change("name", "Mast"));
  expect(valuesToSave(draft)).toEqual({ itsystem: "7", name: "Mast" });
  expect(isDirty(begin(newRow({ itsystem: "7" }, {})))).toBe(false);
});

test("words that mean nothing are unsaved work as well", () => {
  const unreadable = { words: "spring", why: "Not a date" };
  const draft = after({ type: "unreadable", key: "nextreviewdate", unreadable });
  expect(isDirty(draft)).toBe(true);
  expect(valuesToSave(draft)).toEqual({});
  expect(
    isDirty(reduce(draft, { type: "unreadable", key: "nextreviewdate", unreadable: undefined })),
  ).toBe(false);
});

test("what was typed while the record was being saved stays unsaved", () => {
  const sent = after(change("name", "Licences"));
  const typed = reduce(sent, change("abbreviation", "L"));
  const saved = { ...base, version: 4, values: { ...base.values, name: "Licences" } };
  const draft = reduce(typed, { type: "saved", row: saved, sent: sent.changes });
  expect(valuesToSave(draft)).toEqual({ abbreviation: "L" });
  expect(currentValue(draft, "name")).toBe("Licences");
});

test("on top of what others saved, only my own changes are left", () => {
  const mine = after(change("name", "Licences"), change("criticality", 1, "High"));
  const theirs = {
    ...base,
    version: 4,
    values: { ...base.values, criticality: 1, abbreviation: "X" },
  };
  const draft = reduce(mine, { type: "rebase", row: theirs });
  expect(valuesToSave(draft)).toEqual({ name: "Licences" });
  expect(currentText(draft, "name")).toBe("Licences");
  expect(currentValue(draft, "abbreviation")).toBe("X");
});

const name = { key: "name", label: "Name", kind: "text", required: true, maxLength: 10 } as Field;

test("what is missing is said once the person has been there or wanted to save", () => {
  const empty = after(change("name", ""));
  expect(faulty(empty, [name])).toEqual([name]);
  expect(shownFault(empty, name)).toBe("");
  expect(shownFault(reduce(empty, { type: "visit", key: "name" }), name)).toBe("Required");
  expect(shownFault(reduce(empty, { type: "check" }), name)).toBe("Required");
});

test("a text that is too long is said at once, counted as people count", () => {
  expect(shownFault(after(change("name", "👍".repeat(10))), name)).toBe("");
  expect(shownFault(after(change("name", "👍".repeat(11))), name)).toBe(
    "11 of at most 10 characters",
  );
});

test("a name that is made of other fields may be left to them", () => {
  const composed = { ...name, parts: ["first", "last"] };
  expect(faulty(after(change("name", "")), [composed])).toEqual([]);
});

test("what Go found wrong is said until the field is changed", () => {
  const draft = after({ type: "faults", faults: { name: "Taken." } });
  expect(shownFault(draft, name)).toBe("Taken.");
  expect(shownFault(reduce(draft, change("name", "Other")), name)).toBe("");
});

test("a new record begins with the name asked for, or with what it is made of", () => {
  const plain = { primary: "name", fields: [name] } as Table;
  expect(namedAs(plain, "Permits and Fees")).toEqual({ name: "Permits and Fees" });
  const part = (key: string) => ({ ...name, key });
  const whole = { ...name, parts: ["first", "last"] };
  const person = { primary: "name", fields: [whole, part("first"), part("last")] } as Table;
  expect(namedAs(person, "Ada Mae Byron")).toEqual({ first: "Ada Mae", last: "Byron" });
  expect(namedAs(person, "Byron")).toEqual({ last: "Byron" });
});
