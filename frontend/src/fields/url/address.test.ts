import { expect, test } from "vitest";
import { webAddress } from "./address";

test("only web addresses can be opened, also those written without their beginning", () => {
  expect(webAddress("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
  expect(webAddress(" example.org ")).toBe("https://example.org");
  expect(webAddress("http://intranet/wiki")).toBe("http://intranet/wiki");
  for (const words of [
    "javascript:alert(1)",
    "\tjavascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "bank.example@evil.example",
    "https://ann:secret@example.org",
    "mailto:ann@example.org",
    "see the wiki",
    "n/a",
    "",
  ])
    expect(webAddress(words), words).toBe("");
});
