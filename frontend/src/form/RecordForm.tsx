import { Spinner } from "@fluentui/react-components";
import { type PropsWithChildren, useCallback, useId, useMemo, useState } from "react";
import type { api, schema } from "../api";
import { CommandBar, useRefusal } from "../commands";
import { useUnsaved } from "../frame";
import { useModel } from "../model";
import { ErrorNotice } from "../ui";
import { ConflictNotice } from "./ConflictNotice";
import { CopyNotice } from "./CopyNotice";
import { type Copied, useCopied } from "./copy";
import { DeleteDialog } from "./DeleteDialog";
import { Facts } from "./Facts";
import { FormHost } from "./FormHost";
import { FormTab } from "./FormTab";
import { FormTabs } from "./FormTabs";
import { neededFacts } from "./facts";
import "./form.css";
import { HistoryPanel } from "./history/HistoryPanel";
import { NoRecord } from "./NoRecord";
import { RecordHead } from "./RecordHead";
import { RecordSteps } from "./RecordSteps";
import { RelatedCounts } from "./RelatedCounts";
import { RelatedTab } from "./RelatedTab";
import { furtherLinks } from "./related";
import { StubNotice } from "./StubNotice";
import { useFacts } from "./useFacts";
import { useRecord } from "./useRecord";
import { useRecordCommands } from "./useRecordCommands";
import { useReveal } from "./useReveal";
import { useExistingRow, useNewRow } from "./useRow";

export interface RecordFormProps {
  table: string;
  /** "new" for a record that is yet to be made. */
  id: string;
  /** What a new record starts with, by field. */
  defaults?: Record<string, unknown>;
  /** The id of the record that a new one is a copy of. */
  copyOf?: string;
  /** The label of the tab shown; the first one without. */
  tab?: string;
  onTab?: (label: string) => void;
  /** A new record has been saved under this id. */
  onCreated?: (id: string) => void;
}

const nothing = {};

/** The one record form: everything about a record, and everything that can be done with it. */
export function RecordForm(props: RecordFormProps) {
  const copied = useCopied(props.table, props.copyOf);
  const fresh = useNewRow(props.table, copied?.values ?? props.defaults ?? nothing, copied?.texts);
  const { row: existing, error } = useExistingRow(props.table, props.id);
  const began = props.copyOf && !copied ? undefined : fresh;
  const row = props.id === "new" ? began : existing;
  if (row) return <Form {...props} row={row} gone={error} copied={copied} />;
  return error ? (
    <NoRecord table={props.table} id={props.id} error={error} />
  ) : (
    <Spinner className="form-waiting" aria-label="Reading the record" />
  );
}

interface FormProps extends RecordFormProps {
  row: api.Row;
  /** Why the record can no longer be read. */
  gone: unknown;
  copied: Copied | undefined;
}

function Form({ table, row, gone, onTab, onCreated, tab: asked, ...props }: FormProps) {
  const model = useModel();
  const [copied] = useState(props.copied); // the notice stays when it is saved, so that nothing moves
  const main = model.form(table, "main");
  if (!main) throw new Error(`The model has no form of ${table}.`);
  const links = useMemo(() => (row.id ? furtherLinks(model, main) : []), [model, main, row.id]);
  const form = useMemo(() => withRelated(main, links.length > 0), [main, links]);
  const prefix = useId();
  const [own, setOwn] = useState(asked);
  const setTab = useCallback(
    (label: string) => {
      (onTab ?? setOwn)(label);
    },
    [onTab],
  );
  const tab = form.tabs.find(({ label }) => label === (onTab ? asked : own)) ?? form.tabs[0];
  const reveal = useReveal(form, prefix, tab?.label ?? "", setTab);
  const work = useRecord({ table, use: "main", row, onRefused: reveal });
  const released = useUnsaved(work.dirty, async () => (await work.save()) !== undefined);
  const { commands, asking, stopAsking } = useRecordCommands({ work, released, onCreated, reveal });
  const facts = useFacts(work.table, form, work.draft.base);
  const panelId = `${prefix}-panel`;
  const refusal = useRefusal();

  return (
    <FormHost>
      <div className="form" data-record={work.draft.base.id || "new"}>
        <div className="form-bar">
          <CommandBar label={`Commands for this ${work.table.label}`} commands={commands} />
          <RecordSteps table={work.table} id={work.draft.base.id} />
        </div>
        <div className="form-top">
          <RecordHead work={work}>
            <RelatedCounts form={form} id={work.draft.base.id} onTab={setTab} />
          </RecordHead>
          <Facts
            facts={work.isNew && !copied ? neededFacts(form, work.table, work.draft) : facts}
            onField={(key) => reveal({ key })}
          />
          {(work.error ?? gone) ? <ErrorNotice error={work.error ?? gone} /> : null}
          <ConflictNotice work={work} />
          <StubNotice work={work} />
          {copied && <CopyNotice copied={copied} />}
          {form.tabs.length > 1 && (
            <FormTabs {...{ work, form, setTab, panelId }} tab={tab?.label ?? ""} />
          )}
        </div>
        <Panel id={panelId} tabs={form.tabs.length} at={tab ? form.tabs.indexOf(tab) : 0}>
          {tab?.label === relatedTab && (
            <RelatedTab of={work.table} links={links} id={row.id} name={row.name} />
          )}
          {tab && tab.label !== relatedTab && (
            <FormTab
              key={tab.label}
              work={work}
              tab={tab}
              prefix={prefix}
              first={work.isNew ? work.table.primary : undefined}
            />
          )}
        </Panel>
      </div>
      {asking === "history" && (
        <HistoryPanel
          table={work.table}
          id={row.id}
          name={row.name}
          row={row}
          refusal={
            refusal || (work.dirty ? "Save first: then an earlier state can be put back." : "")
          }
          onClose={stopAsking}
        />
      )}
      {asking === "delete" && <DeleteDialog work={work} released={released} onClose={stopAsking} />}
    </FormHost>
  );
}

const relatedTab = "Related";

/** A form with a last tab for what else links to its record. */
function withRelated(form: schema.Form, has: boolean): schema.Form {
  if (!has) return form;
  return { ...form, tabs: [...form.tabs, { label: relatedTab, sections: [] }] } as schema.Form;
}

/** What the chosen tab shows; the only content where there are no tabs. */
function Panel(props: PropsWithChildren<{ id: string; tabs: number; at: number }>) {
  const { id, tabs, at, children } = props;
  if (tabs < 2) return <div className="form-body">{children}</div>;
  return (
    <div className="form-body" id={id} role="tabpanel" aria-labelledby={`${id}-${at}`}>
      {children}
    </div>
  );
}
