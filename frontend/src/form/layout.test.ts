import { expect, test } from "vitest";
import type { Field, schema, Table } from "../api";
import { shelves } from "./layout";

const line = (key: string) => ({ key, label: key, kind: "text" }) as Field;
const text = (key: string) => ({ key, label: key, kind: "richtext" }) as Field;
const fields = [..."abcdefghijklmnopqr"].map(line).concat(text("notes"));
const table = { key: "t", fields } as unknown as Table;
const section = (keys: string, subgrid?: schema.Subgrid) => ({
  label: "",
  fields: keys.split(" "),
  subgrid,
});
const arranged = (...sections: schema.Section[]) =>
  shelves({ label: "", sections }, table).map((shelf) => shelf.length);

test("two sections of about the same height stand beside each other", () => {
  expect(arranged(section("a b c d e f g h i"), section("j k l m n notes"))).toEqual([2]);
  expect(arranged(section("a b c"), section("d e f g h i j k l m n"))).toEqual([1, 1]);
  expect(arranged(section("a b"), section("c d"), section("e f"))).toEqual([2, 1]);
});

test("a list of related records takes the whole width", () => {
  const grid = section("", { table: "other", via: "t" });
  expect(arranged(section("a b"), grid, section("c"), section("d"))).toEqual([1, 1, 2]);
});

test("long texts stand apart from fields of one line", () => {
  const [[card] = []] = shelves({ label: "", sections: [section("a notes b")] }, table);
  expect(card?.short.map(({ key }) => key)).toEqual(["a", "b"]);
  expect(card?.long.map(({ key }) => key)).toEqual(["notes"]);
});
