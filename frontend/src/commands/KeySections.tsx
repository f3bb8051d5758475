import { fixedKeys } from "./fixedKeys";
import { Keys } from "./Keys";
import type { Command } from "./registry";
import { useAllCommands } from "./useCommands";
import "./key-sheet.css";

/** Every key that does something here and now, under headings, in two columns. */
export function KeySections() {
  const commands = bySection(useAllCommands().filter((c) => c.keys));
  const sections = [
    ...commands.map(([section, list]) => ({
      section,
      lines: list.map(({ keys = "", label }) => ({ keys, label })),
    })),
    ...fixedKeys,
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="key-sections" tabIndex={0} aria-label="Keys">
      {sections.map(({ section, lines }) => (
        <section key={section}>
          <h3>{section}</h3>
          <dl>
            {lines.map(({ keys, label }) => (
              <div key={keys} className="key-line">
                <dt>{label}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

/** Commands under their headings, in the order in which these first occur. */
export function bySection(commands: readonly Command[]): [string, Command[]][] {
  const sections = new Map<string, Command[]>();
  for (const command of commands)
    sections.set(command.section, [...(sections.get(command.section) ?? []), command]);
  return [...sections];
}
