import { Button } from "@fluentui/react-components";
import type { Table } from "../../../api";
import { Icon } from "../../../ui";
import { FilterGroup } from "./FilterGroup";
import { countOf } from "./filterTree";
import type { FilterDraft } from "./useDraft";
import type { Faceted } from "./useFacet";
import type { Filters } from "./useFilters";

interface Props {
  table: Table;
  filters: Filters;
  view: string;
}

/** The conditions of the list, each with the input of its kind. What is complete acts at once. */
export function FilterPanel({ table, filters, view }: Props) {
  return (
    <aside className="card filter-panel" aria-label={`Filter of ${table.plural}`}>
      <div className="row spread">
        <h2 className="section-title">Filter</h2>
        <Button
          appearance="subtle"
          size="small"
          aria-label="Close the filter"
          icon={<Icon name="dismiss" />}
          onClick={filters.close}
        />
      </div>
      <Part table={table} draft={filters.further} counted={filters.counted.further} />
      <OfView table={table} draft={filters.own} counted={filters.counted.own} view={view} />
    </aside>
  );
}

interface PartProps {
  table: Table;
  draft: FilterDraft;
  counted: Faceted;
}

function Part({ table, draft, counted }: PartProps) {
  return (
    <section className="stack" aria-label="Conditions">
      {countOf(draft.root) === 0 && (
        <p className="quiet">Rows are shown that meet every condition. Begin with a field.</p>
      )}
      <FilterGroup {...{ table, draft, counted }} group={draft.root} depth={0} />
      {countOf(draft.root) > 0 && (
        <Button appearance="subtle" size="small" onClick={draft.clear}>
          Clear the filter
        </Button>
      )}
    </section>
  );
}

/** What the view itself asks. It stays closed until somebody wants to change it. */
function OfView({ table, draft, counted, view }: PartProps & { view: string }) {
  const count = countOf(draft.root);
  return (
    <details className="filter-own">
      <summary>
        Conditions of “{view}” <span className="quiet">{count || "none"}</span>
      </summary>
      <FilterGroup {...{ table, draft, counted }} group={draft.root} depth={0} />
    </details>
  );
}
