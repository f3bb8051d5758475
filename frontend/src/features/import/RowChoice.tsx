import { Button } from "@fluentui/react-components";
import type { api } from "../../api";
import { Icon } from "../../ui";
import { count } from "../../ui/format";
import { leftOut, type RowAt, rowAnswer, withRow } from "./options";
import { session, useSession } from "./useSession";

interface Props {
  at: RowAt;
  /** The record that the row may be about as well. */
  twin?: api.Twin;
  onAnswer?(): void;
}

/** What becomes of one row: it is left out, updates another record, or is as the file says again. */
export function RowChoice({ at, twin, onAnswer }: Props) {
  const { options, plan, done, busy } = useSession();
  if (!options || !at.row || done || plan?.reading) return null;
  const answer = rowAnswer(options, at);
  const say = (given: { record: string; name: string } | undefined) => {
    session.correct(withRow(options, at, given));
    onAnswer?.();
  };
  const disabled = busy === "apply";
  return (
    <fieldset className="import-choices-near import-detail-foot">
      <legend>{answer ? said(answer) : `Row ${count(at.row)}`}</legend>
      {answer ? (
        <Button icon={<Icon name="undo" />} disabled={disabled} onClick={() => say(undefined)}>
          Take the answer back
        </Button>
      ) : (
        <>
          {twin && (
            <Button disabled={disabled} onClick={() => say({ record: twin.id, name: twin.name })}>
              Update “{twin.name}” instead
            </Button>
          )}
          <Button disabled={disabled} onClick={() => say(leftOut)}>
            Leave the row out
          </Button>
        </>
      )}
    </fieldset>
  );
}

function said({ row, record, name }: api.ImportRow): string {
  return record ? `Row ${count(row)} updates “${name}”` : `Row ${count(row)} is left out`;
}
