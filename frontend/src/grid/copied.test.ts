import { expect, test } from "vitest";
import { blockOf } from "./copied";

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

test("a long text is looked at to where a row ends", () => {
  const text = `Name\tVendor\n${'Permits\t"Tyler\nTech\nInc."\n'.repeat(10_000)}`;
  const html = page("<tr><td>Name</td><td>Vendor</td></tr><tr><td>Other</td><td></td></tr>");
  expect(blockOf(copied(text, html))).toBe(text);
});

test("of a message whose layout is tables, the table within is taken", () => {
  const rows =
    "<tr><td>Name</td><td>Vendor</td></tr><tr><td>Permits</td><td>Tyler</td></tr>" +
    "<tr><td>Payroll</td><td>Oracle</td></tr>";
  const sign = "<table><tr><td>Kim</td><td>IT</td></tr><tr><td>Tel</td><td>1</td></tr></table>";
  const html = `<table><tr><td>Hello</td><td></td></tr><tr><td>${page(rows)}</td><td>Bye${sign}</td></tr></table>`;
  expect(blockOf(copied("Hello\nName\tVendor", html))).toBe(
    "Name\tVendor\r\nPermits\tTyler\r\nPayroll\tOracle",
  );
});

test("lines in a frame stay the lines that they are", () => {
  const text = "Name;Vendor\nPermits;Tyler";
  expect(blockOf(copied(text, page("<tr><td>Name;Vendor<br>Permits;Tyler</td></tr>")))).toBe(text);
  const frames = `<table><tr><td>${page("<tr><td>Name;Vendor</td></tr>")}</td></tr></table>`;
  expect(blockOf(copied(text, frames))).toBe(text);
});

test("nothing in the cells of one column parts columns", () => {
  const html = page("<tr><td>Name, legal</td></tr><tr><td>Tyler  Technologies, Inc.</td></tr>");
  const column = '"Name, legal"\r\n"Tyler  Technologies, Inc."';
  expect(blockOf(copied("Name, legal\r\nTyler  Technologies, Inc.\r\n", html))).toBe(column);
  expect(blockOf(copied("", html))).toBe(column.replace("  ", " "));
});

test("a single line that came without a text is taken", () => {
  expect(blockOf(copied("", page("<tr><td>Permits</td><td>Tyler</td></tr>")))).toBe(
    "Permits\tTyler",
  );
});
