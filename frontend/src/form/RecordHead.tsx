import { Badge } from "@fluentui/react-components";
import type { PropsWithChildren } from "react";
import { ago, Cut, Icon, moment } from "../ui";
import { currentText } from "./draft";
import type { RecordWork } from "./useRecord";

/** What this is: its name, its table, whether it is saved, who changed it last. */
export function RecordHead({ work, children }: PropsWithChildren<{ work: RecordWork }>) {
  const { table, draft, isNew } = work;
  const { base } = draft;
  const name = currentText(draft, table.primary) || base.name || `New ${table.label}`;
  return (
    <header className="record-head">
      <Icon name={table.icon} size={24} className="record-icon" />
      <div className="record-names">
        <div className="row record-title">
          <Cut as="h1" className="page-title ellipsis">
            {name}
          </Cut>
          <span className={work.dirty ? "record-state unsaved" : "record-state"} role="status">
            {stateOf(work)}
          </span>
          {base.state === "inactive" && (
            <Badge appearance="tint" color="subtle">
              Inactive
            </Badge>
          )}
          {base.stub && (
            <Badge appearance="tint" color="warning">
              Known by name only
            </Badge>
          )}
        </div>
        <p className="quiet ellipsis">
          {table.label}
          {!isNew && <LastChange values={base.values} />}
        </p>
      </div>
      {children}
    </header>
  );
}

function stateOf({ saving, dirty, isNew }: RecordWork): string {
  if (saving) return "- Saving";
  return dirty || isNew ? "- Unsaved" : "- Saved";
}

function LastChange({ values }: { values: Record<string, unknown> }) {
  const { modifiedon, modifiedby } = values;
  if (typeof modifiedon !== "string") return null;
  return (
    <span title={moment(modifiedon)}>
      {` · changed ${ago(modifiedon)}`}
      {modifiedby ? ` by ${modifiedby}` : ""}
    </span>
  );
}
