import { expect, test } from "vitest";
import { mayLookAlike, readLink } from "./link";

test("what opens outside is told as it really is", () => {
  expect(readLink(" HTTPS://Example.org/a?b#c ")).toEqual({
    address: "https://example.org/a?b#c",
    site: "example.org",
  });
  expect(readLink("https://\u0430pple.com/\u202Egnp.exe")).toEqual({
    address: "https://xn--pple-43d.com/%E2%80%AEgnp.exe",
    site: "xn--pple-43d.com",
  });
  expect(readLink("https://bank.example\\@evil.example:8080/")).toEqual({
    address: "https://bank.example/@evil.example:8080/",
    site: "bank.example",
  });
  expect(readLink("mailto:ann@example.org?subject=Hi")).toEqual({
    address: "mailto:ann@example.org?subject=Hi",
    site: "",
  });
  expect(mayLookAlike("www.xn--pple-43d.com")).toBe(true);
  expect(mayLookAlike("example.org")).toBe(false);
});

test("what might run, open a file, attach one or pretend to be another site is not opened", () => {
  for (const words of [
    "javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\nscript:alert(1)",
    "JavaScript://example.org/%0Aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "vbscript:msgbox(1)",
    "blob:https://example.org/1",
    "tel:+15550100",
    "https://bank.example@evil.example/",
    "https://ann:secret@example.org/",
    "https://",
    "//example.org",
    "mailto:",
    "mailto://ann@example.org",
    "mailto:ann@example.org?attach=/etc/passwd",
  ])
    expect(readLink(words), words).toBeTypeOf("string");
});
