import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type api, Insight, type insight, type schema } from "../api";
import { keys } from "../frame";
import { dayText } from "../ui";

/** The list that a chart is about. */
export type ChartList = Pick<api.Query, "table" | "view" | "filter" | "search">;

/** Days are named as the person reads them. */
function inOurDates(drawing: insight.Drawing): insight.Drawing {
  const named = (part: insight.Part) => ({ ...part, label: dayText(part.label) });
  return { ...drawing, groups: drawing.groups.map(named), series: drawing.series.map(named) };
}

/** The numbers of a chart; while newer ones are on their way the old ones stay. */
export function useDrawing(list: ChartList, chart: schema.Chart) {
  const query = { ...list, columns: [], order: [], offset: 0, limit: 0 };
  return useQuery({
    queryKey: [...keys.records, list.table, "chart", query, chart],
    queryFn: () => Insight.Chart(query, chart),
    select: inOurDates,
    placeholderData: keepPreviousData,
  });
}
