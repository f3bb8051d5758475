import { expect, test } from "vitest";
import type { api } from "../../api";
import {
  answered,
  answerSentence,
  becomes,
  nameApart,
  otherwise,
  type Use,
  withAnswer,
} from "./answers";
import { corrections, correctionsBeyond, recognise, undivided, withSheet } from "./options";
import { names, plan, sheet } from "./testing";

const dell: api.Question = {
  table: "account",
  field: "",
  value: "Dell Inc.",
  rows: 3,
  headers: ["Vendor"],
  code: "unknown-name",
  use: "",
  answered: false,
  becomes: "",
  nearest: ["Dell"],
};

const plain = recognise(["/in/systems.csv"]);
const id = "0190a1b2-0000-7000-8000-000000000000";

test("an answer is given once a value, changed, and taken back", () => {
  const mapped = withAnswer(plain, dell, { use: "map", to: "Dell" });
  expect(mapped.answers).toEqual([
    { table: "account", field: "", value: "Dell Inc.", use: "map", to: "Dell" },
  ]);
  const created = withAnswer(mapped, { ...dell, value: "DELL INC." }, { use: "create" });
  expect(created.answers.map((a) => a.use)).toEqual(["create"]);
  expect(withAnswer(created, dell, undefined).answers).toEqual([]);
});

test("an answer shows at once, before the plan knows it", () => {
  expect(becomes(answered(dell, plain))).toBe("To decide");
  const to = `Dell (${id})`;
  expect(becomes(answered(dell, withAnswer(plain, dell, { use: "map", to })))).toBe("Dell");
  expect(becomes(answered(dell, withAnswer(plain, dell, { use: "create" })))).toBe("New");
  expect(becomes(answered(dell, withAnswer(plain, dell, { use: "skip" })))).toBe("Rows left out");
});

test("what a value is already is not offered again", () => {
  const said = (use: Use) => otherwise(answered(dell, withAnswer(plain, dell, { use })));
  expect(otherwise(dell)).toEqual(["create", "blank", "skip"]);
  expect(said("create")).toEqual(["blank", "skip"]);
  expect(said("skip")).toEqual(["create", "blank"]);
});

test("answers are told in words, ids aside", () => {
  const of = { table: "itsystem", field: "nextreviewdate", value: "someday" };
  expect(answerSentence({ ...of, use: "blank" }, names)).toBe(
    "Next Review Date “someday” is left blank",
  );
  expect(
    answerSentence({ table: "account", value: "Dell Inc.", use: "map", to: `Dell (${id})` }, names),
  ).toBe("Account “Dell Inc.” is “Dell”");
  expect(answerSentence({ table: "contact", value: "", use: "create" }, names)).toBe(
    "Contact: what is unknown is created",
  );
});

test("records of one name are told apart by the end of their ids", () => {
  const other = id.replace("a1b2", "ffff").replace(/0000$/, "1234");
  const both = [`Ann (${id})`, `Ann (${other})`];
  expect(both.map((n) => nameApart(n, both))).toEqual(["Ann (id …0000)", "Ann (id …1234)"]);
  expect(nameApart(`Ann (${id})`, [`Ann (${id})`])).toBe("Ann");
});

test("what a mapping answered is no correction; what is answered beyond it is", () => {
  const base = withAnswer(plain, dell, { use: "create" });
  const more = withAnswer(base, { ...dell, value: "Lenovo" }, { use: "blank" });
  const texts = correctionsBeyond(base, more, plan(), names).map((c) => c.text);
  expect(texts).toEqual(["Account “Lenovo” is left blank"]);
});

test("a division is one correction, and goes with what was said of its parts", () => {
  const at = { file: "/in/systems.csv", sheet: "systems" };
  const divide = { column: 1, tables: { Person: "contact" } };
  const divided = withSheet(plain, at, { divide });
  const both = withSheet(divided, { ...at, part: "contact" }, { columns: { 2: "email" } });
  const parts = [sheet({ ...at, part: "contact", table: "contact" })];
  const told = corrections(both, plan({ sheets: parts }), names);
  expect(told.map((c) => c.text)).toEqual([
    "systems.csv: divided by column B",
    "systems.csv, Contacts: column C is Email",
  ]);
  expect(told[0]?.without).toEqual(plain);
  expect(undivided(both, at)).toEqual(plain);
});
