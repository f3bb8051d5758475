import { useState } from "react";
import { useCommands, useCurrentList } from "../../commands";
import { useCatalogue } from "../../frame";
import { ExportDialog } from "./ExportDialog";
import { IntoDialog } from "./IntoDialog";
import { begin, type Picked } from "./request";

/** Offers export everywhere, and shows its dialogs. Mounted once, beside the pages. */
export function ExportCommands() {
  const { open } = useCatalogue();
  const list = useCurrentList();
  const [picked, setPicked] = useState<Picked>();
  const [into, setInto] = useState(false);
  const section = "Export";
  const table = list?.query.table;
  useCommands([
    {
      id: "export.current",
      label: list ? `Export ${list.title}` : "Export this list",
      icon: "export",
      keys: "Mod+Shift+E",
      section,
      enabled: open && list !== undefined,
      run: () => setPicked(begin(list, "list", table)),
    },
    {
      id: "export.tables",
      label: "Export whole tables",
      icon: "export",
      section,
      enabled: open,
      run: () => setPicked(begin(list, "tables", table)),
    },
    {
      id: "export.template",
      label: "Export a template to fill in",
      icon: "newFile",
      section,
      enabled: open,
      run: () => setPicked({ ...begin(list, "tables", table), template: true }),
    },
    {
      id: "export.into",
      label: "Fill in a Power Apps workbook",
      icon: "export",
      section,
      enabled: open,
      run: () => setInto(true),
    },
  ]);
  if (into) return <IntoDialog onClose={() => setInto(false)} />;
  if (!picked) return null;
  return (
    <ExportDialog
      list={list}
      picked={picked}
      onPick={setPicked}
      onInto={() => {
        setPicked(undefined);
        setInto(true);
      }}
      onClose={() => setPicked(undefined)}
    />
  );
}
