import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  OverlayDrawer,
} from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import type { api, schema } from "../api";
import { useCommands } from "../commands";
import { useGo, useUnsaved } from "../frame";
import { useModel } from "../model";
import { ConfirmDialog, ErrorNotice, useNotify } from "../ui";
import { DrawerTitle } from "./DrawerTitle";
import { FormHost } from "./FormHost";
import { FormTab } from "./FormTab";
import "./form.css";
import { useRecord } from "./useRecord";
import { useReveal } from "./useReveal";
import { useNewRow } from "./useRow";

export interface QuickCreateProps {
  table: string;
  /** What the new record starts with, by field. */
  defaults?: Record<string, unknown>;
  /** The names of records that `defaults` links to, where they are known. */
  texts?: Record<string, string>;
  open: boolean;
  /** One record is wanted: no "Save & New". */
  once?: boolean;
  onClose: () => void;
  onCreated?: (id: string, name: string) => void;
}

const nothing = {};

/** A short form for a new record, beside the page. */
export default function QuickCreate(props: QuickCreateProps) {
  const [round, setRound] = useState(0);
  if (!props.open) return null;
  return <Panel key={round} {...props} onNext={() => setRound(round + 1)} />;
}

function Panel(props: QuickCreateProps & { onNext: () => void }) {
  const row = useNewRow(props.table, props.defaults ?? nothing, props.texts);
  return row ? <Short {...props} row={row} /> : null;
}

function Short(props: QuickCreateProps & { row: api.Row; onNext: () => void }) {
  const { table: key, row, once, onClose, onCreated, onNext } = props;
  const form = useModel().form(key, "quickCreate");
  const tab = form?.tabs[0];
  if (!form || !tab) throw new Error(`The model has no quick-create form of ${key}.`);
  const prefix = useId();
  const reveal = useReveal(form, prefix, tab.label, () => {});
  const work = useRecord({ table: key, use: "quickCreate", row, onRefused: reveal });
  const released = useUnsaved(work.dirty, async () => (await work.save()) !== undefined);
  const [discarding, setDiscarding] = useState(false);
  const told = useTold(work.table.label);
  const leave = () => (work.dirty ? setDiscarding(true) : onClose());

  async function save(next: boolean) {
    const saved = await work.save();
    if (!saved) return;
    released();
    onCreated?.(saved.id, saved.name);
    told(key, saved);
    if (next) onNext();
    else onClose();
  }
  useCommands([
    {
      id: "quick.save",
      label: `Save this ${work.table.label}`,
      keys: "Mod+S",
      section: "New record",
      inDialog: true,
      hidden: true,
      run: () => save(false),
    },
  ]);

  // The panel gives the focus to its first button: the first field shall have it.
  const first = firstBlank(tab, row);
  useEffect(() => {
    if (first) reveal({ key: first });
  }, [first, reveal]);
  return (
    <OverlayDrawer
      open
      position="end"
      size="medium"
      className="quick-create"
      onOpenChange={(_, { open }) => !open && leave()}
    >
      <FormHost>
        <DrawerHeader>
          <DrawerTitle onClose={leave}>New {work.table.label}</DrawerTitle>
        </DrawerHeader>
        <DrawerBody>
          {work.error ? <ErrorNotice error={work.error} /> : null}
          <FormTab work={work} tab={tab} prefix={prefix} />
        </DrawerBody>
        <DrawerFooter>
          <Button appearance="primary" disabled={work.saving} onClick={() => save(false)}>
            Save & Close
          </Button>
          {!once && (
            <Button disabled={work.saving} onClick={() => save(true)}>
              Save & New
            </Button>
          )}
          <Button onClick={leave}>Cancel</Button>
        </DrawerFooter>
        <ConfirmDialog
          open={discarding}
          title="Discard what you have entered?"
          confirm="Discard"
          cancel="Keep editing"
          onConfirm={() => {
            released();
            onClose();
          }}
          onClose={() => setDiscarding(false)}
        />
      </FormHost>
    </OverlayDrawer>
  );
}

/** The first field of a tab that a new record does not start with. */
const firstBlank = (tab: schema.Tab, row: api.Row) =>
  tab.sections.flatMap(({ fields }) => fields).find((key) => !row.values[key]);

/** Says that a record was made, with a way to it. */
function useTold(label: string) {
  const notify = useNotify();
  const go = useGo();
  return (table: string, { id, name }: api.Row) =>
    notify({
      intent: "success",
      text: `${label} “${name}” created`,
      action: { label: "Open", run: () => go.record(table, id) },
    });
}
