import { readFile, writeFile } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";

/** Changes the text of one part of a workbook, as whoever has it open would, and nothing else. */
export async function editPart(path: string, part: string, edit: (xml: string) => string) {
  const members = unzip(await readFile(path));
  const xml = members.get(part);
  if (!xml) throw new Error(`${path} has no part ${part}`);
  members.set(part, Buffer.from(edit(xml.toString("utf8"))));
  await writeFile(path, zip(members));
}

const endLength = 22;
const entryLength = 46;
const headLength = 30;

/** The members of an archive, by its list at the end. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const members = new Map<string, Buffer>();
  const end = archive.lastIndexOf("PK\u0005\u0006");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const packed = archive.readUInt16LE(at + 10) !== 0;
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + entryLength, at + entryLength + nameLength);
    const head = archive.readUInt32LE(at + 42);
    const start =
      head + headLength + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
    const data = archive.subarray(start, start + size);
    members.set(name, packed ? inflateRawSync(data) : Buffer.from(data));
    at += entryLength + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return members;
}

/** An archive of members that are not packed. */
function zip(members: Map<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, data] of members) {
    const entry = Buffer.alloc(entryLength);
    entry.write("PK\u0001\u0002", "latin1");
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(data.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    const head = Buffer.alloc(headLength);
    head.write("PK\u0003\u0004", "latin1");
    entry.copy(head, 4, 6, 32); // what both say, in the same order
    parts.push(head, Buffer.from(name), data);
    list.push(entry, Buffer.from(name));
    at += headLength + Buffer.byteLength(name) + data.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(endLength);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(members.size, 8);
  end.writeUInt16LE(members.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
