import type { api, Field } from "../api";
import { shownText, valueText } from "../fields/shown";
import type { CatalogueModel } from "../model";
import type { GridColumn } from "./useColumns";

/** How wide a column becomes by itself where room is scarce; by hand it may be wider or narrower. */
const least = 72;
const leastOfName = 200;
const most = 300;
/** A name is what a row is known by: it is cut only where it would leave no room for anything else. */
const mostOfName = 480;
/** What stands beside the text: of a cell, of a choice, of a header. */
const cellSpace = 26;
const choiceSpace = 42;
const headSpace = 42;
const headSpaceEnd = 50;

const family = '"Inter Variable", system-ui, sans-serif';
const cellFont = `14px ${family}`;
const dueFont = `600 14px ${family}`;
const choiceFont = `12px ${family}`;
const headFont = `600 12px ${family}`;

/** The width that a column takes by itself, and the one in which nothing of it is cut. */
export interface Fit {
  width: number;
  whole: number;
}

/** What fits what a column shows: its label, the rows given, and for choices every option. */
export function fitOf(column: GridColumn, rows: api.Row[], model: CatalogueModel): Fit {
  const { field, primary } = column;
  const texts = rows.map((row) => textIn(field, row, model));
  const content = field.choice
    ? Math.max(widest(texts, choiceFont), widestOption(field.choice, model)) + choiceSpace
    : widest(column.kind.align === "end" ? texts.map(widestFigures) : texts, fontOf(field)) +
      cellSpace;
  const beside = column.kind.align === "end" ? headSpaceEnd : headSpace;
  const wanted = Math.max(content, widest([field.label], headFont) + beside);
  const [from, to] = primary ? [leastOfName, mostOfName] : [least, most];
  const whole = Math.ceil(Math.max(wanted, from));
  return { width: Math.min(whole, to), whole };
}

function textIn(field: Field, { display, values }: api.Row, model: CatalogueModel): string {
  return valueText(model, field, display[field.key] ?? "", values);
}

/** Widths that give the room left over to the columns that would be cut, from the first on. */
export function withRoom(fits: Fit[], room: number): number[] {
  let left = Math.max(0, room);
  return fits.map(({ width, whole }) => {
    const more = Math.min(whole - width, left);
    left -= more;
    return width + more;
  });
}

/**
 * Whether a column so wide shows the whole text of a cell, which then needs nothing that cuts it: each cell
 * that cuts costs as much as everything else of it when it is painted.
 */
export function fitsWhole({ field }: GridColumn, width: number, text: string): boolean {
  if (text === "") return true;
  if (width === 0 || field.names) return false; // what is shown cannot be measured yet, or is not the text
  const [font, space] = field.choice ? [choiceFont, choiceSpace] : [fontOf(field), cellSpace];
  return mostWidthOf(shownText(field.kind, text), font) <= width - space;
}

/** Most texts: Latin, Greek, Cyrillic and Chinese letters, signs, and no marks that stand over others. */
const plain =
  /^[\s!-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u2bff\u3000-\u3029\u3030-\u3096\u309b-\u9fff]*$/;

/**
 * The most that a text is wide. Cells do not move letters together, and to measure a whole text takes the browser
 * as long as to lay it out: it is added up from its letters, each of which was measured once.
 */
function mostWidthOf(text: string, font: string): number {
  if (!plain.test(text)) return knownWidthOf(text, font);
  letterWidths[font] ??= [];
  const widths = letterWidths[font];
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    widths[letter] ??= widthOf(text.charAt(i), font);
    width += widths[letter];
  }
  return width;
}

/** By font, then by letter. */
const letterWidths: Record<string, number[]> = {};

const known = new Map<string, number>();
const knownMost = 20_000;

/** The width of a text, kept for the next time: scrolling shows the same words again and again. */
function knownWidthOf(text: string, font: string): number {
  const key = `${font} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= knownMost) known.clear();
  const width = widthOf(text, font);
  known.set(key, width);
  return width;
}

const fontOf = ({ due }: Field) => (due ? dueFont : cellFont);

/** A number or date of the same length that is as wide as any: rows that are not there yet fit, too. */
const widestFigures = (text: string) => text.replace(/\d/g, "0");

/** Of a long list of options the longest are seldom used: what the rows hold decides there. */
function widestOption(choice: string, model: CatalogueModel): number {
  const { options } = model.choices(choice);
  return options.length > 6
    ? 0
    : widest(
        options.map(({ label }) => label),
        choiceFont,
      );
}

/** How many of the longest texts are measured: one of them is the widest. */
const measured = 12;

function widest(texts: string[], font: string): number {
  const longest = [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, measured);
  return Math.max(0, ...longest.map((text) => mostWidthOf(text, font)));
}

let context: CanvasRenderingContext2D | null | undefined;

function widthOf(text: string, font: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * 7;
  context.fontKerning = "none"; // as in cells
  context.textRendering = "optimizeSpeed"; // without ligatures
  context.font = font;
  return context.measureText(text).width;
}
