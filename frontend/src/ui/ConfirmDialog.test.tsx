import { FluentProvider } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ApiError, type api } from "../api";
import { fakeWindow } from "../test-window";
import { ConfirmDialog } from "./ConfirmDialog";
import { light } from "./theme";

const job = { id: "1", phase: "Changing", done: 4096, total: 9000, finished: false } as api.Job;

test("long work is shown while it is waited for, and Cancel stops it and keeps the dialog", async () => {
  let stop: (why: unknown) => void = () => {};
  const Cancel = vi.fn(() => {
    const why = { code: "cancelled", message: "Stopped.", field: "", fields: {}, details: "" };
    stop(new ApiError(why));
  });
  fakeWindow({ Jobs: { Cancel } });
  const onClose = vi.fn();
  const user = userEvent.setup();
  render(
    <FluentProvider theme={light}>
      <ConfirmDialog
        open
        title="Change all?"
        confirm="Change"
        job={job}
        onConfirm={() => new Promise((_, reject) => (stop = reject))}
        onClose={onClose}
      />
    </FluentProvider>,
  );
  await user.click(screen.getByRole("button", { name: "Change" }));
  await screen.findByText("4,096 of 9,000");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(Cancel).toHaveBeenCalledWith("1");
  expect(await screen.findByRole("button", { name: "Change" })).toBeEnabled();
  expect(screen.queryByText("Stopped.")).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
});
