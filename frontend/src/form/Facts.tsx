import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { Cut } from "../ui";
import type { Fact } from "./facts";

/** Longer texts than this may be cut where there is little room. */
const long = 20;

const classOf = (text: string, lesser = false) =>
  `fact${text.length > long ? " long" : ""}${lesser ? " lesser" : ""}`;

interface FactsProps {
  facts: Fact[];
  /** Shows the field that a fact is about. */
  onField: (key: string) => void;
}

/** What a person wants to know first, in a line: each fact leads to its field. Its place is kept while there are none. */
export function Facts({ facts, onField }: FactsProps) {
  return (
    <ul className="facts" aria-label="Key facts">
      {facts.map(({ key, label, text, tone, field, lesser }) => (
        <li key={key} className={classOf(text, lesser)}>
          <span className="fact-label">{label}</span>
          <button
            type="button"
            className={`fact-text ${tone}`}
            onClick={() => field && onField(field)}
          >
            {tone === "attention" && <ErrorCircleRegular aria-hidden />}
            {tone === "warning" && <WarningRegular aria-hidden />}
            <Cut className="ellipsis">{text || "---"}</Cut>
          </button>
        </li>
      ))}
    </ul>
  );
}
