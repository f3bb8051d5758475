import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { type Command, useCommands, useShortcuts } from ".";

function Page({ commands, dialog }: { commands: Command[]; dialog?: boolean }) {
  useShortcuts();
  useCommands(commands);
  return (
    <>
      <input aria-label="Name" />
      {dialog && <div role="dialog" aria-modal="true" />}
    </>
  );
}

const undo = (run: () => void): Command => ({
  id: "undo",
  label: "Undo",
  section: "Edit",
  keys: "Mod+Z",
  run,
});

/** What the browser is told to do with what was typed. */
const step = vi.fn();
beforeEach(() => {
  step.mockClear();
  document.execCommand = step;
});

test("a shortcut works anywhere but where the text field means something by it", async () => {
  const user = userEvent.setup();
  const run = vi.fn();
  render(<Page commands={[undo(run)]} />);

  await user.keyboard("{Control>}z{/Control}");
  expect(run).toHaveBeenCalledTimes(1);

  await user.type(screen.getByLabelText("Name"), "{Control>}z{/Control}");
  expect(run).toHaveBeenCalledTimes(1);
});

test("undo and redo in a field are of what was typed there, in every browser", async () => {
  const user = userEvent.setup();
  const run = vi.fn();
  render(<Page commands={[undo(run)]} />);
  await user.click(screen.getByLabelText("Name"));
  await user.keyboard(
    "{Control>}z{/Control}{Control>}y{/Control}{Control>}{Shift>}Z{/Shift}{/Control}",
  );
  expect(step.mock.calls).toEqual([["undo"], ["redo"], ["redo"]]);
  expect(run).not.toHaveBeenCalled();
});

test("a shortcut of the page does nothing behind a dialog", async () => {
  const user = userEvent.setup();
  const run = vi.fn();
  const page = render(<Page commands={[undo(run)]} dialog />);
  await user.keyboard("{Control>}z{/Control}");
  expect(run).not.toHaveBeenCalled();

  page.rerender(<Page commands={[undo(run)]} />);
  await user.keyboard("{Control>}z{/Control}");
  expect(run).toHaveBeenCalledOnce();
});

test("a key that somebody else has taken gives no command", async () => {
  const user = userEvent.setup();
  const run = vi.fn();
  const page = render(<Page commands={[{ ...undo(run), keys: "F2" }]} />);
  page.container.addEventListener("keydown", (event) => event.preventDefault());

  await user.type(screen.getByLabelText("Name"), "{F2}");
  expect(run).not.toHaveBeenCalled();
});
