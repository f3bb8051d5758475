import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { type api, Import } from "../../api";
import { EmptyState } from "../../ui";
import { count } from "../../ui/format";
import { useNames } from "./names";
import { decide } from "./options";
import { PagedList } from "./PagedList";
import { session } from "./useSession";
import { listed, type Names, noun } from "./wording";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
}

/** The records whose rows were deleted from the file: what links to each, and whether it goes. */
export function DeletionsTab({ plan, options }: Props) {
  const names = useNames();
  const [selected, setSelected] = useState(0);
  return (
    <PagedList
      label="Records whose rows were deleted from the file"
      name={[plan.job, "deletions"]}
      fetch={async (offset, limit) => {
        const { total, deletions } = await Import.Deletions(plan.job, offset, limit);
        return { total, items: deletions ?? [] };
      }}
      rowHeight={56}
      row={(deletion) => (
        <div className="import-problem-row">
          <span>{deletion.name}</span>
          <span className="quiet" title={fate(deletion, names)}>
            {fate(deletion, names)}
          </span>
        </div>
      )}
      selected={selected}
      onSelect={setSelected}
      detail={(deletion) => <Detail deletion={deletion} options={options} names={names} />}
      empty={
        <EmptyState
          icon="check"
          title="No deletions"
          text="Every record that the file had when it was exported still has its row."
        />
      }
    />
  );
}

/** What becomes of a record. */
function fate(deletion: api.PlanDeletion, names: Names): string {
  if (deletion.kept) return deletion.kept;
  const links = linksOf(deletion, names);
  return links
    ? `Is deleted. Links to it are cleared in ${links}.`
    : "Is deleted. Nothing links to it.";
}

/** "2 IT System Components (IT System) and 1 Note (Regarding)". */
function linksOf({ links }: api.PlanDeletion, names: Names): string {
  return listed(
    (links ?? []).map((l) => {
      const field = names.field(l.table, l.field)?.label ?? l.field;
      return `${count(l.count)} ${noun(names, l.table, l.count)} (${field})`;
    }),
  );
}

interface DetailProps {
  deletion: api.PlanDeletion | undefined;
  options: api.ImportOptions;
  names: Names;
}

function Detail({ deletion, options, names }: DetailProps) {
  if (!deletion) return null;
  const conflict = { table: deletion.table, field: "", record: deletion.id };
  const choose = (choice: "keep" | "take") =>
    session.correct(decide(options, conflict, "cell", choice));
  return (
    <>
      <div className="import-detail-head">
        <Text as="h2" weight="semibold" size={400}>
          {deletion.name}
        </Text>
        <Text className="quiet">{names.table(deletion.table)?.label}</Text>
      </div>
      <p>{fate(deletion, names)}</p>
      <div className="import-actions">
        {deletion.kept ? (
          <Button onClick={() => choose("take")}>Delete this record</Button>
        ) : (
          <Button onClick={() => choose("keep")}>Keep this record</Button>
        )}
      </div>
    </>
  );
}
