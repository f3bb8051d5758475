import { expect, test } from "vitest";
import { ago, count, counted, fileName, folderName, found } from "./format";

test("numbers keep their thousands apart and their words in the right number", () => {
  expect(count(2133)).toBe("2,133");
  expect(counted(1, "record")).toBe("1 record");
  expect(counted(0, "IT Technology", "IT Technologies")).toBe("0 IT Technologies");
});

test("what an import found is counted in one way", () => {
  expect(found(1, 2133, 15)).toBe("1 problem and 2,133 notes on the files, 15 values decided");
  expect(found(0, 1)).toBe("1 note on the files");
  expect(found(0, 0, 1)).toBe("1 value decided");
  expect(found()).toBe("");
});

test.each([
  ["2026-03-09T11:59:50Z", "just now"],
  ["2026-03-09T11:58:00Z", "2 minutes ago"],
  ["2026-03-09T09:00:00Z", "3 hours ago"],
  ["2026-03-08T09:00:00Z", "yesterday"],
  ["2025-12-01T12:00:00Z", "2025-12-01"],
])("%s is told as %s", (time, text) => {
  expect(ago(time, Date.parse("2026-03-09T12:00:00Z"))).toBe(text);
});

test.each([
  ["/home/ada/a.cadastre", "a.cadastre", "/home/ada"],
  ["C:\\Users\\Ada\\a.xlsx", "a.xlsx", "C:\\Users\\Ada"],
  ["a.csv", "a.csv", ""],
])("%s is taken apart", (path, file, folder) => {
  expect([fileName(path), folderName(path)]).toEqual([file, folder]);
});
