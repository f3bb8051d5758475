import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { Export } from "../../api";
import type { CurrentList } from "../../commands";
import { useModel } from "../../model";
import { count, counted } from "../../ui";
import { ExportFrame } from "./ExportFrame";
import { exportLabel, inFormat, type Picked, requestOf, whyNot } from "./request";
import { TablePicker } from "./TablePicker";
import { useExport } from "./useExport";

interface Props {
  list: CurrentList | undefined;
  picked: Picked;
  onPick(picked: Picked): void;
  /** Asks for a workbook of Power Apps instead. */
  onInto(): void;
  onClose(): void;
}

/** Asks what to export and in which form, then writes it, with progress. */
export function ExportDialog({ list, picked, onPick, onInto, onClose }: Props) {
  const exporting = useExport();
  const run = async () => {
    if (await exporting.start(() => Export.Start(requestOf(picked, list)))) onClose();
  };
  return (
    <ExportFrame
      title="Export"
      exporting={exporting}
      onClose={onClose}
      label={exportLabel(picked)}
      reason={whyNot(picked)}
      onStart={run}
    >
      <Questions {...{ list, picked, onPick, onInto }} />
    </ExportFrame>
  );
}

function Questions({ list, picked, onPick, onInto }: Omit<Props, "onClose">) {
  const set = (answer: Partial<Picked>) => onPick({ ...picked, ...answer });
  return (
    <>
      {list && (
        <Field label="What">
          <RadioGroup
            value={picked.what}
            onChange={(_, { value }) => set({ what: value as Picked["what"] })}
          >
            <Radio value="list" label={nameOf(list)} />
            <Radio value="selected" label={selectedOf(list)} disabled={!list.selection?.count} />
            <Radio value="tables" label="Whole tables" />
          </RadioGroup>
        </Field>
      )}
      <div className="export-subject">
        {list && picked.what !== "tables" ? (
          <Columns list={list} picked={picked} onPick={onPick} />
        ) : (
          <TablePicker picked={picked.tables} onPick={(tables) => set({ tables })} />
        )}
      </div>
      <div className="export-form">
        <Field label="Form">
          <RadioGroup
            layout="horizontal"
            value={picked.format}
            onChange={(_, { value }) => set(inFormat(picked, value as Picked["format"]))}
          >
            <Radio value="xlsx" label="Excel workbook" />
            <Radio value="csv" label="CSV" />
            <Radio value="zip" label="Power Apps package" />
          </RadioGroup>
        </Field>
        {picked.format === "zip" && (
          <Button appearance="transparent" size="small" className="export-other" onClick={onInto}>
            Fill in a workbook of Power Apps instead…
          </Button>
        )}
      </div>
      {picked.format === "zip" ? (
        <Checkbox
          label="Only what Microsoft’s starter kit has a place for"
          checked={picked.kitOnly}
          onChange={(_, { checked }) => set({ kitOnly: checked === true })}
        />
      ) : (
        <Checkbox
          label="Template: the columns without rows, to be filled in"
          checked={picked.template}
          onChange={(_, { checked }) => set({ template: checked === true })}
        />
      )}
    </>
  );
}

/** “Active IT Systems” as it is now, 65 rows. */
function nameOf({ title, total }: CurrentList): string {
  const rows = total === undefined ? "" : `, ${counted(total, "row")}`;
  return `“${title}” as it is now${rows}`;
}

/** “Only the 3 selected rows”. */
function selectedOf({ selection }: CurrentList): string {
  const { count: n = 0 } = selection ?? {};
  return n > 0
    ? `Only the ${n === 1 ? "" : `${count(n)} `}selected ${n === 1 ? "row" : "rows"}`
    : "Only the selected rows (none is selected)";
}

function Columns({
  list,
  picked,
  onPick,
}: Pick<Props, "picked" | "onPick"> & { list: CurrentList }) {
  const model = useModel();
  const { table, columns } = list.query;
  const own = model.table(table).fields.filter((f) => !f.system);
  const named = picked.columns === "all" ? own : columns.map((key) => model.fieldAt(table, key));
  return (
    <>
      <Field label="Columns">
        <RadioGroup
          layout="horizontal"
          value={picked.columns}
          onChange={(_, { value }) => onPick({ ...picked, columns: value as Picked["columns"] })}
        >
          <Radio value="shown" label={`The ${columns.length} of the list`} />
          <Radio value="all" label={`All ${own.length}`} />
        </RadioGroup>
      </Field>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard */}
      <ol className="export-box export-columns" aria-label="Columns in their order" tabIndex={0}>
        {named.map((f) => (
          <li key={f?.key}>{f?.label}</li>
        ))}
      </ol>
    </>
  );
}
