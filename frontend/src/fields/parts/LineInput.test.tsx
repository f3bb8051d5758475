import { FluentProvider } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { Field } from "../../api";
import { light } from "../../ui/theme";
import { readWhole } from "../whole/read";
import { LineInput } from "./LineInput";

const field = { num: 1, key: "count", label: "Count", kind: "whole" } as Field;

function setUp(seed?: string) {
  const told = { value: vi.fn(), unreadable: vi.fn(), commit: vi.fn() };
  let reload: (value: unknown) => void = () => {};
  function Holder() {
    const [value, setValue] = useState<unknown>(7);
    reload = setValue;
    return (
      <LineInput
        id="count"
        field={field}
        value={value}
        text={String(value ?? "")}
        read={readWhole}
        seed={seed}
        onChange={(next) => {
          told.value(next);
          setValue(next);
        }}
        onUnreadable={told.unreadable}
        onCommit={told.commit}
      />
    );
  }
  render(
    <FluentProvider theme={light}>
      <Holder />
    </FluentProvider>,
  );
  const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Count" });
  return { ...told, box, reload: (value: unknown) => reload(value), user: userEvent.setup() };
}

test("words stay as typed until the person leaves, then the value's own text stands there", async () => {
  const { box, user, value } = setUp();
  await user.clear(box);
  await user.keyboard("1,234");
  expect(box.value).toBe("1,234");
  expect(value).toHaveBeenLastCalledWith(1234);
  await user.tab();
  expect(box.value).toBe("1234");
});

test("words that mean no value stay after leaving, and Enter does not end with them", async () => {
  const { box, user, value, unreadable, commit } = setUp();
  await user.clear(box);
  await user.keyboard("many{Enter}");
  expect(unreadable).toHaveBeenLastCalledWith("many", "Not a whole number");
  expect(commit).not.toHaveBeenCalled();
  await user.tab();
  expect(box.value).toBe("many");
  expect(value).toHaveBeenCalledTimes(1); // the emptying
});

test("a value that comes from elsewhere replaces what stood there", async () => {
  const { box, user, reload } = setUp();
  await user.clear(box);
  await user.keyboard("9");
  reload(12);
  await vi.waitFor(() => expect(box.value).toBe("12"));
});

test("the key that began an edit begins the text", () => {
  const { box, value } = setUp("4");
  expect(box.value).toBe("4");
  expect(value).toHaveBeenCalledWith(4);
});
