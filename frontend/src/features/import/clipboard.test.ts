import { expect, test } from "vitest";
import { blockOf } from "./clipboard";

const copied = (text: string, html = "") => ({
  getData: (type: string) => (type === "text/html" ? html : text),
});
const page = (rows: string) => `<p>See below</p><table>${rows}</table>`;

test("a spreadsheet's own text is taken as it stands", () => {
  const text = 'Name\tVendor\r\nPermits\t"Tyler\r\nInc."\r\n';
  const html = page("<tr><td>Name</td><td>Something else</td></tr>");
  expect(blockOf(copied(text, html))).toBe(text);
});

test("of a page whose text lost merged cells and lines, the table is taken", () => {
  const html = page(
    "<tr><th colspan=2>System</th><th rowspan=2>Vendor</th></tr><tr><th>Name</th><th>Code</th></tr>" +
      '<tr><td>Permits</td><td>P"1</td><td>Tyler<br>Inc.</td></tr>',
  );
  const text = 'System\tVendor\nName\tCode\nPermits\tP"1\tTyler\nInc.';
  expect(blockOf(copied(text, html))).toBe(
    'System\t\tVendor\r\nName\tCode\t\r\nPermits\t"P""1"\t"Tyler\nInc."',
  );
});

test("what has no table is its text", () => {
  expect(blockOf(copied("Name;Vendor\nPermits;Tyler", "<p>Name;Vendor</p>"))).toBe(
    "Name;Vendor\nPermits;Tyler",
  );
  expect(blockOf(copied(""))).toBe("");
});

test("a long text is known by its beginning", () => {
  const text = `Name\tVendor\n${"Permits\tTyler\n".repeat(100_000)}`;
  expect(blockOf(copied(text))).toBe(text);
});
