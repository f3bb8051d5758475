import type { Field, schema } from "../api";

/** A section with its fields, those of one line apart from long texts. */
export interface Card {
  label: string;
  short: Field[];
  long: Field[];
  subgrid?: schema.Subgrid;
}

/** Cards that stand beside each other where there is room; a card alone has two columns of fields. */
export type Shelf = [Card] | [Card, Card];

/** True for texts that need the width of their card. */
export const isLong = ({ kind }: Field) => kind === "richtext" || kind === "memo";

/** Arranges the sections of a tab. Two of about the same height stand beside each other. */
export function shelves(tab: schema.Tab, table: schema.Table): Shelf[] {
  const cards = tab.sections.map((section) => cardOf(section, table));
  const arranged: Shelf[] = [];
  for (let i = 0; i < cards.length; i++) {
    const [card, next] = [cards[i], cards[i + 1]];
    if (!card) continue;
    if (next && balanced(card, next)) {
      arranged.push([card, next]);
      i++;
    } else arranged.push([card]);
  }
  return arranged;
}

function cardOf({ label, fields, subgrid }: schema.Section, table: schema.Table): Card {
  const byKey = new Map(table.fields.map((field) => [field.key, field]));
  const all = fields.map((key) => byKey.get(key)).filter((field) => field !== undefined);
  return {
    label,
    subgrid,
    short: all.filter((field) => !isLong(field)),
    long: all.filter(isLong),
  };
}

function balanced(a: Card, b: Card): boolean {
  const heights = [heightOf(a), heightOf(b)];
  return Math.min(...heights) > 0 && Math.min(...heights) / Math.max(...heights) >= 0.6;
}

/** The height of a card in lines; 0 for one that takes the whole width. */
function heightOf({ short, long, subgrid }: Card): number {
  if (subgrid) return 0;
  const texts = long.map(({ kind }) => (kind === "richtext" ? 5 : 3));
  return texts.reduce((sum, lines) => sum + lines, short.length);
}
