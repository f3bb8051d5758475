// Scripts and markup where data may come from, and what tells that one of them had an effect.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Page } from "playwright-core";

/** A text that makes an element, runs a script or loads a picture wherever it is taken for markup. */
export const plant = '"><plant-ed><img src=x onerror=planted()>';

/** The same with all that has room in a long text. */
export const longPlant = `${plant}<script>planted()</script><svg onload=planted()><a href="javascript:planted()">run</a><iframe srcdoc="<script>parent.planted()</script>"></iframe><base href="https://planted.example/"><style>@import "https://planted.example/x.css"</style><form action="https://planted.example/"><button>send</button></form>`;

/** Has the page note every element that a planted text became, and every script of one that ran. */
export async function watchPlants(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const effects: string[] = [];
    const bad =
      "plant-ed, img[src='x'], [onerror], [onload], iframe, base, object, embed, form[action], a[href^='javascript' i]";
    const look = (node: Node) => {
      if (!(node instanceof Element)) return;
      for (const each of [node, ...node.querySelectorAll(bad)])
        if (each.matches(bad)) effects.push(each.outerHTML.slice(0, 200));
    };
    Object.assign(window, { effects, planted: () => effects.push("a script ran") });
    new MutationObserver((records) => {
      for (const { addedNodes, target } of records)
        for (const n of [target, ...addedNodes]) look(n);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** What was noted since the page was loaded. */
export const effects = (page: Page) =>
  page.evaluate(() => (window as unknown as { effects: string[] }).effects);

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A workbook whose sheet, headers and cells are planted. */
export async function plantedWorkbook(folder: string): Promise<string> {
  const row = (cells: string[], n: number) =>
    `<row r="${n}">${cells.map((text, at) => `<c r="${"ABCDEFG"[at]}${n}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join("")}</row>`;
  const cells = [
    [
      "Name",
      "Abbreviation",
      "Description",
      "Vendor",
      "Criticality",
      "Next Review Date",
      `Own ${plant}`,
    ],
    [`Book ${plant}`, "<plant-ed>", longPlant, `Maker ${plant}`, "High", "2031-01-01", longPlant],
    [`Other ${plant}`, "", longPlant, `Maker ${plant}`, `Wrong ${plant}`, `Soon ${plant}`, plant],
  ];
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  return writeZip(join(folder, "systems <plant-ed><img src=x onerror=planted()>.xlsx"), {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped("IT Systems <plant-ed>")}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${cells.map((each, n) => row(each, n + 1)).join("")}</sheetData></worksheet>`,
  });
}

/** A package of the kit with one system, whose rich text is as hostile as its names. */
export async function plantedPackage(folder: string): Promise<string> {
  const twice = (text: string) => escaped(escaped(text));
  const type = (name: string) =>
    `<field displayname="${name}" name="govcdm_${name}" type="string" />`;
  const value = (name: string, text: string) =>
    `<field name="govcdm_${name}" value="${twice(text)}" />`;
  return writeZip(join(folder, "package.zip"), {
    "[Content_Types].xml": "<Types/>",
    "data_schema.xml": `<entities><entity name="govcdm_itsystem" displayname="IT System" primaryidfield="govcdm_itsystemid" primarynamefield="govcdm_name"><fields>${["name", "abbreviation", "description"].map(type).join("")}</fields></entity></entities>`,
    "data.xml": `<entities timestamp="2025-08-08T15:33:43Z"><entity name="govcdm_itsystem" displayname="IT System"><records><record id="79443246-02b8-f011-bbd2-001dd806e92f">${value("name", `Packed ${plant}`)}${value("abbreviation", "<plant-ed>")}${value("description", `<p>Kept${longPlant}</p>`)}</record></records><m2mrelationships /></entity></entities>`,
  });
}

/** Writes files into an archive as they are. */
async function writeZip(path: string, files: Record<string, string>): Promise<string> {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(0x00210000, 6); // the first of January 1980, as good as any
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), data]);
    local.push(entry);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), head, tail, Buffer.from(name));
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(local.length, 4);
  end.writeUInt16LE(local.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  await writeFile(path, Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]));
  return path;
}
