import { expect, test } from "vitest";
import { linkOf, placeOfLink } from "./link";

test("a link leads back to where it was taken, and other texts lead nowhere", () => {
  const place = "/a/it-system-catalog/t/itsystem?view=overdue-reviews";
  expect(placeOfLink(` ${linkOf(place)}\n`)).toBe(place);
  for (const text of ["overdue", "https://example.gov/a/b", "cadastre:settings", ""])
    expect(placeOfLink(text)).toBeUndefined();
});
