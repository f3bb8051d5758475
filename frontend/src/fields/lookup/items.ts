import type { api, schema } from "../../api";
import { plain } from "../choice/find";
import type { Item } from "../parts/Listbox";

/** The record that the field links to comes first where it is not among the candidates, until words are typed. */
export function withPresent(items: Item[], words: string | undefined, present: Item): Item[] {
  const there = !present.text || items.some(({ key }) => key === present.key);
  return words || there ? items : [present, ...items];
}

/** The candidates as a list, with an offer to create what nobody has by exactly that name. */
export function itemsOf(
  candidates: api.Candidate[],
  words: string | undefined,
  table: schema.Table,
  mayCreate: boolean,
): Item[] {
  const items: Item[] = candidates.map(({ id, name, detail, active }) => ({
    key: id,
    text: name,
    detail: [detail, active ? "" : "Inactive"].filter(Boolean).join(" · "),
    muted: !active,
  }));
  const name = words?.trim() ?? "";
  const known = candidates.some((each) => plain(each.name) === plain(name));
  if (!mayCreate || known) return items;
  const text = name ? `Create “${name}”…` : `New ${table.label}…`;
  return [...items, { key: "create", text, action: true }];
}
