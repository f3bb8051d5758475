import { useEffect, useState } from "react";
import type { Field, schema } from "../api";

/** Brings a field to sight and gives it the focus, on whichever tab it is. */
export function useReveal(
  form: schema.Form,
  prefix: string,
  tab: string,
  setTab: (label: string) => void,
): (field: Pick<Field, "key">) => void {
  const [wanted, setWanted] = useState<{ key: string }>();
  useEffect(() => {
    if (!wanted) return;
    const label = tabOf(form, wanted.key, tab);
    if (label !== tab) {
      setTab(label);
      return;
    }
    const input = document.getElementById(`${prefix}-${wanted.key}`);
    input?.focus();
    input?.closest(".form-field")?.scrollIntoView({ block: "nearest" });
    setWanted(undefined);
  }, [wanted, form, prefix, tab, setTab]);
  return setWanted;
}

/** The tab that shows a field: the current one where it does. */
export function tabOf(form: schema.Form, key: string, current: string): string {
  const shows = (tab: schema.Tab) => tab.sections.some(({ fields }) => fields.includes(key));
  const here = form.tabs.find(({ label }) => label === current);
  return (here && shows(here) ? here : form.tabs.find(shows))?.label ?? current;
}
