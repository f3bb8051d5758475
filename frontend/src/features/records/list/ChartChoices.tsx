import { Field, Select } from "@fluentui/react-components";
import type { Field as FieldOf, schema, Table } from "../../../api";
import type { CatalogueModel } from "../../../model";
import { useModel } from "../../../model";

interface Props {
  table: Table;
  chart: schema.Chart;
  onChange(chart: schema.Chart): void;
}

const kinds: Record<string, string> = {
  column: "Columns",
  bar: "Bars",
  pie: "Pie",
  line: "Line",
  stacked: "Stacked bars",
};

const intervals = ["day", "week", "month", "quarter", "year"];

/** What a chart of a list looks like, by what, and what it measures. */
export function ChartChoices({ table, chart, onChange }: Props) {
  const model = useModel();
  const [first, second] = chart.by;
  const change = (patch: Partial<schema.Chart>) => onChange({ ...chart, ...patch });
  const by = (key: string) => groupBy(model, table, key);
  const setSecond = (next?: schema.GroupBy) => {
    const kind = next ? (chart.kind === "pie" ? "stacked" : chart.kind) : chart.kind;
    change({ kind, by: [first, next].filter((each) => each !== undefined) });
  };
  return (
    <div className="chart-choices">
      <Choice
        label="Kind"
        value={chart.kind}
        onChange={(kind) => change({ kind, ...(kind === "pie" && { by: chart.by.slice(0, 1) }) })}
        options={Object.entries(kinds)}
      />
      <Choice
        label="Measure"
        value={measureKey(chart.measure)}
        onChange={(key) => change({ measure: measureOf(key) })}
        options={measures(table)}
      />
      <Choice
        label="Group by"
        value={first?.attribute ?? ""}
        onChange={(key) => change({ by: [by(key), ...chart.by.slice(1)] })}
        options={fieldOptions(model, table)}
      />
      {first?.interval && (
        <Choice
          label="Interval"
          value={first.interval}
          onChange={(interval) => change({ by: [{ ...first, interval }, ...chart.by.slice(1)] })}
          options={intervals.map((each) => [each, each[0]?.toUpperCase() + each.slice(1)])}
        />
      )}
      <Choice
        label="Divide by"
        value={second?.attribute ?? ""}
        onChange={(key) => setSecond(key ? by(key) : undefined)}
        options={[["", "Nothing"], ...fieldOptions(model, table)]}
      />
    </div>
  );
}

type Options = [key: string, label: string][];

interface ChoiceProps {
  label: string;
  value: string;
  options: Options;
  onChange(value: string): void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} size="small">
      <Select size="small" value={value} onChange={(_, { value: next }) => onChange(next)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const isDate = (field: FieldOf | undefined) => field?.kind === "date" || field?.kind === "datetime";

function groupBy(model: CatalogueModel, table: Table, attribute: string): schema.GroupBy {
  return isDate(model.fieldAt(table.key, attribute))
    ? { attribute, interval: "month" }
    : { attribute };
}

/** Fields that put records together sensibly: not long texts, and of linked records the choices. */
function fieldOptions(model: CatalogueModel, table: Table): Options {
  const long = new Set(["memo", "richtext"]);
  const own = table.fields.filter(({ kind }) => !long.has(kind));
  const further = table.fields.flatMap((lookup) =>
    (lookup.target ? model.table(lookup.target).fields : [])
      .filter(({ kind }) => kind === "choice" || kind === "lookup")
      .map((f): Options[number] => [`${lookup.key}.${f.key}`, `${f.label} (${lookup.label})`]),
  );
  return [
    ...own.map((f): Options[number] => [f.key, f.label]).sort(byLabel),
    ...further.sort(byLabel),
  ];
}

const byLabel = ([, a]: Options[number], [, b]: Options[number]) => a.localeCompare(b);

const aggregates: [string, string][] = [
  ["sum", "Sum"],
  ["avg", "Average"],
  ["min", "Lowest"],
  ["max", "Highest"],
];

/** What can be measured: how many there are, and the numbers that they have. */
function measures(table: Table): Options {
  const numbers = table.fields.filter(({ kind }) => kind === "whole" || kind === "decimal");
  const of = (field: FieldOf) =>
    aggregates.map(([key, label]): Options[number] => [
      `${key} ${field.key}`,
      `${label} of ${field.label}`,
    ]);
  return [["count ", "Count"], ...numbers.flatMap(of)];
}

const measureKey = ({ aggregate, attribute = "" }: schema.Measure) => `${aggregate} ${attribute}`;

function measureOf(key: string): schema.Measure {
  const [aggregate = "count", attribute] = key.split(" ");
  return { aggregate, ...(attribute && { attribute }) };
}
