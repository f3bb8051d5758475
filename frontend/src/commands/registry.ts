import type { IconName } from "../ui/icons";

/** Something that a person can have done, wherever it is offered. */
export interface Command {
  id: string;
  /** What it does, as a verb: "New IT system". */
  label: string;
  /** The first words of it, as a bar shows them where the others change with what is selected. */
  short?: string;
  icon?: IconName | (string & {});
  /** Its key combination: "Mod+N", "F5", "?". */
  keys?: string;
  /** Another combination for the same. */
  alsoKeys?: string;
  /** The heading under which the palette and the keyboard sheet show it. */
  section: string;
  /** False where it cannot be done now; true when absent. */
  enabled?: boolean;
  /** Whether it can be done at this very moment, for who is faster than the page hears of it. */
  now?(): boolean;
  /** Changes the catalogue: cannot be done while the catalogue can only be read. */
  writes?: boolean;
  /** Goes under "More" in a command bar. */
  secondary?: boolean;
  /** Stands before a dividing line in menus. */
  divided?: boolean;
  /** Also answers to its keys while a dialog is open. */
  inDialog?: boolean;
  /** Left out of the palette: only keys, bars and menus have it. */
  hidden?: boolean;
  run(): void;
}

/** The commands that can be given now: each part of the page adds its own while it is shown. */
export class Registry {
  readonly #sets = new Map<object, readonly Command[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly Command[] = [];
  #shown: readonly Command[] = [];
  #refusal = "";

  /** Every command as last told to listeners; of two with the same id, the one added last. */
  readonly shown = (): readonly Command[] => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Sets what one owner offers, in place of what it offered before. Listeners hear
   * only of what shows: a new closure behind the same words is taken up in silence.
   */
  set(owner: object, commands: readonly Command[]): void {
    const before = this.#sets.get(owner);
    this.#sets.set(owner, commands);
    this.#collect(!before || !sameShape(before, commands));
  }

  remove(owner: object): void {
    this.#sets.delete(owner);
    this.#collect(true);
  }

  /** Why nothing can be changed now, "" when it can. */
  readonly refusal = (): string => this.#refusal;

  refuseWrites(why: string): void {
    if (why === this.#refusal) return;
    this.#refusal = why;
    this.#collect(true);
  }

  /** Whether a command can be given now. */
  ready(command: Omit<Command, "run">): boolean {
    return (command.enabled !== false || !!command.now?.()) && !(command.writes && this.#refusal);
  }

  /** The command that a key combination gives, the latest added first. */
  byKeys(keys: string, inDialog = false): Command | undefined {
    return this.#all.findLast(
      (c) => (c.keys === keys || c.alsoKeys === keys) && this.ready(c) && (!inDialog || c.inDialog),
    );
  }

  /** Gives a command by its id, where it is offered and can be given now. */
  run(id: string): void {
    const command = this.#all.find((c) => c.id === id);
    if (command && this.ready(command)) command.run();
  }

  #collect(notify: boolean): void {
    const byId = new Map<string, Command>();
    for (const commands of this.#sets.values())
      for (const command of commands) {
        byId.delete(command.id);
        byId.set(command.id, command);
      }
    this.#all = [...byId.values()];
    if (!notify) return;
    this.#shown = this.#all;
    for (const listener of this.#listeners) listener();
  }
}

function sameShape(a: readonly Command[], b: readonly Command[]): boolean {
  return a.length === b.length && a.every((command, i) => shape(command) === shape(b[i]));
}

function shape(c: Command | undefined): string {
  return c
    ? [c.id, c.label, c.icon, c.keys, c.section, c.enabled, c.hidden, c.writes].join("\n")
    : "";
}

export const registry = new Registry();
