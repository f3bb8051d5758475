import { Checkbox, Dropdown, Field, Option, SpinButton, Text } from "@fluentui/react-components";
import type { api } from "../../api";
import { Divide } from "./Divide";
import { useNames } from "./names";
import { sheetOptions, withSheet } from "./options";
import { TablePicker } from "./TablePicker";
import { session } from "./useSession";
import { listed, matchedBy, unplacedSentence, whySentence } from "./wording";

interface Props {
  sheet: api.PlanSheet;
  options: api.ImportOptions;
}

/** The sheet as a whole, of which this may be a part. */
function whole({ file, sheet }: api.PlanSheet) {
  return { file, sheet };
}

/** What one sheet was taken for, and why; each part can be answered otherwise. */
export function SheetHead({ sheet, options, onDivide }: Props & { onDivide(): void }) {
  const missing = unplacedSentence(sheet);
  const why = whySentence(sheet, useNames());
  return (
    <div className="import-sheet-head">
      {!sheet.derived && (
        <div className="import-fields">
          <TablePicker
            sheet={sheet}
            current={sheetOptions(options, sheet).table || sheet.table}
            onChoose={(table) => session.correct(withSheet(options, sheet, { table, skip: false }))}
          />
          <HeaderRow sheet={sheet} options={options} />
          <KeyFields sheet={sheet} options={options} />
          <LeaveOut sheet={sheet} options={options} />
        </div>
      )}
      <div className="import-line">
        <Text className="quiet" truncate wrap={false} block title={why}>
          {why}
        </Text>
        {sheet.columns.length > 0 && !sheet.derived && <Divide sheet={sheet} onDivide={onDivide} />}
      </div>
      <Text
        className={missing ? "import-missing two-lines" : "import-missing quiet"}
        title={missing}
      >
        {missing || (sheet.table ? "Every column that holds something has its place." : "")}
      </Text>
    </div>
  );
}

function HeaderRow({ sheet, options }: Props) {
  const row = sheetOptions(options, whole(sheet)).headerRow || sheet.headerRow;
  const set = (headerRow: number) => {
    if (headerRow >= 1) session.correct(withSheet(options, whole(sheet), { headerRow }));
  };
  return (
    <Field label="Header is row" className="import-field-row">
      <SpinButton
        min={1}
        value={row || null}
        displayValue={row ? String(row) : ""}
        onChange={(_, { value, displayValue }) =>
          set(value ?? Number.parseInt(displayValue ?? "", 10))
        }
      />
    </Field>
  );
}

function KeyFields({ sheet, options }: Props) {
  const names = useNames();
  const label = (key: string) => names.field(sheet.table, key)?.label ?? key;
  const { key: given } = sheetOptions(options, sheet);
  const current = given.length > 0 ? given : sheet.key;
  const filled = sheet.columns.map((c) => c.field).filter((f) => names.field(sheet.table, f));
  const candidates = [...new Set([...filled, ...current])];
  const chosen = listed(current.map(label));
  return (
    <Field label={matchedBy(sheet)} className="import-field-key">
      <Dropdown
        multiselect
        listbox={{ className: "import-listbox" }}
        disabled={!sheet.table}
        placeholder="Id, then name"
        value={chosen}
        button={
          chosen === ""
            ? undefined
            : { children: <span className="ellipsis">{chosen}</span>, title: chosen }
        }
        selectedOptions={current}
        onOptionSelect={(_, { selectedOptions }) =>
          session.correct(withSheet(options, sheet, { key: selectedOptions }))
        }
      >
        {candidates.map((key) => (
          <Option key={key} value={key}>
            {label(key)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

function LeaveOut({ sheet, options }: Props) {
  return (
    <Checkbox
      className="import-field-skip"
      label={sheet.part ? "Leave these rows out" : "Leave this sheet out"}
      disabled={sheet.part === "-"}
      checked={sheetOptions(options, sheet).skip}
      onChange={(_, { checked }) =>
        session.correct(withSheet(options, sheet, { skip: checked === true }))
      }
    />
  );
}
