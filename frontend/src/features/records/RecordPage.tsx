import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useRef } from "react";
import { RecordForm } from "../../form";
import type { RecordSearch } from "../../frame";
import { useModel } from "../../model";
import { EmptyState } from "../../ui";

/** The page of one record, or of one that is yet to be made. */
export function RecordPage() {
  const { table = "", id = "" } = useParams({ strict: false });
  const { tab, defaults, copyOf } = useSearch({ strict: false }) as RecordSearch;
  const { navigate } = useRouter();
  const formKey = useFormKey(table, id);

  const onTab = useCallback(
    (label: string) => {
      const search = (all: object) => ({ ...all, tab: label });
      navigate({ to: ".", search, state: true, replace: true });
    },
    [navigate],
  );
  const onCreated = (created: string) => {
    formKey.continuesAs(created);
    navigate({
      to: "/a/$app/t/$table/$id",
      params: (all) => ({ app: all.app ?? "", table, id: created }),
      search: { tab },
      replace: true,
    });
  };
  if (!useModel().has(table))
    return (
      <EmptyState
        icon="table"
        title="There is no such table"
        text="The address may come from another version of the program."
      />
    );
  return (
    <RecordForm
      key={formKey.key}
      table={table}
      id={id}
      defaults={defaults}
      copyOf={copyOf}
      tab={tab}
      onTab={onTab}
      onCreated={onCreated}
    />
  );
}

/** The form of a new record stays the same one when the record has been saved and has its id. */
function useFormKey(table: string, id: string) {
  const form = useRef({ table, id, next: "", number: 0 });
  const { current } = form;
  if (current.table !== table || current.id !== id) {
    const same = current.table === table && current.next === id;
    form.current = { table, id, next: "", number: current.number + (same ? 0 : 1) };
  }
  return {
    key: form.current.number,
    continuesAs: (created: string) => {
      form.current.next = created;
    },
  };
}
