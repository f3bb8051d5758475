import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { Keys } from "./Keys";
import type { Command } from "./registry";
import { useAllCommands } from "./useCommands";
import "./key-sheet.css";

/** Every key that does something here and now. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const sections = bySection(useAllCommands().filter((c) => c.keys));
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="key-sheet">
        <DialogBody>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
          <DialogContent className="key-sheet-columns">
            {sections.map(([section, commands]) => (
              <section key={section}>
                <h3>{section}</h3>
                <dl>
                  {commands.map((c) => (
                    <div key={c.id} className="key-line">
                      <dt>{c.label}</dt>
                      <dd>
                        <Keys keys={c.keys ?? ""} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Commands under their headings, in the order in which these first occur. */
export function bySection(commands: readonly Command[]): [string, Command[]][] {
  const sections = new Map<string, Command[]>();
  for (const command of commands)
    sections.set(command.section, [...(sections.get(command.section) ?? []), command]);
  return [...sections];
}
