import { expect, test } from "vitest";
import { webAddress } from "./address";

test("only web addresses can be opened, also those written without their beginning", () => {
  expect(webAddress("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
  expect(webAddress(" example.org ")).toBe("https://example.org");
  expect(webAddress("http://intranet/wiki")).toBe("http://intranet/wiki");
  for (const words of ["javascript:alert(1)", "file:///etc/passwd", "see the wiki", "n/a", ""])
    expect(webAddress(words)).toBe("");
});
