import { parseSync } from "vite";
import { expect, test } from "vitest";

/** What people read, and whatever else stands in literals. */
const sources = import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** An apostrophe that is straight, also as JSX spells it. */
const straight = /\p{L}('|&apos;|&#39;)\p{L}/u;

/** The texts of a file: literals, the parts of templates, and what stands between tags. */
function textsOf(path: string, source: string): string[] {
  const found: string[] = [];
  JSON.stringify(parseSync(path, source).program, (_, node) => {
    if (node?.type === "Literal" || node?.type === "JSXText") found.push(String(node.value));
    if (node?.type === "TemplateElement") found.push(node.value.raw);
    return node;
  });
  return found.filter((text) => straight.test(text));
}

test("a straight apostrophe is found wherever it can stand, but in comments", () => {
  const source = `
    // h's
    const a = <p title="b's">c's {\`d's \${e} f's\`} {'g\\'s'} {i('j', 'k')}</p>;`;
  const found = textsOf("a.tsx", source).map((text) => text.trim());
  expect(found.toSorted()).toEqual(["b's", "c's", "d's", "f's", "g's"]);
});

test("the words of the page have curved apostrophes: “the file’s”, never “the file's”", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(0);
  const wrong = Object.entries(sources)
    .filter(([, source]) => straight.test(source)) // in a comment or not
    .flatMap(([path, source]) => textsOf(path, source).map((text) => `${path}: ${text}`));
  expect(wrong).toEqual([]);
});
