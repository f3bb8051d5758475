import type { api } from "../api";
import type { CatalogueModel } from "../model";
import type { GridColumn } from "./useColumns";

/** How wide a column becomes by itself; by hand it may be wider or narrower. */
const least = 88;
const most = 320;
const mostOfName = 400;
/** What stands beside the text of a cell or a header. */
const cellSpace = 26;
const pillSpace = 42;
const headSpace = 46;
const figureSpace = 30;

type Measure = (text: string) => number;

/** The width that fits what a column shows: its label, the rows given, and for choices every option. */
export function fitWidth(column: GridColumn, rows: api.Row[], model: CatalogueModel): number {
  const measure = measureText();
  const { field, primary } = column;
  const texts = rows.map((row) => row.display[field.key] ?? "");
  const space = field.choice ? pillSpace : column.kind.align === "end" ? figureSpace : cellSpace;
  const content = Math.max(0, ...distinct(texts).map(measure)) + space;
  const options = field.choice ? widestOption(field.choice, model, measure) : 0;
  const wanted = Math.max(content, Math.min(options, most), measure(field.label) + headSpace);
  return Math.ceil(Math.min(Math.max(wanted, least), primary ? mostOfName : most));
}

function widestOption(choice: string, model: CatalogueModel, measure: Measure): number {
  const { options } = model.choices(choice);
  // A long list of options is seldom used to its longest: what the rows hold decides there.
  if (options.length > 12) return 0;
  return Math.max(0, ...options.map((option) => measure(option.label))) + pillSpace;
}

/** The texts worth measuring: the longest ones are, for a font without extremes. */
function distinct(texts: string[]): string[] {
  return [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, 12);
}

let context: CanvasRenderingContext2D | null | undefined;

function measureText(): Measure {
  context ??= document.createElement("canvas").getContext("2d");
  const ruler = context;
  if (!ruler) return (text) => text.length * 7;
  ruler.font = '14px "Inter Variable", system-ui, sans-serif';
  return (text) => ruler.measureText(text).width;
}
