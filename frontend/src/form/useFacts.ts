import { useQueries } from "@tanstack/react-query";
import { type api, Records, type schema, type Table } from "../api";
import { today } from "../fields/date/civil";
import { keys } from "../frame/queries";
import { isSettled } from "../grid/due";
import { useModel } from "../model";
import { tell, tellings } from "./due";
import { type Fact, factsOf } from "./facts";

/** A date of a linked record that says something about the health of this one. */
interface Linked {
  /** The lookup that leads to the other record. */
  via: string;
  date: string;
  label: string;
  /** What is said while the lookup is blank. */
  none?: string;
}

const linked: Record<string, Linked[]> = {
  itsystem: [
    {
      via: "atoauthoritytooperate",
      date: "expirationdate",
      label: "Authority to operate",
      none: "None",
    },
    { via: "primarytechnology", date: "endofsupportdate", label: "Technology support" },
  ],
  itsystemcomponent: [
    { via: "ittechnology", date: "endofsupportdate", label: "Technology support" },
  ],
};

/** The facts of a record, with those that lie one link further. */
export function useFacts(table: Table, form: schema.Form, row: api.Row): Fact[] {
  const model = useModel();
  const further = useLinkedFacts(table, row);
  const settled = (key: string) => row.state === "inactive" || isSettled(model, table, key, row);
  const own = factsOf({
    table,
    form,
    row,
    today: today(),
    toneOf: (field, code) => model.option(field.choice ?? "", code)?.tone ?? "",
    isSettled: settled,
  });
  const pressing = further.filter(({ text }) => text && !settled("nextreviewdate"));
  const last = own.filter(({ key }) => key === "completeness");
  return [...own.filter(({ key }) => key !== "completeness"), ...pressing, ...last];
}

function useLinkedFacts(table: Table, row: api.Row): Fact[] {
  const links = linked[table.key] ?? [];
  const held = links.filter(({ via }) => row.values[via]);
  const dates = useQueries({
    queries: held.map(({ via }) => {
      const target = table.fields.find(({ key }) => key === via)?.target ?? "";
      const id = String(row.values[via]);
      return {
        queryKey: [...keys.records, target, id],
        queryFn: () => Records.Get(target, id),
      };
    }),
    combine: (results) =>
      results.map(({ data }, i) => String(data?.values[held[i]?.date ?? ""] ?? "")),
  });
  return links.map((link) => factOf(link, dates[held.indexOf(link)]));
}

/** The fact of a link: undefined where the link is blank, "" where the record has no such date. */
function factOf({ via, label, none, date }: Linked, value: string | undefined): Fact {
  const fact = { key: via, label, field: via };
  const telling = tellings[date];
  if (value === undefined) return { ...fact, text: none ?? "", tone: "warning" };
  if (!value || !telling) return { ...fact, text: none ? "Held" : "", tone: "" };
  return { ...fact, ...tell(telling, value, today(), false) };
}
