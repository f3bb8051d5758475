import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { api } from "../../api";
import { Icon, useFail } from "../../ui";
import { count } from "../../ui/format";
import { type Alike, alikeAnswers, likelyDuplicate, type Scope, scopes } from "./alike";
import {
  apart,
  leftOut,
  type RowAt,
  type RowSaid,
  rowAnswer,
  rowSaid,
  withRow,
  withRows,
} from "./options";
import { allProblems } from "./problemPages";
import { session, useSession } from "./useSession";

interface Props {
  at: RowAt;
  plan: api.Plan;
  /** What tells that the row is likely a duplicate, where something does. */
  alike?: Alike;
  onAnswer(): void;
}

/** What becomes of one row: it is left out, updates another record, stands apart, or is as the file says again. */
export function RowChoice({ at, plan, alike, onAnswer }: Props) {
  const { options, done, busy } = useSession();
  if (!options || !at.row || done || plan.reading) return null;
  const answer = rowAnswer(options, at);
  const correct = (next: api.ImportOptions) => {
    session.correct(next);
    onAnswer();
  };
  const say = (given: RowSaid | undefined) => correct(withRow(options, at, given));
  const disabled = busy === "apply";
  if (!answer && alike?.reasons)
    return <AlikeChoice {...{ at, plan, alike, options, correct, disabled }} />;
  const row = `Row ${count(at.row)}`;
  return (
    <fieldset className="import-choices-near import-detail-foot">
      <legend>{answer ? `${row} ${rowSaid(answer)}` : row}</legend>
      {answer ? (
        <Button icon={<Icon name="undo" />} disabled={disabled} onClick={() => say(undefined)}>
          Take the answer back
        </Button>
      ) : (
        <Button disabled={disabled} onClick={() => say(leftOut)}>
          Leave the row out
        </Button>
      )}
    </fieldset>
  );
}

interface AlikeProps extends Required<Omit<Props, "onAnswer">> {
  options: api.ImportOptions;
  correct(next: api.ImportOptions): void;
  disabled: boolean;
}

/** What becomes of a likely duplicate, by one answer of all that are like it as well. */
function AlikeChoice({ at, plan, alike, options, correct, disabled }: AlikeProps) {
  const [wanted, setWanted] = useState<Scope>("row");
  const fail = useFail();
  const offered = scopes(plan, at, alike);
  const scope = offered.some((s) => s.scope === wanted) ? wanted : "row";
  const say = async (given: RowSaid | "update") => {
    const all =
      scope === "row" ? [{ ...at, ...alike }] : await allProblems(plan.job, likelyDuplicate, true);
    const now = session.state().options ?? options; // what was answered while all were read stays
    correct(withRows(now, alikeAnswers(all, scope, alike.reasons ?? "", given)));
  };
  const answer = (given: RowSaid | "update") => () => say(given).catch(fail);
  const one = scope === "row";
  return (
    <fieldset className="import-detail-foot import-alike">
      <legend>What becomes of it</legend>
      {offered.length > 1 && (
        <RadioGroup
          aria-label="The answer is for"
          value={scope}
          onChange={(_, { value }) => setWanted(value as Scope)}
        >
          {offered.map(({ scope, text }) => (
            <Radio key={scope} value={scope} label={text} />
          ))}
        </RadioGroup>
      )}
      <div className="import-choices-near">
        {(!one || alike.twin) && (
          <Button disabled={disabled} onClick={answer("update")}>
            {one ? `Update “${alike.twin?.name}” instead` : "Update those records instead"}
          </Button>
        )}
        <Button disabled={disabled} onClick={answer(apart)}>
          {one ? "Create it" : "Create them"}
        </Button>
        <Button disabled={disabled} onClick={answer(leftOut)}>
          {one ? "Leave the row out" : "Leave the rows out"}
        </Button>
      </div>
    </fieldset>
  );
}
