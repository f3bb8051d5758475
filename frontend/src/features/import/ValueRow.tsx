import { mergeClasses } from "@fluentui/react-components";
import type { api } from "../../api";
import { Cut } from "../../ui";
import { counted } from "../../ui/format";
import { answered, becomes, subject } from "./answers";
import { useNames } from "./names";

interface Props {
  question: api.Question;
  options: api.ImportOptions;
}

/** One value: what it says, where and how often, and what becomes of it. */
export function ValueRow({ question, options }: Props) {
  const now = answered(question, options);
  const of = subject(useNames(), question);
  const headers = question.headers.filter(Boolean);
  const where = headers.length > 0 ? headers.map((h) => `“${h}”`).join(", ") : of;
  return (
    <div className="import-value-cells">
      <span className="import-problem-row">
        <Cut as="q" className="import-value">
          {question.value}
        </Cut>
        <Cut className="quiet">{where}</Cut>
      </span>
      <span className="import-col-filled quiet">{counted(question.rows, "row")}</span>
      <span className={mergeClasses("import-becomes", now.code ? "import-open" : "quiet")}>
        {becomes(now)}
      </span>
    </div>
  );
}
