import { FluentProvider } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { light } from "../../ui/theme";
import { Notes } from "./Notes";

const setUp = (notes: string[]) =>
  render(
    <FluentProvider theme={light}>
      <Notes notes={notes} />
    </FluentProvider>,
  );

test("of many notes the first is told, and the others when they are asked for", async () => {
  setUp(["One is wrong.", "Two is wrong.", "Three is wrong."]);
  expect(screen.getByText("One is wrong.")).toBeInTheDocument();
  expect(screen.queryByText("Two is wrong.")).toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Show 2 more", expanded: false }));
  expect(screen.getByText("Three is wrong.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show fewer", expanded: true }));
  expect(screen.queryByText("Three is wrong.")).toBeNull();
});

test("equal notes of two policies are both told", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  setUp(["It is wrong.", "It is wrong."]);
  await userEvent.setup().click(screen.getByRole("button", { name: "Show 1 more" }));
  expect(screen.getAllByText("It is wrong.")).toHaveLength(2);
  expect(complaint).not.toHaveBeenCalled();
});

test("where there is one there is nothing to unfold, and none where there is none", () => {
  const { unmount } = setUp(["One is wrong."]);
  expect(screen.queryByRole("button")).toBeNull();
  unmount();
  setUp([]);
  expect(screen.queryByText(/wrong/)).toBeNull();
});
