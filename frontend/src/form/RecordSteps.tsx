import { Button } from "@fluentui/react-components";
import { useLocation } from "@tanstack/react-router";
import type { Table } from "../api";
import { type Command, keysText, useCommands } from "../commands";
import { count, Icon } from "../ui";
import { useAround } from "./useAround";

/** Leads through the list that the record was opened from, and says where in it the record stands. Its room is kept. */
export function RecordSteps({ table, id }: { table: Table; id: string }) {
  const { listed, around, step } = useAround(table.key, id);
  const { previous = "", next = "" } = around ?? {};
  const section = table.label;
  const commands: Command[] = [
    {
      id: "record.previous",
      label: "Previous in the list",
      icon: "previous",
      keys: "Alt+PageUp",
      section,
      enabled: previous !== "",
      run: () => step(previous, "record.previous"),
    },
    {
      id: "record.next",
      label: "Next in the list",
      icon: "next",
      keys: "Alt+PageDown",
      section,
      enabled: next !== "",
      run: () => step(next, "record.next"),
    },
  ];
  useCommands(around ? commands : []);
  if (!listed) return null;
  const [back, forth] = commands;
  return (
    <nav className="form-steps" aria-label="Records of the list">
      {back && <Step command={back} />}
      <span className="quiet form-place">{around && placeOf(around)}</span>
      {forth && <Step command={forth} />}
    </nav>
  );
}

function placeOf({ position, total }: { position: number; total: number }): string {
  return position > 0 ? `${count(position)} of ${count(total)}` : "No longer in the list";
}

/** Keeps the focus while one steps on and on. */
function Step({
  command: { id, label, icon = "", keys = "", enabled, run },
}: {
  command: Command;
}) {
  const stepped = useLocation({ select: ({ state }) => state.stepped });
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<Icon name={icon} />}
      aria-label={label}
      title={`${label} (${keysText(keys)})`}
      disabledFocusable={!enabled}
      onClick={run}
      ref={(button) => {
        if (stepped === id && document.activeElement === document.body) button?.focus();
      }}
    />
  );
}
