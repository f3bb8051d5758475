import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type api, Records, type schema } from "../api";
import { type Command, registry, useAllCommands } from "../commands";
import { best, score } from "../commands/match";
import { type CatalogueModel, useModel } from "../model";
import { useCatalogue } from "./catalogue";
import { type Go, useGo } from "./go";
import { placeOfLink } from "./link";
import { firstTable, tablesOf, usePlace } from "./place";
import { keys } from "./queries";
import { type NamedRecord, useRecentRecords } from "./recent";
import { screens, screensOf } from "./screens";
import { useSavedViews } from "./views";

/** A line of the palette. */
export interface PaletteItem {
  id: string;
  label: string;
  icon: string;
  /** Where it was found, when not in the label. */
  where?: string;
  /** What it is, quietly, behind the label. */
  detail?: string;
  keys?: string;
  run(): void;
}

export interface PaletteGroup {
  label: string;
  items: PaletteItem[];
}

const most = 8;
const fewRecent = 5;

/** What the palette offers for a text: records, lists and views, commands. */
export function usePaletteGroups(typed: string): PaletteGroup[] {
  const { open } = useCatalogue();
  const link = useLinkItem(typed);
  const records = useRecordItems(typed);
  const places = usePlaceItems(typed);
  const commands = useCommandItems(typed);
  const finds = useFindItems(typed);
  if (link && open) return [link];
  const found = open ? [records, places, commands] : [commands];
  const groups = typed ? byBest(found, typed) : found;
  return [...groups, ...(open ? [finds] : [])].filter((g) => g.items.length > 0);
}

/** The place that a link leads to, where one is typed or pasted. */
function useLinkItem(typed: string): PaletteGroup | undefined {
  const { history } = useRouter();
  const place = placeOfLink(typed);
  if (!place) return undefined;
  const run = () => history.push(place);
  return {
    label: "Link",
    items: [{ id: "link", label: "Go to where the link leads", icon: "link", run }],
  };
}

/** The groups in the order of how well the first of each answers to the text. */
function byBest(groups: PaletteGroup[], typed: string): PaletteGroup[] {
  const points = ({ items: [first] }: PaletteGroup) => (first ? score(first.label, typed) : 0);
  return groups.toSorted((a, b) => points(b) - points(a));
}

function useCommandItems(typed: string): PaletteGroup {
  const { open } = useCatalogue();
  const further = useFurtherDuplicates();
  const commands = useAllCommands().filter((c) => !c.hidden && registry.ready(c));
  const all = [...commands.map(commandItem), ...(typed && open ? further : [])];
  const items = best(all, typed, (c) => `${c.label} ${c.detail}`);
  return { label: "Commands", items: typed ? items.slice(0, most) : items };
}

/** The duplicates of other tables than the one at hand, of which there is a command. */
function useFurtherDuplicates(): PaletteItem[] {
  const model = useModel();
  const go = useGo();
  const { app, table } = usePlace();
  const here = table?.key ?? firstTable(app);
  return model.tables
    .filter(({ key, telling }) => telling?.length && key !== here)
    .map(({ key, plural }) => ({
      id: `duplicates ${key}`,
      label: `Find duplicates of ${plural}`,
      icon: "copy",
      detail: "Edit",
      run: () => go.duplicates(key),
    }));
}

function commandItem(command: Command): PaletteItem {
  return {
    id: `command ${command.id}`,
    label: command.label,
    icon: command.icon ?? "right",
    detail: command.section,
    keys: command.keys,
    run: () => registry.run(command.id),
  };
}

function usePlaceItems(typed: string): PaletteGroup {
  const model = useModel();
  const { app, area } = usePlace();
  const saved = useSavedViews();
  const go = useGo();
  if (!typed) return { label: "Lists", items: tablesOf(area).map((t) => tableItem(model, go, t)) };
  const inApp = new Set(app.areas.flatMap(tablesOf));
  const views = [
    ...(saved ?? []).map(({ view }) => view),
    ...model.raw.views.filter((v) => inApp.has(v.table) && !v.default),
  ];
  const items = [
    ...model.tables.map((t) => tableItem(model, go, t.key)),
    ...views.map((v) => viewItem(model, go, v)),
    ...app.areas
      .flatMap((a) => a.groups.flatMap((g) => screensOf(g.screens)))
      .map(
        (key): PaletteItem => ({
          id: `screen ${key}`,
          label: screens[key].label,
          icon: screens[key].icon,
          run: () => go.screen(key),
        }),
      ),
    ...app.areas
      .flatMap((a) => a.groups.flatMap((g) => g.dashboards ?? []))
      .map(
        (d): PaletteItem => ({
          id: `dashboard ${d}`,
          label: `Dashboard of ${app.app}`,
          icon: "dashboard",
          run: () => go.dashboard(d),
        }),
      ),
  ];
  return { label: "Lists", items: best(items, typed, (i) => i.label).slice(0, most) };
}

function tableItem(model: CatalogueModel, go: Go, table: string): PaletteItem {
  const { plural, icon } = model.table(table);
  return { id: `table ${table}`, label: plural, icon, run: () => go.list(table) };
}

function viewItem(model: CatalogueModel, go: Go, view: schema.View): PaletteItem {
  const { plural, icon } = model.table(view.table);
  return {
    id: `view ${view.table} ${view.key}`,
    label: view.label,
    icon,
    detail: view.label.includes(plural) ? "View" : `View of ${plural}`,
    run: () => go.list(view.table, { view: view.key }),
  };
}

function useRecordItems(typed: string): PaletteGroup {
  const model = useModel();
  const go = useGo();
  const recent = useRecentRecords().slice(0, fewRecent);
  const found = useFound(typed);
  const item = ({ table, id, name }: NamedRecord): PaletteItem => ({
    id: `record ${table} ${id}`,
    label: name,
    icon: model.table(table).icon,
    detail: model.table(table).label,
    run: () => go.record(table, id),
  });
  return typed
    ? { label: "Records", items: found.map((f) => ({ ...item(f), where: whereOf(model, f) })) }
    : { label: "Recent", items: recent.map(item) };
}

/** The words that a text was found in, when they are not the name. */
function whereOf(model: CatalogueModel, found: api.Found): string | undefined {
  const { table, holder, field, text } = found;
  return field ? `${model.field(holder || table, field).label}: ${text}` : undefined;
}

const shortest = 2;

/** Records of all tables that answer to the text. */
function useFound(typed: string): api.Found[] {
  const text = typed.trim();
  const { data } = useQuery({
    queryKey: [...keys.records, "palette", text],
    queryFn: () => Records.Everywhere(text, most),
    enabled: text.length >= shortest,
    placeholderData: keepPreviousData,
  });
  return text.length >= shortest ? (data ?? []) : [];
}

function useFindItems(typed: string): PaletteGroup {
  const model = useModel();
  const { area, table: shown } = usePlace();
  const go = useGo();
  const others = tablesOf(area).filter((table) => table !== shown?.key);
  const items = [...(shown ? [shown.key] : []), ...others].map((table) => ({
    id: `find ${table}`,
    label: `${model.table(table).plural} that contain “${typed.trim()}”`,
    icon: "search",
    run: () => go.list(table, { q: typed.trim() }),
  }));
  return { label: "Search in a list", items: typed.trim() ? items : [] };
}
