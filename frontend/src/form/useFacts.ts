import { useQueries } from "@tanstack/react-query";
import { type api, Records, type schema, type Table } from "../api";
import { today } from "../fields/date/civil";
import { keys } from "../frame/queries";
import { isSettled } from "../grid/due";
import { useModel } from "../model";
import { tell } from "./due";
import { type Dated, datedOf, datesQuery, earliestOf, joinsOf } from "./earliest";
import { type Fact, factsOf } from "./facts";

const noLinks: schema.LinkedDate[] = [];

/** The facts of a record, with those that lie one link further. */
export function useFacts(table: Table, form: schema.Form, row: api.Row): Fact[] {
  const model = useModel();
  const further = useLinkedFacts(table, form.facts ?? noLinks, row);
  const inactive = row.state === "inactive";
  const own = factsOf({
    table,
    form,
    row,
    today: today(),
    toneOf: (field, code) => model.option(field.choice ?? "", code)?.tone ?? "",
    isSettled: (key) => inactive || isSettled(model, table, key, row),
  });
  const done = inactive || table.facts.dates.some((key) => isSettled(model, table, key, row));
  const pressing = further.filter(({ text }) => text && !done);
  const last = own.filter(({ key }) => key === "completeness");
  return [...own.filter(({ key }) => key !== "completeness"), ...pressing, ...last];
}

function useLinkedFacts(table: Table, links: schema.LinkedDate[], row: api.Row): Fact[] {
  const direct = useDirect(table, row, links);
  const joined = useJoined(table, row, links);
  const model = useModel();
  return links.map((link, i) => {
    const due = model.fieldAt(table.key, `${link.via}.${link.date}`)?.due;
    return factOf(link, due, direct[i], joined[i] ?? []);
  });
}

const targetOf = (table: Table, via: string) =>
  table.fields.find(({ key }) => key === via)?.target ?? "";

/** What the lookups lead to, by link; undefined where one is blank. */
function useDirect(table: Table, row: api.Row, links: schema.LinkedDate[]): (Dated | undefined)[] {
  return useQueries({
    queries: links.map(({ via }) => {
      const target = targetOf(table, via);
      const id = String(row.values[via] ?? "");
      return {
        queryKey: [...keys.records, target, id],
        queryFn: () => Records.Get(target, id),
        enabled: id !== "",
      };
    }),
    combine: (results) =>
      results.map(({ data }, i) => {
        const { via = "", date = "" } = links[i] ?? {};
        const id = String(row.values[via] ?? "");
        return id
          ? { id, name: data?.name ?? "", date: String(data?.values[date] ?? "") }
          : undefined;
      }),
  });
}

/** What the record is joined with besides, by link. */
function useJoined(table: Table, row: api.Row, links: schema.LinkedDate[]): Dated[][] {
  const model = useModel();
  const asked = links.flatMap((link, at) =>
    link.among
      ? joinsOf(model, table.key, targetOf(table, link.via)).map((join) => ({ link, at, join }))
      : [],
  );
  return useQueries({
    queries: asked.map(({ link, join }) => ({
      queryKey: [...keys.records, join.table.key, "dates", join.via, row.id, link.date],
      queryFn: () => Records.Page(datesQuery(join, row.id, link.date)),
      enabled: row.id !== "",
    })),
    combine: (results) =>
      links.map((_, at) =>
        results.flatMap(({ data }, i) => {
          const each = asked[i];
          if (each?.at !== at) return [];
          return (data?.rows ?? []).map((r) => datedOf(r, each.join, each.link.date));
        }),
      ),
  });
}

function factOf(
  link: schema.LinkedDate,
  due: schema.Due | undefined,
  direct: Dated | undefined,
  joined: Dated[],
): Fact {
  const { via, label, none, among } = link;
  const fact: Fact = { key: via, label, field: via, text: "", tone: "" };
  const first = earliestOf(joined, direct);
  if (!direct && none) return { ...fact, text: none, tone: "warning" };
  if (!first || !due) return { ...fact, text: none ? "Held" : "" };
  const told = tell(due, first.date, today(), false);
  if (!among) return { ...fact, ...told };
  const which = first.id === direct?.id ? `${first.name} (${among})` : first.name;
  return { ...fact, ...told, text: `${told.text}: ${which}` };
}
