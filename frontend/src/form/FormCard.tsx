import type { Field } from "../api";
import { useRefusal } from "../commands";
import { BesideProvider } from "../fields";
import { shownFault } from "./check";
import { currentText, currentValue } from "./draft";
import { FieldRow } from "./FieldRow";
import type { Card } from "./layout";
import type { RecordWork } from "./useRecord";

interface FormCardProps {
  work: RecordWork;
  card: Card;
  /** Where values come from, by field key. */
  sources: Record<string, string>;
  /** What the ids of the inputs begin with. */
  prefix: string;
  /** The field that has the focus first. */
  first?: string;
}

/** A section of fields. Alone on its shelf it has two columns: long texts beside the short fields. */
export function FormCard({ work, card, sources, prefix, first }: FormCardProps) {
  const { draft, dispatch } = work;
  const fixed = useRefusal() !== "";
  const row = (field: Field) => (
    <FieldRow
      key={field.key}
      field={field}
      id={`${prefix}-${field.key}`}
      value={currentValue(draft, field.key)}
      text={currentText(draft, field.key)}
      fault={shownFault(draft, field)}
      words={draft.unreadable[field.key]?.words}
      source={sources[field.key]}
      fixed={fixed}
      dispatch={dispatch}
      autoFocus={field.key === first}
    />
  );
  const both = card.short.length > 0 && card.long.length > 0;
  return (
    <section className="card form-card" aria-label={card.label || work.table.label}>
      {card.label && !says(card) && <h2 className="section-title">{card.label}</h2>}
      <BesideProvider value={(key) => currentValue(draft, key)}>
        <div className={both ? "form-fields apart" : "form-fields"}>
          {card.short.length > 0 && <div className="form-column short">{card.short.map(row)}</div>}
          {card.long.length > 0 && <div className="form-column long">{card.long.map(row)}</div>}
        </div>
      </BesideProvider>
    </section>
  );
}

/** True where the only field says the same as the heading would. */
const says = ({ label, short, long }: Card) =>
  short.length === 0 && long.length === 1 && long[0]?.label === label;
