import { Button, ToggleButton } from "@fluentui/react-components";
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
          <Version name="Exported" text={conflict.exported} />
          <Version name="In the file" text={file} chosen={conflict.choice === "take"} />
          <Version name="Catalogue" text={conflict.now} chosen={conflict.choice !== "take"} />
        </dl>
      )}
      {options && !done && (
        <fieldset className="import-conflict-choices" disabled={busy === "apply"}>
          <legend className="visually-hidden">Which one counts?</legend>
          {label ? (
            <Choices name="This cell" scope="cell" {...{ conflict, options }} />
          ) : (
            <Choices name="This record" scope="cell" words={gone} {...{ conflict, options }} />
          )}
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

/** What one chooses between, as short as fits beside what the choice is for. */
interface Words {
  take: string;
  keep: string;
}

const values: Words = { take: "File’s", keep: "Catalogue’s" };
const full: Words = { take: "take the file’s", keep: "keep the catalogue’s" };
const gone: Words = { take: "As in the file", keep: "As in the catalogue" };

interface ChoicesProps {
  name: string;
  scope: Scope;
  words?: Words;
  conflict: api.Conflict;
  options: api.ImportOptions;
}

function Choices({ name, scope, words = values, conflict, options }: ChoicesProps) {
  const choice = (to: "take" | "keep") => {
    const button = {
      size: "small",
      "aria-label": `${name}: ${(words === values ? full : words)[to].toLowerCase()}`,
      onClick: () => session.correct(decide(options, conflict, scope, to)),
      children: words[to],
    } as const;
    return scope === "cell" ? (
      <ToggleButton {...button} checked={conflict.choice === to} />
    ) : (
      <Button {...button} />
    );
  };
  return (
    <div className="import-conflict-line">
      <span>{name}</span>
      {choice("take")}
      {choice("keep")}
    </div>
  );
}
