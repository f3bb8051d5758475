import { expect, test } from "vitest";
import { earliestOf } from "./earliest";

const dated = (id: string, date: string) => ({ id, name: id, date });

test("of all that a record is linked with, the earliest date counts", () => {
  const joined = [dated("java", "2029-01-01"), dated("oracle", "2026-05-01"), dated("none", "")];
  expect(earliestOf(joined, dated("linux", "2027-01-01"))?.id).toBe("oracle");
  expect(earliestOf(joined, dated("linux", "2025-01-01"))?.id).toBe("linux");
  expect(earliestOf([dated("none", "")], undefined)).toBeUndefined();
});

test("a date that the join itself has stands for that of the record", () => {
  const extended = [dated("java", "2031-01-01")];
  expect(earliestOf(extended, dated("java", "2025-01-01"))?.date).toBe("2031-01-01");
});
