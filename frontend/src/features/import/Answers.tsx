import { Checkbox, Field, Radio, RadioGroup, Text } from "@fluentui/react-components";
import type { api } from "../../api";
import { referencesSentence } from "./applyLabel";
import { useNames } from "./names";
import { SourcePicker } from "./SourcePicker";
import { session } from "./useSession";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
}

/** The answers that hold for every sheet. */
export function Answers({ plan, options }: Props) {
  const set = (answer: Partial<api.ImportOptions>) => session.correct({ ...options, ...answer });
  return (
    <div className="import-answers">
      <SourcePicker source={options.source} onChoose={(source) => set({ source })} />
      <Field label="Rows may">
        <RadioGroup value={options.mode} onChange={(_, { value }) => set({ mode: value })}>
          <Radio value="upsert" label="create and update records" />
          <Radio value="create" label="only create new records" />
          <Radio value="update" label="only update records that exist" />
        </RadioGroup>
      </Field>
      <Field label="Blank cells">
        <RadioGroup value={options.blank} onChange={(_, { value }) => set({ blank: value })}>
          <Radio value="" label="clear in our own exports, keep in others" />
          <Radio value="keep" label="always keep what is there" />
          <Radio value="clear" label="always clear the field" />
        </RadioGroup>
      </Field>
      <Field label="Names that no record has">
        <RadioGroup value={options.unknown} onChange={(_, { value }) => set({ unknown: value })}>
          <Radio value="reject" label="are problems" />
          <Radio value="create" label="become new records" />
        </RadioGroup>
      </Field>
      <fieldset className="import-answer">
        <legend>Rows and cells with problems</legend>
        <Checkbox
          label="Take the good ones, leave out the bad"
          checked={options.partial}
          onChange={(_, { checked }) => set({ partial: checked === true })}
        />
      </fieldset>
      <fieldset className="import-answer">
        <legend>Rows that were deleted from one of our exports</legend>
        <Checkbox
          label="Delete their records"
          checked={options.deletions}
          onChange={(_, { checked }) => set({ deletions: checked === true })}
        />
      </fieldset>
      <References plan={plan} />
    </div>
  );
}

/** What would be made because a cell names it. */
function References({ plan }: { plan: api.Plan }) {
  const made = referencesSentence(plan, useNames());
  return made ? <Text className="quiet">Would be created by name: {made}.</Text> : null;
}
