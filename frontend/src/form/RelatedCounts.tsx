import { Button } from "@fluentui/react-components";
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
  if (!id || related.length === 0) return null;
  return (
    <ul className="counts" aria-label="What belongs to it">
      {related.map(({ label, tab, subgrid }, i) => (
        <li key={`${subgrid.table}.${subgrid.via}`}>
          <Button appearance="subtle" size="small" onClick={() => onTab(tab)}>
            {label || model.table(subgrid.table).plural}
            <Count of={counts[i]} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

const Count = ({ of }: { of: number | undefined }) => (
  <strong className={of ? "count" : "count quiet"}>{of === undefined ? "–" : count(of)}</strong>
);
