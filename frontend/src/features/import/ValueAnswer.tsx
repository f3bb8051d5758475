import { Button, Text } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import type { api, Field } from "../../api";
import { FieldHostProvider, kindOf } from "../../fields";
import { useModel } from "../../model";
import { Icon } from "../../ui";
import { counted } from "../../ui/format";
import { answered, answerTo, becomes, nameApart, otherwise, subject, type Use } from "./answers";
import { useNames } from "./names";

interface Props {
  question: api.Question;
  options: api.ImportOptions;
  /** Undefined takes the answer back. */
  onAnswer(answer: { use: Use; to?: string } | undefined): void;
}

const uses = { create: "Create it", blank: "Leave blank" };

/** What one value stands for: what it may mean, another, a new record, nothing, or rows left out. */
export function ValueAnswer({ question, options, onAnswer }: Props) {
  const names = useNames();
  const now = answered(question, options);
  const of = subject(names, question);
  const rows = counted(question.rows, "row");
  return (
    <>
      <div className="import-detail-head">
        <Text as="h2" weight="semibold" size={400}>
          {question.value}
        </Text>
        <Text className="quiet">
          {of} · {rows}
        </Text>
        <Text className={now.code ? "import-open" : undefined}>
          {now.code ? whyOpen(question, of) : `${becomes(now)}.`}
        </Text>
      </div>
      <Nearest question={question} onAnswer={onAnswer} />
      <Another question={question} onAnswer={onAnswer} />
      <fieldset className="import-choices-near import-detail-foot">
        <legend>Or</legend>
        {otherwise(now).map((use) => (
          <Button
            key={use}
            icon={use === "create" ? <Icon name="add" /> : undefined}
            onClick={() => onAnswer({ use })}
          >
            {use === "skip" ? `Leave out its ${rows}` : uses[use]}
          </Button>
        ))}
      </fieldset>
      {answerTo(options, question) && (
        <div>
          <Button
            appearance="subtle"
            icon={<Icon name="undo" />}
            onClick={() => onAnswer(undefined)}
          >
            Take the answer back
          </Button>
        </div>
      )}
    </>
  );
}

/** What the value may mean; where nothing is near and there are few choices, all of them. */
function Nearest({ question, onAnswer }: Pick<Props, "question" | "onAnswer">) {
  const { choice } = useField(question);
  const model = useModel();
  const labels = choice ? model.choices(choice).options.map((o) => o.label) : [];
  const near = question.nearest.length > 0;
  const offered = near ? question.nearest : labels.length <= fewChoices ? labels : [];
  if (offered.length === 0) return null;
  return (
    <fieldset className="import-choices-near">
      <legend>{near ? "It may mean" : "The choices are"}</legend>
      {offered.map((name) => (
        <Button key={name} onClick={() => onAnswer({ use: "map", to: name })}>
          {nameApart(name, offered)}
        </Button>
      ))}
    </fieldset>
  );
}

/** So many choices are all offered at once. */
const fewChoices = 8;

function whyOpen(question: api.Question, of: string): string {
  if (question.use === "map") return "What it was said to be is not there any more.";
  switch (question.code) {
    case "unknown-name":
      return `No ${of} is called that.`;
    case "ambiguous-name":
      return `More than one ${of} is called that.`;
    case "disputed-value":
      return "Value maps of its source contradict each other.";
    case "unknown-choice":
      return `${of} has no such choice.`;
  }
  return `It cannot be read as ${of}.`;
}

/** Any other value of the field, picked or typed as in a form. */
function Another({ question, onAnswer }: Pick<Props, "question" | "onAnswer">) {
  const id = useId();
  const field = useField(question);
  const { Input } = kindOf(field);
  const host = useMemo(
    () => ({
      create: (_: string, name: string) => onAnswer({ use: "create", to: name || question.value }),
    }),
    [onAnswer, question.value],
  );
  return (
    <div className="import-another">
      <label id={`${id}-label`} htmlFor={id}>
        Another {field.label}
      </label>
      <FieldHostProvider host={host}>
        <Input
          id={id}
          field={field}
          value={null}
          text=""
          labelledBy={`${id}-label`}
          placeholder="Search or type"
          onChange={(value, text) => {
            const to = target(field, value, text);
            if (to) onAnswer({ use: "map", to });
          }}
        />
      </FieldHostProvider>
    </div>
  );
}

/** A record by name and id, so that it is found in another copy of the catalogue as well; else the value's text. */
function target(field: Field, value: unknown, text = ""): string {
  if (value === null || value === undefined || value === "") return "";
  if (field.kind === "lookup") return text ? `${text} (${value})` : String(value);
  return text || String(value);
}

function useField({ table, field }: api.Question): Field {
  const names = useNames();
  const found = field ? names.field(table, field) : undefined;
  const label = names.table(table)?.label ?? table;
  return useMemo(
    () =>
      found ?? {
        num: 0,
        key: table,
        logicalName: table,
        label,
        kind: "lookup",
        required: false,
        target: table,
      },
    [found, table, label],
  );
}
