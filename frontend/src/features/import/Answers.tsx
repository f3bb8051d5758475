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

interface Choice {
  key: "mode" | "blank" | "unknown";
  label: string;
  options: [value: string, text: string][];
}

const choices: Choice[] = [
  {
    key: "mode",
    label: "Rows may",
    options: [
      ["upsert", "create and update records"],
      ["create", "only create new records"],
      ["update", "only update records that exist"],
    ],
  },
  {
    key: "blank",
    label: "Blank cells",
    options: [
      ["", "clear in our own exports, keep in others"],
      ["keep", "always keep what is there"],
      ["clear", "always clear the field"],
    ],
  },
  {
    key: "unknown",
    label: "Names that no record has",
    options: [
      ["reject", "are problems"],
      ["create", "become new records"],
    ],
  },
];

const keyColumn = ({ sheets }: api.Plan) =>
  sheets.flatMap(({ columns }) => columns).find(({ how }) => how === "source")?.header;

/** The answers that hold for every sheet. */
export function Answers({ plan, options }: Props) {
  const set = (answer: Partial<api.ImportOptions>) => session.correct({ ...options, ...answer });
  return (
    <div className="import-answers">
      <SourcePicker
        source={options.source}
        keys={keyColumn(plan)}
        onChoose={(source) => set({ source })}
      />
      {choices.map(({ key, label, options: of }) => (
        <Field key={key} label={label}>
          <RadioGroup value={options[key]} onChange={(_, { value }) => set({ [key]: value })}>
            {of.map(([value, text]) => (
              <Radio key={value} value={value} label={text} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <fieldset className="import-answer">
        <legend>Rows and cells with problems</legend>
        <Checkbox
          label="Take good rows and cells: a row comes in without its bad cells"
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
