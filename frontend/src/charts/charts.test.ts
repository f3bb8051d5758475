import { expect, test } from "vitest";
import type { insight } from "../api";
import { coloursOf, dark, light } from "./colours";
import { behind } from "./filters";
import { figure, optionOf } from "./option";
import { shares } from "./share";

const part = (key: string, label: string, tone = "", place = 0): insight.Part => ({
  ...{ key, label, tone, place },
  filter: { conditions: [{ attribute: key, operator: "null" }] },
});

const drawing: insight.Drawing = {
  measured: "IT Systems",
  interval: "",
  groups: [part("a", "Overdue", "attention"), part("b", "Later"), part("c", "Never", "muted")],
  series: [part("high", "High"), part("low", "Low")],
  cells: [
    { group: 0, series: 0, value: 3, count: 3 },
    { group: 1, series: 1, value: 4, count: 4 },
  ],
  total: 7,
  shown: 7,
  note: "",
  seq: 1,
};

test("the records behind a number are in its group and in its series", () => {
  const [cell] = drawing.cells;
  expect(cell && behind(drawing, cell)).toEqual({
    conditions: [
      { attribute: "a", operator: "null" },
      { attribute: "high", operator: "null" },
    ],
  });
});

test("a number of which one condition is enough can be narrowed further", () => {
  const any = { any: true, conditions: [{ attribute: "x", operator: "null" }] };
  const [group, series] = [part("x", "X"), part("", "")];
  const ofAny = {
    ...drawing,
    groups: [{ ...group, filter: any }],
    series: [{ ...series, filter: {} }],
  };
  const [cell] = drawing.cells;
  expect(cell && behind(ofAny as insight.Drawing, { ...cell, group: 0, series: 0 })).toEqual({
    groups: [any],
  });
});

test("no two parts that mean different things look the same, and red is for attention only", () => {
  const parts = [...drawing.groups, part("d", "Warned", "warning"), part("e", "Fine", "good")];
  const many = [...parts, ...["f", "g", "h"].map((key) => part(key, key)), part("i", "I", "muted")];
  for (const colours of [light, dark]) {
    const paints = coloursOf(many, colours);
    expect(new Set(paints).size).toBe(many.length);
    expect(paints.filter((paint) => paint === colours.tones.attention)).toHaveLength(1);
  }
});

test("a choice has its colour whichever others are drawn beside it", () => {
  const choices = [1, 2, 3, 4].map((place) => part(`${place}`, `Stage ${place}`, "", place));
  for (const colours of [light, dark]) {
    const all = coloursOf(choices, colours);
    expect(coloursOf([...choices.slice(2), part("w", "Warned", "warning")], colours)).toEqual([
      ...all.slice(2),
      colours.tones.warning,
    ]);
  }
});

test("choices that share a colour are told apart where both are drawn", () => {
  const many = [1, 9, 17].map((place) => part(`${place}`, `${place}`, "", place));
  expect(new Set(coloursOf(many, light)).size).toBe(3);
});

interface Series {
  type: string;
  stack?: string;
  data: { value: number | null }[];
}

const seriesOf = (kind: string, of = drawing) =>
  optionOf(of, { kind, colours: light, width: 600, height: 300 }).series as Series[];

test("a divided chart has a stack of bars, with nothing where nothing is counted", () => {
  const series = seriesOf("stacked");
  expect(series.map(({ type, stack }) => [type, stack])).toEqual([
    ["bar", "all"],
    ["bar", "all"],
  ]);
  expect(series.map(({ data }) => data.map(({ value }) => value))).toEqual([
    [3, null, null],
    [null, 4, null],
  ]);
});

test("a line goes down to nothing where nothing is counted", () => {
  expect(seriesOf("line")[0]?.data.map(({ value }) => value)).toEqual([3, 0, 0]);
});

test("numbers stand at columns while they have room, and at a scale otherwise", () => {
  const one = { ...drawing, series: drawing.series.slice(0, 1) };
  const shown = (width: number) => {
    const option = optionOf(one, { kind: "column", colours: light, width, height: 300 });
    const { axisLabel } = option.yAxis as { axisLabel: { show: boolean } };
    const [series] = option.series as { label: { show: boolean } }[];
    return [series?.label.show, axisLabel.show];
  };
  expect([shown(600), shown(60)]).toEqual([
    [true, false],
    [false, true],
  ]);
});

test("words of the data are never markup", () => {
  const { tooltip } = optionOf(drawing, { kind: "bar", colours: light, width: 600, height: 300 });
  expect(tooltip).toMatchObject({ renderMode: "richText" });
});

test("equal numbers have equal percentages", () => {
  expect(shares([3, 3, 45, 11, 3])).toEqual([5, 5, 69, 17, 5]);
  expect(shares([1, 1, 1])).toEqual([33, 33, 33]);
  expect(shares([5])).toEqual([100]);
  expect(shares([0, 0])).toEqual([0, 0]);
});

test("numbers read as people write them", () => {
  expect([1234567, 2.5, 12.345, 0].map(figure)).toEqual(["1,234,567", "2.50", "12.3", "0"]);
});
