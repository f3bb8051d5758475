import { mergeClasses } from "@fluentui/react-components";
import { Fragment } from "react";
import type { api } from "../../api";
import { count } from "../../ui/format";
import { type Outcome, outcomeLabels, outcomes } from "./wording";

interface Props {
  counts: api.Counts;
  /** True while there are more rows to come. */
  reading: boolean;
  /** The outcome whose rows are on screen, "" for all, undefined when no rows are. */
  shown: Outcome | "" | undefined;
  onShow(outcome: Outcome | ""): void;
}

/** The counts, which add up, each a way to its rows. */
export function OutcomeBar({ counts, reading, shown, onShow }: Props) {
  return (
    <fieldset className="import-counts">
      <legend className="visually-hidden">Rows by what would become of them</legend>
      <Count
        label={reading ? "First rows" : "Rows read"}
        n={counts.read}
        pressed={shown === ""}
        onClick={() => onShow("")}
      />
      {outcomes.map((outcome, i) => (
        <Fragment key={outcome}>
          <span className="import-sign" aria-hidden>
            {i === 0 ? "=" : "+"}
          </span>
          <Count
            label={outcomeLabels[outcome]}
            n={counts[outcome]}
            pressed={shown === outcome}
            bad={outcome === "rejected" && counts.rejected > 0}
            onClick={() => onShow(shown === outcome ? "" : outcome)}
          />
        </Fragment>
      ))}
    </fieldset>
  );
}

interface CountProps {
  label: string;
  n: number;
  pressed: boolean;
  bad?: boolean;
  onClick(): void;
}

function Count({ label, n, pressed, bad, onClick }: CountProps) {
  const tone = bad ? "import-count-bad" : n === 0 ? "import-count-none" : undefined;
  return (
    <button
      type="button"
      className={mergeClasses("import-count", tone)}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <span className="import-count-n">{count(n)}</span>
      <span className="import-count-label">{label}</span>
    </button>
  );
}
