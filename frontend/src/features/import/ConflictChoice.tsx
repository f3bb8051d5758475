import { Button } from "@fluentui/react-components";
import type { api } from "../../api";
import { useNames } from "./names";
import { decide, type Scope } from "./options";
import { session, useSession } from "./useSession";

interface Props {
  conflict: api.Conflict;
  /** What the file says. */
  file: string;
}

/** A conflict side by side, and who is right: for this cell, for its column, for all. */
export function ConflictChoice({ conflict, file }: Props) {
  const { options, done, busy } = useSession();
  const names = useNames();
  const label = names.field(conflict.table, conflict.field)?.label;
  return (
    <>
      {label && (
        <dl className="import-conflict">
          <Version name="When exported" text={conflict.exported} />
          <Version name="In the file" text={file} chosen={conflict.choice === "take"} />
          <Version
            name="In the catalogue"
            text={conflict.now}
            chosen={conflict.choice !== "take"}
          />
        </dl>
      )}
      {options && !done && (
        <fieldset className="import-conflict-choices" disabled={busy === "apply"}>
          <legend className="visually-hidden">Who is right?</legend>
          <Choices
            name={label ? "This cell" : "This record"}
            scope="cell"
            {...{ conflict, options }}
          />
          {label && <Choices name={`All of ${label}`} scope="column" {...{ conflict, options }} />}
          <Choices name="All conflicts" scope="all" {...{ conflict, options }} />
        </fieldset>
      )}
    </>
  );
}

/** One of the three values; the one that counts stands out. */
function Version({ name, text, chosen }: { name: string; text: string; chosen?: boolean }) {
  return (
    <div className={chosen ? "import-conflict-chosen" : undefined}>
      <dt>{name}</dt>
      <dd>{text || "blank"}</dd>
    </div>
  );
}

interface ChoicesProps {
  name: string;
  scope: Scope;
  conflict: api.Conflict;
  options: api.ImportOptions;
}

function Choices({ name, scope, conflict, options }: ChoicesProps) {
  const choose = (choice: "keep" | "take") =>
    session.correct(decide(options, conflict, scope, choice));
  return (
    <div className="import-conflict-line">
      <span>{name}</span>
      <Button size="small" aria-label={`${name}: take the file's`} onClick={() => choose("take")}>
        Take the file's
      </Button>
      <Button
        size="small"
        aria-label={`${name}: keep the catalogue's`}
        onClick={() => choose("keep")}
      >
        Keep the catalogue's
      </Button>
    </div>
  );
}
