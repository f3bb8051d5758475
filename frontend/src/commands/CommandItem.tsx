import { MenuItem } from "@fluentui/react-components";
import { Icon } from "../ui/Icon";
import { keysText } from "./keys";
import { registry } from "./registry";
import { useAllCommands } from "./useCommands";

/** A command of the registry as a menu entry; nothing while nobody offers it. */
export function CommandItem({ id }: { id: string }) {
  const command = useAllCommands().find((c) => c.id === id);
  if (!command) return null;
  return (
    <MenuItem
      icon={command.icon ? <Icon name={command.icon} /> : undefined}
      secondaryContent={command.keys && keysText(command.keys)}
      disabled={!registry.ready(command)}
      onClick={() => registry.run(id)}
    >
      {command.label}
    </MenuItem>
  );
}
