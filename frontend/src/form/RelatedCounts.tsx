import type { schema } from "../api";
import { useModel } from "../model";
import { count } from "../ui";
import { relatedOf, useCounts } from "./related";

interface RelatedCountsProps {
  form: schema.Form;
  id: string;
  onTab: (label: string) => void;
}

/** What hangs on a record: how many of each sort, each leading to their list. */
export function RelatedCounts({ form, id, onTab }: RelatedCountsProps) {
  const model = useModel();
  const related = relatedOf(form);
  const counts = useCounts(related, id);
  if (!id) return null;
  return related.map(({ label, tab, subgrid }, i) => (
    <li key={`${subgrid.table}.${subgrid.via}`} className="fact">
      <span className="fact-label">{label || model.table(subgrid.table).plural}</span>
      <button type="button" className="fact-text link" onClick={() => onTab(tab)}>
        {counts[i] === undefined ? "…" : count(counts[i])}
      </button>
    </li>
  ));
}
