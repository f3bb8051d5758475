import type { schema } from "../api";
import { useSources } from "../frame";
import { FormCard } from "./FormCard";
import { type Card, shelves } from "./layout";
import { SourceLine } from "./SourceLine";
import { Subgrid } from "./Subgrid";
import type { RecordWork } from "./useRecord";

interface FormTabProps {
  work: RecordWork;
  tab: schema.Tab;
  prefix: string;
  /** The field that has the focus first. */
  first?: string;
}

/** The cards of a tab: two beside each other where there is room, one below the other else. */
export function FormTab({ work, tab, prefix, first }: FormTabProps) {
  const sources = useSources(work.table.key, work.draft.base.id);
  return (
    <SourceLine sources={sources}>
      <div className="form-shelves">
        {shelves(tab, work.table).map((shelf) => (
          <div
            key={shelf.map(keyOf).join(" ")}
            className={shelf.length === 2 ? "form-shelf two" : "form-shelf"}
          >
            {shelf.map((card) => (
              <Section key={keyOf(card)} {...{ work, card, sources, prefix, first }} />
            ))}
          </div>
        ))}
      </div>
    </SourceLine>
  );
}

const keyOf = ({ label, short, long, subgrid }: Card) =>
  [label, subgrid?.table, subgrid?.via, short[0]?.key, long[0]?.key].join("/");

type SectionProps = Omit<FormTabProps, "tab"> & { card: Card; sources: Record<string, string> };

function Section({ card, ...form }: SectionProps) {
  const { work } = form;
  if (!card.subgrid) return <FormCard {...form} card={card} />;
  const { base } = work.draft;
  if (work.isNew) return <Later label={card.label || work.table.label} />;
  return (
    <Subgrid
      label={card.label}
      subgrid={card.subgrid}
      of={work.table}
      id={base.id}
      name={base.name}
    />
  );
}

/** A list of records that can only link to this one once it is there. */
function Later({ label }: { label: string }) {
  return (
    <section className="card form-card" aria-label={label}>
      <h2 className="section-title">{label}</h2>
      <p className="quiet">Save first: then records can be added here.</p>
    </section>
  );
}
